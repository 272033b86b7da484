#include "ui/mainwindowparts.h"
#include "ui/resultspanel.h"
#include "ui/sweeppage.h"

namespace ui {

void MainWindow::Parts::connectSweep()
{
    SweepPage& page = results->sweep();
    connect(&page, &SweepPage::startRequested, &window, &MainWindow::sweepRequested);
    connect(&page, &SweepPage::cancelRequested, &window, &MainWindow::sweepCancelRequested);
    connect(&page, &SweepPage::choosingStarted, &editor, &ScenarioEditor::beginGesture);
    connect(&page, &SweepPage::valueChosen, &editor, &ScenarioEditor::setNumber);
    connect(&page, &SweepPage::choosingEnded, &editor, &ScenarioEditor::endGesture);
    connect(&editor, &ScenarioEditor::shown, &page, &SweepPage::showScenario);
    page.showScenario(editor.scenario());
}

void MainWindow::showSweepPoints(const std::vector<core::SweepPoint>& points)
{
    m_parts->results->sweep().showPoints(points);
}

void MainWindow::showSweepEnd() { m_parts->results->sweep().showEnd(); }

} // namespace ui

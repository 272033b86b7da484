#include "tests/ui/shownwindow.h"
#include "ui/tableview.h"
#include "ui/tradeoffpanel.h"

#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolButton>
#include <limits>

using namespace ui;
using test::Shown;

namespace {

QTabWidget* tabs(const QWidget& window) { return window.findChild<QTabWidget*>(); }

TableView* table(const QWidget& window, const QString& name)
{
    const QList<TableView*> tables = window.findChildren<TableView*>();
    const auto found = std::ranges::find(tables, name, &QWidget::accessibleName);
    return found == tables.end() ? nullptr : *found;
}

} // namespace

// What the window keeps from one start to the next.
class TestWindowState : public QObject {
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void takesAllOfAScreenThatItWouldNotFitOn()
    {
        Shown shown;
        shown.window.fitOnScreen({1920, 1200});
        QVERIFY(!shown.window.windowState().testFlag(Qt::WindowMaximized));
        MainWindow other;
        other.fitOnScreen({1440, 900});
        QVERIFY(other.windowState().testFlag(Qt::WindowMaximized));
    }

    void layoutSurvivesARestart()
    {
        Shown first;
        const QByteArray state = first.window.layoutState();
        Shown second;
        second.window.restoreLayout(state);
        QCOMPARE(second.window.layoutState(), state);
        second.window.restoreLayout(QByteArrayLiteral("nonsense"));
        QCOMPARE(second.window.layoutState(), state);
    }

    void aLossThatIsNoNumberIsNotRestored()
    {
        Shown shown;
        const QByteArray state = shown.window.layoutState();
        QByteArray number;
        QDataStream(&number, QIODevice::WriteOnly) << std::numeric_limits<double>::quiet_NaN();
        shown.window.restoreLayout(state.chopped(number.size()) + number);
        QCOMPARE(shown.window.layoutState(), state);
    }

    void tablesAndTheAllowedLossAreAsTheyWereLeft()
    {
        Shown first;
        first.showSample();
        tabs(first.window)->setCurrentIndex(0);
        table(first.window, QStringLiteral("Gaps"))->sortByColumn(1, Qt::DescendingOrder);
        QHeaderView* header = table(first.window, QStringLiteral("Packets"))->horizontalHeader();
        header->moveSection(4, 1);
        const int widthBefore = header->sectionSize(0);
        const QPoint edge(header->sectionViewportPosition(0) + header->sectionSize(0) - 1, 5);
        test::dragMouse(*header->viewport(), edge, edge + QPoint(70, 0));
        const int width = header->sectionSize(0);
        QVERIFY(width > widthBefore);
        first.window.findChild<TradeOffPanel*>()->setChosenLoss(0.05);

        Shown second;
        second.window.restoreLayout(first.window.layoutState());
        second.showSample();
        QCOMPARE(tabs(second.window)->currentIndex(), 0);
        QCOMPARE(second.window.findChild<TradeOffPanel*>()->chosenLoss(), 0.05);
        const TableView* gaps = table(second.window, QStringLiteral("Gaps"));
        QCOMPARE(gaps->horizontalHeader()->sortIndicatorSection(), 1);
        QCOMPARE(gaps->model()->index(0, 1).data(),
            table(first.window, QStringLiteral("Gaps"))->model()->index(0, 1).data());
        const QHeaderView* restored = table(second.window, QStringLiteral("Packets"))->horizontalHeader();
        QCOMPARE(restored->logicalIndex(1), 4);
        QCOMPARE(restored->sectionSize(0), width);
    }

    void filesOpenedLastAreOfferedWhereNoneIsOpen()
    {
        Shown shown;
        QSignalSpy opens(&shown.window, &MainWindow::openRequested);
        shown.window.setRecentFiles({QStringLiteral("/a/b.opus"), QStringLiteral("/a/c & d.opus")});
        QCoreApplication::processEvents();
        QToolButton* second = nullptr;
        for (QToolButton* button : shown.window.findChildren<QToolButton*>()) {
            if (button->text() == QStringLiteral("c && d.opus"))
                second = button;
        }
        QVERIFY(second != nullptr && second->isVisible());
        test::saveScreenshot(shown.window, QStringLiteral("empty-recent"));
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(opens.count(), 1);
        QCOMPARE(opens[0][0].toString(), QStringLiteral("/a/c & d.opus"));
    }

    void recentFilesAreOffered()
    {
        Shown shown;
        QSignalSpy opens(&shown.window, &MainWindow::openRequested);
        shown.window.setRecentFiles({QStringLiteral("/a/b.opus"), QStringLiteral("/c & d.opus")});
        for (const QMenu* menu : shown.window.findChildren<QMenu*>()) {
            for (QAction* action : menu->actions()) {
                if (action->text().contains(QStringLiteral("&&")))
                    action->trigger();
            }
        }
        QCOMPARE(opens.count(), 1);
        QCOMPARE(opens[0][0].toString(), QStringLiteral("/c & d.opus"));
    }
};

WINDOW_TEST_MAIN(TestWindowState)
#include "tst_windowstate.moc"

#include "ui/mainwindow.h"

#include "ui/blindmode.h"
#include "ui/blindpage.h"
#include "ui/comparepage.h"
#include "ui/emptyview.h"
#include "ui/filedialogs.h"
#include "ui/mainwindowparts.h"
#include "ui/messagebar.h"
#include "ui/networkpanel.h"
#include "ui/pacedrepaint.h"
#include "ui/presetchoice.h"
#include "ui/resultspanel.h"
#include "ui/splitter.h"
#include "ui/statisticspanel.h"
#include "ui/statusline.h"
#include "ui/timelineview.h"
#include "ui/tradeoffpanel.h"
#include "ui/transportbar.h"

#include <QAction>
#include <QCloseEvent>
#include <QDataStream>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>

namespace ui {

namespace {

const QByteArray layoutKind = QByteArrayLiteral("JitterScope 3");

QStringList droppedFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

// A window takes over font and palette when it is made. The style sheet comes when all is there: with it,
// each widget that gets a parent would be polished again, and all in it.
QWidget* themed(QWidget* parent, ThemeChoice theme)
{
    prepareTheme(theme);
    return parent;
}

} // namespace

MainWindow::MainWindow(ThemeChoice theme, QWidget* parent)
    : QMainWindow(themed(parent, theme))
{
    m_parts = std::make_unique<Parts>(*this);
    m_parts->setTheme(theme);
    setWindowTitle(tr("JitterScope"));
    setAcceptDrops(true);
    setMinimumSize(900, 560);
    resize(1440, 900);
}

MainWindow::~MainWindow() = default;

QUndoStack* MainWindow::undoStack() const { return m_parts->editor.undoStack(); }

const core::Scenario& MainWindow::scenario() const { return m_parts->editor.scenario(); }

const KeptScenarios& MainWindow::keptScenarios() const { return m_parts->editor.kept(); }

BlindPage& MainWindow::blindPage() const { return *m_parts->blindPage; }

core::ReceiverTime MainWindow::playhead() const { return m_parts->playhead; }
TimeRange MainWindow::visibleRange() const { return m_parts->timeline->visibleRange(); }

void MainWindow::fitOnScreen(QSize available)
{
    constexpr QSize frame(8, 40); // what a window manager puts around it, about
    if (width() + frame.width() > available.width() || height() + frame.height() > available.height())
        setWindowState(Qt::WindowMaximized);
}

QByteArray MainWindow::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << layoutKind << m_parts->columns->saveState() << m_parts->rows->saveState()
           << m_parts->timeline->saveArrangement() << m_parts->results->saveArrangement()
           << m_parts->tradeOff->chosenLoss();
    return state;
}

void MainWindow::restoreLayout(const QByteArray& state)
{
    QDataStream stream(state);
    QByteArray kind;
    QByteArray columns;
    QByteArray rows;
    QByteArray lanes;
    QByteArray results;
    double chosenLoss = 0;
    stream >> kind >> columns >> rows >> lanes >> results >> chosenLoss;
    const bool isShare = chosenLoss >= 0 && chosenLoss <= 1; // it may be no number
    if (stream.status() != QDataStream::Ok || kind != layoutKind || !isShare)
        return;
    m_parts->columns->restoreState(columns);
    m_parts->rows->restoreState(rows);
    m_parts->timeline->restoreArrangement(lanes);
    m_parts->results->restoreArrangement(results);
    m_parts->tradeOff->setChosenLoss(chosenLoss);
}

void MainWindow::restoreView(TimeRange visible, core::ReceiverTime playhead)
{
    m_parts->timeline->setVisibleRange(visible);
    m_parts->goTo(playhead);
}

void MainWindow::showCapture(const std::shared_ptr<const core::Capture>& capture)
{
    if (m_parts->blind->isOn())
        m_parts->blindPage->end();
    if (m_parts->looped)
        m_parts->loop(false); // a range of the capture before
    m_parts->capture = capture;
    m_parts->analysis = nullptr;
    m_parts->statistics->clear();
    m_parts->tradeOff->clear();
    m_parts->commands->setHasCapture(capture != nullptr);
    m_parts->centre->setCurrentIndex(capture ? 1 : 0);
    m_parts->timeline->showCapture(capture);
    m_parts->results->showCapture(capture);
    m_parts->setPlayhead({});
    if (!capture)
        return;
    m_parts->status->showCapture(*capture);
    m_parts->transport->showDuration(core::ReceiverTime() + toReceiverSpan(capture->duration()));
    setWindowTitle(tr("%1 – JitterScope").arg(QString::fromStdString(capture->name())));
}

void MainWindow::showAnalysis(const std::shared_ptr<const core::Analysis>& analysis,
    const std::shared_ptr<const core::PlotLevels>& levels, double elapsedMs)
{
    m_parts->analysis = analysis;
    m_parts->timeline->showAnalysis(analysis, levels);
    m_parts->moveRanges();
    m_parts->details->change();
    m_parts->curves->change();
    m_parts->results->showAnalysis(analysis);
    m_parts->statistics->show(analysis->statistics);
    m_parts->transport->showDuration(analysis->timeline.end());
    m_parts->transport->showSpeed(elapsedMs, analysis->statistics.packetsSent);
}

void MainWindow::showTradeOff(std::shared_ptr<const core::TradeOff> tradeOff)
{
    m_parts->tradeOff->show(std::move(tradeOff));
}

void MainWindow::showSelectionStatistics(
    const core::Statistics& statistics, std::shared_ptr<const core::TradeOff> tradeOff)
{
    m_parts->statistics->showSelection(statistics);
    m_parts->tradeOff->showSelection(std::move(tradeOff));
}

void MainWindow::showDraft(std::shared_ptr<const Draft> draft)
{
    m_parts->timeline->showDraft(std::move(draft));
}

void MainWindow::showWaveform(
    std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame)
{
    m_parts->timeline->showWaveform(std::move(levels), firstFrame);
}

void MainWindow::showOverview(std::shared_ptr<const core::WaveformLevels> levels)
{
    m_parts->timeline->showOverview(std::move(levels));
}

void MainWindow::showPlayback(const Playback& playback)
{
    m_parts->transport->showPlaying(playback.isPlaying);
    m_parts->status->showPlayback(playback);
    if (m_parts->blind->isOn())
        return; // all the rest would tell what is heard
    m_parts->listen = playback.listen;
    m_parts->transport->showListen(playback.listen);
    m_parts->setPlayhead(playback.position);
}

void MainWindow::showDevices(const QStringList& names, const QString& current)
{
    m_parts->transport->showDevices(names, current);
}

void MainWindow::showProgress(const QString& what, double done) { m_parts->status->showProgress(what, done); }

void MainWindow::showDamage(uint32_t gap, double decibels) { m_parts->results->setDamage(gap, decibels); }

void MainWindow::showProblem(Topic topic, const QString& text)
{
    m_parts->message->show(topic, text);
    m_parts->results->addMessage(text);
}

void MainWindow::endProblem(Topic topic) { m_parts->message->end(topic); }

void MainWindow::showNote(const QString& text)
{
    m_parts->status->showNote(text);
    m_parts->results->addMessage(text);
}

void MainWindow::showVolume(Volume volume) { m_parts->transport->showVolume(volume); }

void MainWindow::setFolder(const QString& path) { m_parts->folder = path; }

void MainWindow::setScenario(const core::Scenario& scenario) { m_parts->editor.replace(scenario); }

void MainWindow::setKeptScenarios(const KeptScenarios& kept) { m_parts->editor.replaceAll(kept); }

void MainWindow::showStatistics(const core::Scenario& scenario, const core::Statistics& statistics)
{
    m_parts->results->compare().showStatistics(scenario, statistics);
}

void MainWindow::applyScenario(const core::Scenario& scenario, const QString& undoName)
{
    m_parts->editor.apply(scenario, undoName);
}

void MainWindow::setPresets(const QStringList& names, const QStringList& ownNames)
{
    m_parts->presets->setNames({names, ownNames});
}

void MainWindow::setPresetName(const QString& name) { m_parts->network->setPresetName(name); }

void MainWindow::setRecentFiles(const QStringList& paths)
{
    QMenu& menu = *m_parts->commands->recentMenu();
    m_parts->fillMenu(menu, paths, &MainWindow::openRequested);
    m_parts->empty->showRecent(paths);
    if (paths.isEmpty())
        return;
    menu.addSeparator();
    menu.addAction(tr("&Clear the list"), this, &MainWindow::recentFilesClearRequested);
}

void MainWindow::setTheme(ThemeChoice choice) { m_parts->setTheme(choice); }

void MainWindow::setLanguage(Language language) { m_parts->showLanguage(language); }

void MainWindow::setExporting(bool isExporting)
{
    m_parts->isExporting = isExporting;
    if (!isExporting)
        delete m_parts->exportQuestion;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_parts->isExporting)
        return QMainWindow::closeEvent(event);
    event->ignore();
    if (m_parts->exportQuestion == nullptr)
        m_parts->exportQuestion = askToDiscardExport(this, [this] {
            m_parts->isExporting = false;
            close();
        });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    const QStringList files = droppedFiles(*event->mimeData());
    if (files.isEmpty())
        return;
    emit openRequested(files.first());
    if (files.size() > 1)
        showNote(tr("Of %Ln file(s) only the first one is opened.", nullptr, static_cast<int>(files.size())));
}

} // namespace ui

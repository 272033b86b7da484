#include "app/session.h"

#include "app/filename.h"
#include "core/analysis/rangestatistics.h"
#include "core/base/file.h"

#include <QFileInfo>
#include <chrono>
#include <utility>

namespace app {

using core::JobControl;

namespace {

// Of longer captures (six hours) the next result is begun when the last one is shown, because a third one
// beside them would take more memory than waiting takes time; and an estimate of what is in view comes first.
constexpr size_t mostPacketsAhead = 1000000;

// Between two estimates, so that the analysis comes on beside them.
constexpr std::chrono::milliseconds draftPause(40);

} // namespace

struct Session::AnalysisResult {
    uint64_t request = 0;
    std::shared_ptr<const core::Capture> capture;
    core::Result<FinishedAnalysis> finished;
};

Session::Session(SessionEngine engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
    , m_background(m_progress, m_engine.patience)
{
    m_draftPause.setSingleShot(true);
    connect(&m_draftPause, &QTimer::timeout, this, &Session::submitDraft);
    connect(&m_progress, &ProgressTeller::changed, this, &Session::progressChanged);
    connect(&m_background, &BackgroundWork::waveformChanged, this, &Session::waveformChanged);
    connect(&m_background, &BackgroundWork::damageFound, this, &Session::damageFound);
    connect(&m_background, &BackgroundWork::overviewChanged, this, &Session::overviewChanged);
    connect(&m_sweep, &SweepWork::found, this, &Session::sweepFound);
    connect(&m_sweep, &SweepWork::ended, this, &Session::sweepEnded);
}

Session::~Session() = default;

// Runs a function on the GUI thread, unless the session is gone by then.
template <typename Function> void Session::post(Function function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

void Session::open(const QString& path)
{
    const uint64_t request = ++m_openRequest;
    m_opening = m_progress.begin(Work::Opening, tr("Opening %1").arg(QFileInfo(path).fileName()));
    const auto report = m_progress.reporter(m_opening);
    m_openJob.submit(
        [this, request, path, report, read = m_engine.open](const std::stop_token& stop) {
            post([this, request, path, opened = read(pathFrom(path), JobControl(stop, report))] {
                showOpened(request, opened, path);
            });
        },
        LatestJob::Running::IsCancelled);
}

void Session::showOpened(
    uint64_t request, const core::Result<std::shared_ptr<const core::Capture>>& opened, const QString& path)
{
    if (request != m_openRequest)
        return;
    m_progress.end(m_opening);
    if (!opened) {
        if (opened.error().code != core::ErrorCode::Cancelled)
            emit openFailed(opened.error(), path);
        return;
    }
    m_sweep.cancel();
    m_capture = *opened;
    m_path = path;
    m_shown = {};
    m_draft.reset();
    m_kept.forgetResults();
    m_keptJob.cancel();
    m_making.reset();
    emit captureOpened(m_capture, path);
    requestAnalysis();
    m_background.showCapture(m_capture);
}

void Session::setScenario(const core::Scenario& scenario)
{
    if (scenario == m_scenario)
        return;
    m_scenario = scenario;
    m_background.noteMove();
    const std::optional<FinishedAnalysis> known = m_kept.find(scenario);
    if (!known) {
        requestAnalysis();
        return;
    }
    m_analysisJob.cancel();
    m_underWay.reset();
    m_shownRequest = ++m_analysisRequest;
    show(*known);
}

void Session::keep(const std::vector<core::Scenario>& scenarios)
{
    m_kept.setScenarios(scenarios);
    if (m_shown.analysis)
        m_kept.add(m_shown);
    makeKept();
}

// One run after the other, behind what is shown.
void Session::makeKept()
{
    if (!m_shown.analysis || m_making)
        return;
    const auto unknown = m_kept.firstUnknown(m_capture->packets().size(), m_scenario);
    if (!unknown)
        return;
    m_making = unknown->scenario;
    if (unknown->fits)
        makeResult();
    else
        countKept();
}

void Session::makeResult()
{
    m_keptJob.submit(
        [this, capture = m_capture, scenario = *m_making, before = m_shown, engine = m_engine](
            const std::stop_token& stop) {
            post([this, capture, scenario, made = finishedAnalysis(engine, capture, scenario, before, stop)] {
                if (capture == m_capture)
                    addKept(made, scenario);
            });
        },
        LatestJob::Running::IsCancelled);
}

void Session::countKept()
{
    m_keptJob.submit(
        [this, capture = m_capture, scenario = *m_making](const std::stop_token& stop) {
            post([this, capture, scenario,
                     counted = core::countStatistics(*capture, scenario, JobControl(stop))] {
                if (capture != m_capture)
                    return;
                m_making.reset();
                m_kept.noteCounted(scenario); // also if there is none: why is told when it is shown
                if (counted)
                    emit statisticsKnown(scenario, *counted);
                makeKept();
            });
        },
        LatestJob::Running::IsCancelled);
}

void Session::addKept(const core::Result<FinishedAnalysis>& made, const core::Scenario& scenario)
{
    m_making.reset();
    if (!made)
        return; // why is told when it is shown
    m_kept.add(*made);
    emit statisticsKnown(scenario, made->analysis->statistics);
    makeKept();
}

void Session::requestAnalysis()
{
    if (!m_capture)
        return;
    ++m_analysisRequest;
    requestDraft();
    if (m_underWay && m_capture->packets().size() > mostPacketsAhead)
        return; // takeAnalysed goes on
    submitAnalysis();
}

void Session::requestDraft()
{
    if (m_capture->packets().size() <= mostPacketsAhead)
        return;
    m_isDraftWanted = true;
    if (!m_draftPause.isActive())
        submitDraft();
}

void Session::submitDraft()
{
    if (!std::exchange(m_isDraftWanted, false) || !m_capture)
        return;
    m_draftPause.start(draftPause);
    m_draftJob.submit(
        [this, request = m_analysisRequest, capture = m_capture, scenario = m_scenario, range = m_visible](
            const std::stop_token& /*stop*/) {
            post([this, request, capture, draft = draftOf(*capture, scenario, range)] {
                takeDraft(request, capture, draft);
            });
        },
        LatestJob::Running::IsFinished);
}

void Session::takeDraft(uint64_t request, const std::shared_ptr<const core::Capture>& capture,
    const std::shared_ptr<const ui::Draft>& draft)
{
    if (capture != m_capture || request <= m_shownRequest || !draft)
        return;
    m_draftRequest = request;
    m_draft = draft;
    emit draftReady(draft);
}

void Session::submitAnalysis()
{
    // What is outdated soon holds the result it works on.
    m_background.pause();
    const uint64_t request = m_analysisRequest;
    m_underWay = request;
    m_analysisJob.submit(
        [this, request, capture = m_capture, scenario = m_scenario, before = m_shown, engine = m_engine](
            const std::stop_token& stop) {
            const AnalysisResult result{
                request, capture, finishedAnalysis(engine, capture, scenario, before, stop)};
            post([this, result] { takeAnalysed(result); });
        },
        LatestJob::Running::IsFinished);
}

void Session::takeAnalysed(const AnalysisResult& result)
{
    if (result.request == m_underWay)
        m_underWay.reset();
    showAnalysed(result);
    if (!m_underWay && m_capture && m_shownRequest < m_analysisRequest && result.request < m_analysisRequest)
        submitAnalysis();
}

// A result for an older scenario than the newest is a step on the way of a moving slider and worth showing;
// one for another capture is not, nor one that comes behind a newer one.
void Session::showAnalysed(const AnalysisResult& result)
{
    if (result.capture != m_capture || result.request < m_shownRequest)
        return;
    if (!result.finished) {
        if (result.request == m_analysisRequest)
            emit analysisFailed(result.finished.error());
        return;
    }
    m_shownRequest = result.request;
    show(*result.finished);
}

void Session::show(const FinishedAnalysis& finished)
{
    m_shown = finished;
    m_kept.add(finished);
    emit analysisReady(finished.analysis, finished.levels, finished.elapsedMs);
    if (m_draft && m_draftRequest > m_shownRequest)
        emit draftReady(m_draft);
    else
        m_draft.reset();
    emit tradeOffReady(finished.tradeOff);
    startSelection();
    m_background.show(finished);
    makeKept();
}

void Session::setSelection(std::optional<ui::TimeRange> selection)
{
    m_selection = selection;
    startSelection();
}

// Of an older scenario than the newest they are worth showing, as the analysis is.
void Session::startSelection()
{
    if (!m_selection || !m_shown.analysis)
        return;
    m_selectionJob.submit(
        [this, analysis = m_shown.analysis, levels = m_shown.levels, range = *m_selection](
            const std::stop_token& stop) {
            const auto statistics = core::computeRangeStatistics(*analysis, *levels, range.begin, range.end);
            auto tradeOff = std::make_shared<const core::TradeOff>(
                core::TradeOff::build(*analysis, core::firstPacketSentFrom(*analysis, range.begin),
                    core::firstPacketSentFrom(*analysis, range.end), JobControl(stop)));
            post([this, capture = analysis->capture, range, statistics, tradeOff = std::move(tradeOff)] {
                if (capture == m_capture && m_selection == range)
                    emit selectionReady(statistics, tradeOff);
            });
        },
        LatestJob::Running::IsFinished);
}

void Session::exportTo(core::ExportKind kind, const QString& path)
{
    if (!m_shown.analysis || m_exportJob.isBusy()) {
        emit exportRefused(
            m_shown.analysis ? tr("Another export is still running.") : tr("There is nothing to export."));
        return;
    }
    if (core::isSameFile(pathFrom(m_path), pathFrom(path))) {
        emit exportRefused(tr("%1 is the file that is open; choose another name.").arg(path));
        return;
    }
    emit exportingChanged(true);
    m_exporting = m_progress.begin(Work::Exporting, tr("Exporting %1").arg(QFileInfo(path).fileName()));
    const auto report = m_progress.reporter(m_exporting);
    m_exportJob.submit(
        [this, analysis = m_shown.analysis, kind, path, report, write = m_engine.exportTo](
            const std::stop_token& stop) {
            post([this, path, written = write(analysis, kind, pathFrom(path), JobControl(stop, report))] {
                showExported(written, path);
            });
        },
        LatestJob::Running::IsFinished);
}

void Session::showExported(const core::Result<void>& written, const QString& path)
{
    m_progress.end(m_exporting);
    emit exportingChanged(false);
    if (written)
        emit exported(path);
    else if (written.error().code != core::ErrorCode::Cancelled)
        emit exportFailed(written.error(), path);
}

void Session::startSweep(const core::SweepPlan& plan)
{
    if (m_capture)
        m_sweep.start(m_capture, plan);
    else
        emit sweepEnded();
}

void Session::cancel()
{
    const std::optional<Work> told = m_progress.told();
    if (told == Work::Opening)
        m_openJob.cancel();
    else if (told == Work::Exporting)
        m_exportJob.cancel();
    else if (told == Work::Saving)
        m_saving.cancel();
    else if (told == Work::Sweep)
        m_sweep.cancel();
    else if (told)
        m_background.cancel(*told);
}

} // namespace app

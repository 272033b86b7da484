#include "app/session.h"

#include "app/filename.h"
#include "core/analysis/rangestatistics.h"
#include "core/base/file.h"
#include "core/capture/open.h"

#include <QFile>
#include <QFileInfo>
#include <chrono>

namespace app {

using core::JobControl;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds progressPeriod(50);
constexpr std::chrono::milliseconds picturePeriod(250);
constexpr std::chrono::milliseconds restPeriod(150); // a slider that moves is not at rest
// Of longer captures (six hours) the next result is begun when the last one is shown: a third one beside them
// would take more memory than waiting takes time.
constexpr size_t mostPacketsAhead = 1000000;

// True when it is asked the first time, or after `patience`, and then at most once in each period.
class Beat {
public:
    explicit Beat(steady_clock::duration period, steady_clock::duration patience = {})
        : m_period(period)
    {
        if (patience > patience.zero())
            m_last = steady_clock::now() + patience - period;
    }

    bool operator()()
    {
        const auto now = steady_clock::now();
        if (now - m_last < m_period)
            return false;
        m_last = now;
        return true;
    }

private:
    steady_clock::duration m_period;
    steady_clock::time_point m_last;
};

double millisecondsSince(steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

core::Result<FinishedAnalysis> finish(const SessionEngine& engine,
    const std::shared_ptr<const core::Capture>& capture, const core::Scenario& scenario,
    const std::stop_token& stop)
{
    const auto start = steady_clock::now();
    const auto analysis = engine.analyze(capture, scenario, JobControl(stop));
    if (!analysis)
        return tl::unexpected(analysis.error());
    FinishedAnalysis finished{*analysis, {}, {}, millisecondsSince(start)};
    // First, because it needs room to sort in, which the levels of a day then take.
    finished.tradeOff = std::make_shared<const core::TradeOff>(core::TradeOff::build(**analysis));
    finished.levels = std::make_shared<const core::PlotLevels>(core::PlotLevels::build(**analysis));
    return finished;
}

// The overview always shows the whole: coarse blocks suffice where a pixel holds many of them on any display.
core::WaveformLevels::Detail overviewDetail(const core::Capture& capture)
{
    constexpr core::MediaSpan oneHour = core::mediaMilliseconds(int64_t{3600} * 1000);
    return capture.duration() > oneHour ? core::WaveformLevels::Detail::Coarse
                                        : core::WaveformLevels::Detail::Fine;
}

} // namespace

struct Session::AnalysisResult {
    uint64_t request = 0;
    std::shared_ptr<const core::Capture> capture;
    core::Result<FinishedAnalysis> finished;
};

SessionEngine SessionEngine::real()
{
    constexpr std::chrono::milliseconds patience(400);
    return {.open = &core::openCapture,
        .analyze = &core::analyze,
        .exportTo = &core::exportAnalysis,
        .patience = patience};
}

Session::Session(SessionEngine engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        startWaveform();
        startDamage();
    });
}

Session::~Session() = default;

// Runs a function on the GUI thread, unless the session is gone by then.
template <typename Function> void Session::post(Function function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

JobControl::Progress Session::reporter(const WorkProgress::Run& run, std::chrono::milliseconds patience)
{
    return [this, run, isDue = Beat(progressPeriod, patience)](double done) mutable {
        if (done < 1 && isDue())
            post([this, run, done] {
                m_progress.report(run, done);
                tellProgress();
            });
    };
}

void Session::endLater(const WorkProgress::Run& run)
{
    post([this, run] {
        m_progress.end(run);
        tellProgress();
    });
}

void Session::tellProgress()
{
    const WorkProgress::Shown shown = m_progress.shown();
    if (std::exchange(m_told, shown) != shown)
        emit progressChanged(shown.what, shown.done);
}

void Session::open(const QString& path)
{
    const uint64_t request = ++m_openRequest;
    m_opening = m_progress.begin(Work::Opening, tr("Opening %1").arg(QFileInfo(path).fileName()));
    const auto report = reporter(m_opening);
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
    tellProgress();
    if (!opened) {
        if (opened.error().code != core::ErrorCode::Cancelled)
            emit failed(opened.error(), path);
        return;
    }
    m_capture = *opened;
    m_path = path;
    m_shown = {};
    m_kept.forgetResults();
    m_keptJob.cancel();
    m_making.reset();
    m_waveformJob.cancel();
    m_damageJob.cancel();
    m_rest.stop();
    m_sinceShown.invalidate();
    emit problemFound({}); // what was wrong before is over
    emit captureOpened(m_capture, path);
    requestAnalysis();
    startOverview();
}

void Session::setScenario(const core::Scenario& scenario)
{
    if (scenario == m_scenario)
        return;
    m_scenario = scenario;
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
    m_making = m_kept.firstUnknown(m_capture->packets().size(), m_scenario);
    if (!m_making)
        return;
    m_keptJob.submit(
        [this, capture = m_capture, scenario = *m_making, engine = m_engine](const std::stop_token& stop) {
            post([this, capture, scenario, made = finish(engine, capture, scenario, stop)] {
                if (capture == m_capture)
                    addKept(made, scenario);
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
    if (m_underWay && m_capture->packets().size() > mostPacketsAhead)
        return; // takeAnalysed goes on
    submitAnalysis();
}

void Session::submitAnalysis()
{
    // What is outdated soon holds the result it works on.
    m_rest.stop();
    m_waveformJob.cancel();
    m_damageJob.cancel();
    const uint64_t request = m_analysisRequest;
    m_underWay = request;
    m_analysisJob.submit(
        [this, request, capture = m_capture, scenario = m_scenario, engine = m_engine](
            const std::stop_token& stop) {
            const AnalysisResult result{request, capture, finish(engine, capture, scenario, stop)};
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
            emit failed(result.finished.error(), {});
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
    emit tradeOffReady(finished.tradeOff);
    startSelection();
    startBackground();
    makeKept();
}

// At once, unless the scenario is on the move: then when it has come to rest, because what is dropped with
// the next step would only take time from that step.
void Session::startBackground()
{
    const bool isMoving = m_sinceShown.isValid() && !m_sinceShown.hasExpired(restPeriod.count());
    m_sinceShown.start();
    if (isMoving) {
        m_waveformJob.cancel();
        m_damageJob.cancel();
        m_rest.start(restPeriod);
        return;
    }
    m_rest.stop();
    startWaveform();
    startDamage();
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

void Session::startWaveform()
{
    const auto analysis = m_shown.analysis;
    const auto run = m_progress.begin(Work::Waveform, tr("Drawing the waveform of what is heard"));
    const auto report = reporter(run, m_engine.patience);
    m_waveformJob.submit(
        [this, analysis, run, report](const std::stop_token& stop) {
            const auto publish = [this, analysis](const auto& levels, core::ReceiverTime firstFrame) {
                post([this, analysis, levels, firstFrame] {
                    if (analysis == m_shown.analysis)
                        emit waveformChanged(levels, firstFrame);
                });
            };
            const core::WaveformRequest request{
                analysis->capture, core::timelineOf(analysis), publish, Beat(picturePeriod)};
            // Without a decoder there is no picture; playing tells why.
            (void)core::buildWaveform(request, m_focus, JobControl(stop, report));
            endLater(run);
        },
        LatestJob::Running::IsCancelled);
}

void Session::startDamage()
{
    const auto analysis = m_shown.analysis;
    const auto run = m_progress.begin(Work::Damage, tr("Measuring the damage of gaps"));
    const auto report = reporter(run, m_engine.patience);
    m_damageJob.submit(
        [this, analysis, run, report](const std::stop_token& stop) {
            const auto publish = [this, analysis](std::vector<GapDamage> found) {
                post([this, analysis, found = std::move(found)] {
                    if (analysis == m_shown.analysis)
                        emit damageFound(found);
                });
            };
            // What can't be decoded has no damage to tell of; playing tells why.
            (void)measureDamage({analysis, publish}, m_playheadUs, JobControl(stop, report));
            endLater(run);
        },
        LatestJob::Running::IsCancelled);
}

void Session::startOverview()
{
    const auto capture = m_capture;
    const auto run = m_progress.begin(Work::Overview, tr("Drawing the waveform"));
    const auto report = reporter(run);
    m_overviewJob.submit(
        [this, capture, run, report](const std::stop_token& stop) {
            const auto publish = [this, capture](const auto& levels, core::ReceiverTime /*firstFrame*/) {
                post([this, capture, levels] {
                    if (capture == m_capture)
                        emit overviewChanged(levels);
                });
            };
            auto timeline = std::make_shared<const core::Timeline>(core::originalTimeline(*capture));
            const core::WaveformFocus everything{0, timeline->end().ticks()};
            const core::WaveformRequest request{
                capture, std::move(timeline), publish, Beat(picturePeriod), overviewDetail(*capture)};
            (void)core::buildWaveform(request, everything, JobControl(stop, report));
            endLater(run);
        },
        LatestJob::Running::IsCancelled);
}

void Session::exportTo(core::ExportKind kind, const QString& path)
{
    if (!m_shown.analysis || m_exportJob.isBusy()) {
        emit problemFound(
            m_shown.analysis ? tr("Another export is still running.") : tr("There is nothing to export."));
        return;
    }
    if (core::isSameFile(pathFrom(m_path), pathFrom(path))) {
        emit problemFound(tr("%1 is the file that is open; choose another name.").arg(path));
        return;
    }
    m_exporting = m_progress.begin(Work::Exporting, tr("Exporting %1").arg(QFileInfo(path).fileName()));
    const auto report = reporter(m_exporting);
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
    tellProgress();
    if (written)
        emit exported(path);
    else if (written.error().code != core::ErrorCode::Cancelled)
        emit failed(written.error(), path);
}

void Session::cancel()
{
    m_openJob.cancel();
    m_exportJob.cancel();
    m_overviewJob.cancel();
    m_rest.stop();
    m_waveformJob.cancel();
    m_damageJob.cancel();
}

void Session::setVisibleRange(core::ReceiverTime begin, core::ReceiverTime end)
{
    m_focus.beginUs = begin.ticks();
    m_focus.endUs = end.ticks();
}

} // namespace app

#include "app/session.h"

#include "core/analysis/rangestatistics.h"
#include "core/capture/open.h"

#include <QFile>
#include <QFileInfo>
#include <chrono>

namespace app {

using core::JobControl;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds progressPeriod(50);

double millisecondsSince(steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

std::filesystem::path toPath(const QString& path) { return QFile::encodeName(path).toStdString(); }

} // namespace

struct Session::AnalysisResult {
    uint64_t request = 0;
    std::shared_ptr<const core::Capture> capture;
    core::Result<std::shared_ptr<const core::Analysis>> analysis;
    std::shared_ptr<const core::PlotLevels> levels;
    std::shared_ptr<const core::TradeOff> tradeOff;
    double elapsedMs = 0;
};

SessionEngine SessionEngine::real()
{
    return {.open = &core::openCapture, .analyze = &core::analyze, .exportTo = &core::exportAnalysis};
}

Session::Session(SessionEngine engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
{
}

Session::~Session() = default;

// Runs a function on the GUI thread, unless the session is gone by then.
template <typename Function> void Session::post(Function function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

JobControl::Progress Session::reporter(const QString& what)
{
    return [this, what, last = steady_clock::time_point()](double done) mutable {
        const auto now = steady_clock::now();
        if (now - last < progressPeriod || done >= 1)
            return;
        last = now;
        post([this, what, done] { emit progressChanged(what, done); });
    };
}

void Session::open(const QString& path)
{
    const uint64_t request = ++m_openRequest;
    const auto report = reporter(tr("Opening %1").arg(QFileInfo(path).fileName()));
    m_openJob.submit(
        [this, request, path, report, read = m_engine.open](const std::stop_token& stop) {
            post([this, request, path, opened = read(toPath(path), JobControl(stop, report))] {
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
    emit progressChanged({}, 1);
    if (!opened) {
        if (opened.error().code != core::ErrorCode::Cancelled)
            emit failed(opened.error(), path);
        return;
    }
    m_capture = *opened;
    m_analysis.reset();
    m_levels.reset();
    m_waveformJob.cancel();
    m_damageJob.cancel();
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
    requestAnalysis();
}

void Session::requestAnalysis()
{
    if (!m_capture)
        return;
    const uint64_t request = ++m_analysisRequest;
    m_analysisJob.submit(
        [this, request, capture = m_capture, scenario = m_scenario, analyse = m_engine.analyze](
            const std::stop_token& stop) {
            const auto start = steady_clock::now();
            AnalysisResult result{request, capture, analyse(capture, scenario, JobControl(stop)), {}, {}, 0};
            result.elapsedMs = millisecondsSince(start);
            if (result.analysis) {
                const core::Analysis& made = **result.analysis;
                result.levels = std::make_shared<const core::PlotLevels>(core::PlotLevels::build(made));
                result.tradeOff = std::make_shared<const core::TradeOff>(core::TradeOff::build(made));
            }
            post([this, result] { showAnalysed(result); });
        },
        LatestJob::Running::IsFinished);
}

// A result for an older scenario than the newest is a step on the way of a moving slider and worth showing;
// one for another capture is not.
void Session::showAnalysed(const AnalysisResult& result)
{
    if (result.capture != m_capture)
        return;
    if (!result.analysis) {
        if (result.request == m_analysisRequest)
            emit failed(result.analysis.error(), {});
        return;
    }
    m_analysis = *result.analysis;
    m_levels = result.levels;
    emit analysisReady(m_analysis, result.levels, result.elapsedMs);
    emit tradeOffReady(result.tradeOff);
    startSelection();
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
    if (!m_selection || !m_analysis)
        return;
    m_selectionJob.submit(
        [this, analysis = m_analysis, levels = m_levels, range = *m_selection](const std::stop_token& stop) {
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
    const auto analysis = m_analysis;
    m_waveformJob.submit(
        [this, analysis](const std::stop_token& stop) {
            const auto publish = [this, analysis](const auto& levels, core::ReceiverTime firstFrame) {
                post([this, analysis, levels, firstFrame] {
                    if (analysis == m_analysis)
                        emit waveformChanged(levels, firstFrame);
                });
            };
            const WaveformRequest request{analysis->capture, core::timelineOf(analysis), publish};
            // Without a decoder there is no picture; playing tells why.
            (void)buildWaveform(request, m_focus, JobControl(stop));
        },
        LatestJob::Running::IsCancelled);
}

void Session::startDamage()
{
    const auto analysis = m_analysis;
    m_damageJob.submit(
        [this, analysis](const std::stop_token& stop) {
            const auto publish = [this, analysis](std::vector<GapDamage> found) {
                post([this, analysis, found = std::move(found)] {
                    if (analysis == m_analysis)
                        emit damageFound(found);
                });
            };
            // What can't be decoded has no damage to tell of; playing tells why.
            (void)measureDamage({analysis, publish}, m_playheadUs, JobControl(stop));
        },
        LatestJob::Running::IsCancelled);
}

void Session::startOverview()
{
    const auto capture = m_capture;
    const auto report = reporter(tr("Drawing the waveform"));
    m_overviewJob.submit(
        [this, capture, report](const std::stop_token& stop) {
            const auto publish = [this, capture](const auto& levels, core::ReceiverTime /*firstFrame*/) {
                post([this, capture, levels] {
                    if (capture == m_capture)
                        emit overviewChanged(levels);
                });
            };
            auto timeline = std::make_shared<const core::Timeline>(core::originalTimeline(*capture));
            const WaveformRequest request{capture, std::move(timeline), publish};
            (void)buildWaveform(request, m_focus, JobControl(stop, report));
            post([this] { emit progressChanged({}, 1); });
        },
        LatestJob::Running::IsCancelled);
}

void Session::exportTo(core::ExportKind kind, const QString& path)
{
    if (!m_analysis || m_exportJob.isBusy()) {
        emit problemFound(
            m_analysis ? tr("Another export is still running.") : tr("There is nothing to export."));
        return;
    }
    const auto report = reporter(tr("Exporting %1").arg(QFileInfo(path).fileName()));
    m_exportJob.submit(
        [this, analysis = m_analysis, kind, path, report, write = m_engine.exportTo](
            const std::stop_token& stop) {
            post([this, path, written = write(analysis, kind, toPath(path), JobControl(stop, report))] {
                showExported(written, path);
            });
        },
        LatestJob::Running::IsFinished);
}

void Session::showExported(const core::Result<void>& written, const QString& path)
{
    emit progressChanged({}, 1);
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
}

void Session::setVisibleRange(core::ReceiverTime begin, core::ReceiverTime end)
{
    m_focus.beginUs = begin.ticks();
    m_focus.endUs = end.ticks();
}

} // namespace app

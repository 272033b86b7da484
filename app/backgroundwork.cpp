#include "app/backgroundwork.h"

#include "app/beat.h"

#include <algorithm>
#include <array>
#include <utility>

namespace app {

using core::JobControl;

namespace {

constexpr std::chrono::milliseconds picturePeriod(250);
constexpr std::chrono::milliseconds restPeriod(150); // a slider that moves is not at rest

// The overview always shows the whole: coarse blocks suffice where a pixel holds many of them on any display.
core::WaveformLevels::Detail overviewDetail(const core::Capture& capture)
{
    constexpr core::MediaSpan oneHour = core::mediaMilliseconds(int64_t{3600} * 1000);
    return capture.duration() > oneHour ? core::WaveformLevels::Detail::Coarse
                                        : core::WaveformLevels::Detail::Fine;
}

} // namespace

BackgroundWork::BackgroundWork(ProgressTeller& progress, std::chrono::milliseconds patience)
    : m_progress(progress)
    , m_patience(patience)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        startWaveform();
        startDamage();
    });
    m_hold.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, [this] { m_overviewGate.open(); });
}

// Runs a function on the GUI thread, unless this is gone by then.
template <typename Function> void BackgroundWork::post(Function function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

void BackgroundWork::showCapture(std::shared_ptr<const core::Capture> capture)
{
    m_capture = std::move(capture);
    m_shown = {};
    m_waveform.reset();
    m_isWaveformCancelled = false;
    pause();
    m_sinceMove.invalidate();
    m_overviewGate.open();
    startOverview();
}

void BackgroundWork::show(const FinishedAnalysis& finished)
{
    m_shown = finished;
    m_waveform.reset();
    m_isWaveformCancelled = false;
    pause();
    const auto wait = timeToRest();
    if (wait.count() > 0) {
        m_rest.start(wait);
        return;
    }
    startWaveform();
    startDamage();
}

void BackgroundWork::noteMove()
{
    m_isMoving = m_sinceMove.isValid() && !m_sinceMove.hasExpired(restPeriod.count());
    m_sinceMove.start();
    if (!m_isMoving)
        return;
    m_overviewGate.close();
    m_hold.start(restPeriod);
}

std::chrono::milliseconds BackgroundWork::timeToRest() const
{
    using std::chrono::milliseconds;
    const bool isMoving = m_isMoving && m_sinceMove.isValid();
    return isMoving ? std::max(restPeriod - milliseconds(m_sinceMove.elapsed()), milliseconds(0))
                    : milliseconds(0);
}

void BackgroundWork::pause()
{
    m_rest.stop();
    m_waveformJob.cancel();
    m_damageJob.cancel();
}

void BackgroundWork::cancel(Work work)
{
    if (work == Work::Overview)
        m_overviewJob.cancel();
    if (work == Work::Damage)
        m_damageJob.cancel();
    if (work != Work::Waveform)
        return;
    m_waveformJob.cancel();
    m_isWaveformCancelled = true;
    if (!m_waveform)
        emit waveformChanged(nullptr, {}); // what is seen is of another analysis
}

void BackgroundWork::setVisibleRange(core::ReceiverTime begin, core::ReceiverTime end)
{
    m_focus.beginUs = begin.ticks();
    m_focus.endUs = end.ticks();
    if (m_isWaveformCancelled && m_shown.analysis && !isDrawnInView())
        startWaveform();
}

bool BackgroundWork::isDrawnInView() const
{
    if (!m_waveform)
        return false;
    const auto frameAt = [this](int64_t us) {
        return core::toMediaSpan(core::ReceiverTime(us) - m_waveformStart).ticks();
    };
    std::array<core::WaveformLevels::Column, 256> columns;
    m_waveform->query(std::max<int64_t>(frameAt(m_focus.beginUs), 0),
        std::min(frameAt(m_focus.endUs), m_waveform->frameCount()), columns);
    return std::ranges::all_of(columns, [](const auto& column) { return column.isFilled; });
}

void BackgroundWork::startWaveform()
{
    m_isWaveformCancelled = false;
    const auto analysis = m_shown.analysis;
    const auto run = m_progress.begin(Work::Waveform, tr("Drawing the waveform of what is heard"));
    const auto report = m_progress.reporter(run, m_patience);
    m_waveformJob.submit(
        [this, analysis, run, report](const std::stop_token& stop) {
            const auto publish = [this, analysis](const auto& levels, core::ReceiverTime firstFrame) {
                post([this, analysis, levels, firstFrame] {
                    if (analysis != m_shown.analysis)
                        return;
                    m_waveform = levels;
                    m_waveformStart = firstFrame;
                    emit waveformChanged(levels, firstFrame);
                });
            };
            const core::WaveformRequest request{
                analysis->capture, core::timelineOf(analysis), publish, Beat(picturePeriod)};
            // Without a decoder there is no picture; playing tells why.
            (void)core::buildWaveform(request, m_focus, JobControl(stop, report));
            m_progress.endLater(run);
        },
        LatestJob::Running::IsCancelled);
}

void BackgroundWork::startDamage()
{
    const auto analysis = m_shown.analysis;
    const auto known = m_shown.damage;
    tellKnownDamage(0);
    if (known->size() == analysis->gaps.size())
        return;
    const auto run = m_progress.begin(Work::Damage, tr("Measuring the damage of gaps"));
    const auto report = m_progress.reporter(run, m_patience);
    m_damageJob.submit(
        [this, analysis, known, measured = *known, run, report](const std::stop_token& stop) {
            const auto publish = [this, analysis, known](std::vector<GapDamage> found) {
                post([this, analysis, known, found = std::move(found)] {
                    for (const GapDamage& each : found)
                        (*known)[each.gap] = each.decibels;
                    if (analysis == m_shown.analysis)
                        emit damageFound(found);
                });
            };
            // What can't be decoded has no damage to tell of; playing tells why.
            (void)measureDamage({analysis, measured, publish}, m_focus, JobControl(stop, report));
            m_progress.endLater(run);
        },
        LatestJob::Running::IsCancelled);
}

// Of a scenario that was shown before: some at a time, so that the window is not kept.
void BackgroundWork::tellKnownDamage(uint32_t from)
{
    constexpr size_t mostAtOnce = 500;
    std::vector<GapDamage> found;
    auto each = m_shown.damage->lower_bound(from);
    for (; each != m_shown.damage->end() && found.size() < mostAtOnce; ++each)
        found.push_back({each->first, each->second});
    if (!found.empty())
        emit damageFound(found);
    if (each == m_shown.damage->end())
        return;
    post([this, analysis = m_shown.analysis, next = each->first] {
        if (analysis == m_shown.analysis)
            tellKnownDamage(next);
    });
}

void BackgroundWork::startOverview()
{
    const auto capture = m_capture;
    const auto run = m_progress.begin(Work::Overview, tr("Drawing the waveform"));
    m_overviewJob.submit(
        [this, capture, run, tell = m_progress.reporter(run)](const std::stop_token& stop) {
            const auto report = [this, &stop, &tell](double done) {
                m_overviewGate.pass(stop);
                tell(done);
            };
            const auto publish = [this, capture](const auto& levels, core::ReceiverTime /*firstFrame*/) {
                post([this, capture, levels] {
                    if (capture == m_capture)
                        emit overviewChanged(levels);
                });
            };
            auto timeline = std::make_shared<const core::Timeline>(core::originalTimeline(*capture));
            const core::RenderFocus everything{0, timeline->end().ticks()};
            const core::WaveformRequest request{
                capture, std::move(timeline), publish, Beat(picturePeriod), overviewDetail(*capture)};
            (void)core::buildWaveform(request, everything, JobControl(stop, report));
            m_progress.endLater(run);
        },
        LatestJob::Running::IsCancelled);
}

} // namespace app

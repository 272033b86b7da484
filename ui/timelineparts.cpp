#include "ui/timelineparts.h"

#include "ui/draft.h"
#include "ui/lanerecorder.h"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ui {

using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

constexpr qint64 frameUs = 16667;
constexpr qint64 sliceMs = 4; // of drawing between two looks at the window
constexpr qint64 oneGestureMs = 600; // zooms closer than this are one gesture
constexpr double followedShare = 0.75; // of the view, where the playhead stays when it is followed

} // namespace

TimelineView::Parts::Parts(TimelineView& view)
    : plot(view)
    , m_view(view)
    , m_gestures(plot.widget())
    , m_readout(&plot.widget())
{
    auto* layout = new QVBoxLayout(&view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&plot.widget());
    view.setFocusPolicy(Qt::StrongFocus);
    view.setMinimumSize(240, 200);
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &Parts::paint);
    connect(&m_drawing, &QTimer::timeout, this, &Parts::drawOn);
    m_clock.start();
    connectGestures();
}

void TimelineView::Parts::schedule(Stale stale)
{
    m_stale = std::max(m_stale, stale);
    if (m_stale == Stale::Nothing)
        return;
    if (m_frame.isActive() || m_drawing.isActive() || !m_view.isVisible())
        return;
    m_frame.start(static_cast<int>(std::max<qint64>(m_nextFrameUs - nowUs(), 0) / 1000));
}

void TimelineView::Parts::paint()
{
    // Sixty a second, also where single ones come a little late.
    const qint64 now = nowUs();
    m_nextFrameUs = (now - m_nextFrameUs < frameUs ? m_nextFrameUs : now) + frameUs;
    plot.overlay().playhead = m_playhead;
    plot.overlay().selection = selection;
    plot.overlay().current = m_view.hasFocus() ? std::optional(m_currentLane) : std::nullopt;
    const Stale stale = std::exchange(m_stale, Stale::Nothing);
    if (stale == Stale::Overlay) {
        plot.refreshOverlay();
        if (m_isSelectedTold)
            tellSelected();
    } else if (stale != Stale::Nothing) {
        giveSize();
        plot.scene().visible = viewport.visible();
        plot.overview().visible = viewport.whole();
        plot.scene().present = isLive ? std::optional(m_playhead) : std::nullopt;
        plot.beginFrame(stale == Stale::Lanes ? FrameContent::Lanes : FrameContent::Everything);
        m_drawing.start(0);
    }
}

// What was shown just now has no size before its layouts have worked.
void TimelineView::Parts::giveSize()
{
    std::vector<QWidget*> above{&m_view};
    while (!above.back()->isWindow())
        above.push_back(above.back()->parentWidget());
    std::for_each(above.rbegin(), above.rend(), [](QWidget* widget) {
        if (widget->layout() != nullptr)
            widget->layout()->activate();
    });
}

// As many steps as fit between two events that somebody waits for.
void TimelineView::Parts::drawOn()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < sliceMs) {
        if (plot.drawOn()) {
            m_drawing.stop();
            if (m_isSelectedTold)
                tellSelected();
            else if (m_mouse)
                hover(*m_mouse); // something else lies there now
            return schedule(m_stale);
        }
    }
}

// One step an event.
void TimelineView::Parts::record(std::function<void(const PlotRecording&)> take)
{
    auto* steps = new QTimer(this);
    connect(steps, &QTimer::timeout, this,
        [steps, take = std::move(take), recorder = std::shared_ptr(plot.recorder())] {
            if (!recorder->recordOn())
                return;
            steps->stop();
            steps->deleteLater();
            take(recorder->recording());
        });
    steps->start(0);
}

bool TimelineView::Parts::isUpToDate() const
{
    return !m_view.isVisible() || (m_stale == Stale::Nothing && !m_drawing.isActive());
}

void TimelineView::Parts::rangeChanged(TimeRange before)
{
    if (viewport.visible() == before)
        return;
    m_readout.hide();
    plot.setDraft(nullptr);
    schedule(Stale::Lanes);
    emit m_view.visibleRangeChanged(viewport.visible());
}

void TimelineView::Parts::setCapture(const std::shared_ptr<const core::Capture>& capture)
{
    const TimeRange before = viewport.visible();
    plot.setDraft(nullptr);
    plot.scene() = LaneScene();
    plot.overview() = LaneScene();
    plot.overlay().selectedPacket = core::noPacket;
    setSelection(std::nullopt);
    ReceiverTime end;
    if (capture) {
        end = ReceiverTime() + core::toReceiverSpan(capture->packetsEnd() - core::MediaTime());
        plot.overview().firstFrame =
            ReceiverTime() + core::toReceiverSpan(capture->begin() - core::MediaTime());
    }
    viewport.reset({ReceiverTime(), end});
    m_readout.hide();
    schedule(Stale::Everything);
    rangeChanged(before);
}

void TimelineView::Parts::setAnalysis(const std::shared_ptr<const core::Analysis>& analysis,
    const std::shared_ptr<const core::PlotLevels>& levels)
{
    if (!analysis || !levels)
        return;
    const TimeRange before = viewport.visible();
    plot.setDraft(nullptr);
    viewport.setWhole({ReceiverTime(), levels->end()});
    for (LaneScene* scene : {&plot.scene(), &plot.overview()}) {
        scene->analysis = analysis;
        scene->levels = levels;
    }
    if (plot.overlay().selectedPacket >= analysis->timeline.outcomes.size())
        plot.overlay().selectedPacket = core::noPacket;
    m_readout.hide();
    schedule(Stale::Everything);
    rangeChanged(before);
}

// Nothing of it can be pointed at or clicked: its packets are few of many.
void TimelineView::Parts::setDraft(std::shared_ptr<const Draft> draft)
{
    if (!draft || draft->range != viewport.visible())
        return;
    plot.setDraft(std::move(draft));
    m_readout.hide();
    schedule(Stale::Lanes);
}

void TimelineView::Parts::setPlayhead(ReceiverTime time)
{
    if (time == m_playhead)
        return;
    m_playhead = time;
    schedule(isLive ? Stale::Lanes : Stale::Overlay);
    const TimeRange visible = viewport.visible();
    const ReceiverSpan lead(std::llround(static_cast<double>(visible.length().ticks()) * followedShare));
    const bool isInView = time >= visible.begin && time <= visible.begin + lead;
    if (!isLive || isInView || m_gestures.drag() != TimelineGestures::Drag::None)
        return;
    viewport.setVisible({time - lead, time - lead + visible.length()}, Viewport::Step::Continued);
    rangeChanged(visible);
}

void TimelineView::Parts::setLive(bool isOn)
{
    if (isLive == isOn)
        return;
    isLive = isOn;
    schedule(Stale::Lanes);
}

void TimelineView::Parts::setSelection(std::optional<TimeRange> range)
{
    if (selection == range)
        return;
    selection = range;
    schedule(Stale::Overlay);
    emit m_view.selectionChanged(selection);
}

void TimelineView::Parts::setLoop(std::optional<TimeRange> range)
{
    plot.overlay().loop = range;
    schedule(Stale::Overlay);
}

void TimelineView::Parts::choose(uint32_t packet)
{
    const LaneScene& scene = plot.scene();
    const bool isThere = !scene.isEmpty() && packet < scene.analysis->timeline.outcomes.size();
    plot.overlay().selectedPacket = isThere ? packet : core::noPacket;
    if (std::exchange(m_isSelectedTold, false))
        m_readout.hide();
    schedule(Stale::Overlay);
}

void TimelineView::Parts::stepPacket(int direction)
{
    const LaneScene& scene = plot.scene();
    if (scene.isEmpty() || scene.analysis->timeline.outcomes.empty())
        return;
    const auto last = static_cast<int64_t>(scene.analysis->timeline.outcomes.size()) - 1;
    const uint32_t selected = plot.overlay().selectedPacket;
    const int64_t next = selected == core::noPacket
        ? int64_t{core::firstPacketSentFrom(*scene.analysis, m_playhead)}
        : int64_t{selected} + direction;
    const auto packet = static_cast<uint32_t>(std::clamp<int64_t>(next, 0, last));
    select(packet);
    emit m_view.packetSelected(packet);
    m_isSelectedTold = true;
    if (!m_frame.isActive() && !m_drawing.isActive())
        tellSelected();
}

// Beside it in the lane that keys move, or in the first one that shows it.
void TimelineView::Parts::tellSelected()
{
    const uint32_t packet = plot.overlay().selectedPacket;
    const LaneScene& scene = plot.shownScene();
    if (scene.isEmpty() || packet >= scene.analysis->timeline.outcomes.size())
        return;
    std::vector<LaneId> lanes = plot.shownLanes();
    std::ranges::stable_partition(lanes, [this](LaneId lane) { return lane == m_currentLane; });
    for (const LaneId lane : lanes) {
        const LaneMap map = plot.mapOf(lane);
        const std::optional<QPointF> place = plot.lane(lane).placeOf(scene, map, packet);
        if (!place || !map.area.adjusted(-1, -1, 1, 1).contains(*place))
            continue;
        m_readout.showRows(PacketDescription::rows(*scene.analysis, *scene.levels, packet), place->toPoint());
        return;
    }
}

void TimelineView::Parts::select(uint32_t packet)
{
    choose(packet);
    if (plot.overlay().selectedPacket == core::noPacket)
        return;
    const TimeRange before = viewport.visible();
    viewport.reveal(core::sendTimeOf(*plot.scene().analysis, packet));
    rangeChanged(before);
}

Viewport::Step TimelineView::Parts::nextStep()
{
    const bool goesOn = m_sinceStep.isValid() && m_sinceStep.elapsed() < oneGestureMs;
    m_sinceStep.start();
    return goesOn ? Viewport::Step::Continued : Viewport::Step::New;
}

void TimelineView::Parts::zoom(double factor, ReceiverTime anchor)
{
    const TimeRange before = viewport.visible();
    viewport.zoom(factor, anchor, nextStep());
    rangeChanged(before);
}

// Around the playhead if it is in view, so that what is heard stays in sight.
void TimelineView::Parts::zoomAtCentre(double factor)
{
    const TimeRange visible = viewport.visible();
    const ReceiverTime centre = visible.begin + ReceiverSpan(visible.length().ticks() / 2);
    zoom(factor, visible.contains(m_playhead) ? m_playhead : centre);
}

void TimelineView::Parts::pan(double shareOfView)
{
    const TimeRange before = viewport.visible();
    const double ticks = static_cast<double>(before.length().ticks()) * shareOfView;
    viewport.pan(ReceiverSpan(std::llround(ticks)), nextStep());
    rangeChanged(before);
}

void TimelineView::Parts::travel(int direction)
{
    const TimeRange before = viewport.visible();
    m_sinceStep.invalidate();
    if (direction < 0)
        viewport.back();
    else
        viewport.forward();
    rangeChanged(before);
}

} // namespace ui

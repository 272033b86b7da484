#include "ui/arrivallane.h"
#include "ui/outputlane.h"
#include "ui/timelineparts.h"

#include <QMenu>
#include <cmath>

namespace ui {

using core::ReceiverSpan;
using core::ReceiverTime;
using Drag = TimelineGestures::Drag;
using Phase = TimelineGestures::Phase;

namespace {

constexpr double zoomStep = 0.8; // a notch of the wheel
constexpr double keyZoomStep = 0.5;
constexpr double panStep = 0.15; // of the view
constexpr double edgeReach = 5; // pixels to either side of the brush's edges
constexpr double shortestSelection = 3; // pixels

} // namespace

void TimelineView::Parts::connectGestures()
{
    connect(&m_gestures, &TimelineGestures::pressing, this, &Parts::choosePressed);
    connect(&m_gestures, &TimelineGestures::dragged, this, &Parts::drag);
    connect(&m_gestures, &TimelineGestures::clicked, this, &Parts::click);
    connect(&m_gestures, &TimelineGestures::hovered, this, &Parts::hover);
    connect(&m_gestures, &TimelineGestures::left, &m_readout, &QWidget::hide);
    connect(&m_gestures, &TimelineGestures::wheeled, this, &Parts::wheel);
    connect(&m_gestures, &TimelineGestures::historyRequested, this, &Parts::travel);
    connect(&m_gestures, &TimelineGestures::doubleClicked, &m_view, &TimelineView::fit);
    connect(&m_gestures, &TimelineGestures::contextRequested, this,
        [this](QPoint globalPosition) { openMenu(globalPosition); });
}

ReceiverTime TimelineView::Parts::timeAt(QPointF point) const
{
    const bool isOverview = plot.laneAt(point) == LaneId::Overview;
    return plot.mapOf(isOverview ? LaneId::Overview : LaneId::Arrival).timeAt(point.x());
}

void TimelineView::Parts::choosePressed(QPointF point, Qt::KeyboardModifiers modifiers)
{
    m_view.setFocus(Qt::MouseFocusReason);
    m_readout.hide();
    m_border = plot.borderAt(point);
    m_dragged = viewport.visible();
    if (plot.laneAt(point) == LaneId::Overview)
        m_gestures.setDrag(brushPartAt(point));
    else if (modifiers.testFlag(Qt::ShiftModifier))
        m_gestures.setDrag(Drag::Select);
    else
        m_gestures.setDrag(m_border ? Drag::Border : Drag::Pan);
}

// Pressed outside of it, a new brush is drawn from that point on.
Drag TimelineView::Parts::brushPartAt(QPointF point)
{
    const LaneMap map = plot.mapOf(LaneId::Overview);
    const double begin = map.x(m_dragged.begin);
    const double end = map.x(m_dragged.end);
    if (std::abs(point.x() - begin) <= edgeReach && end - begin > 2 * edgeReach)
        return Drag::BrushBegin;
    if (std::abs(point.x() - end) <= edgeReach)
        return Drag::BrushEnd;
    if (point.x() > begin && point.x() < end)
        return Drag::BrushMove;
    m_dragged = {map.timeAt(point.x()), map.timeAt(point.x())};
    return Drag::BrushEnd;
}

void TimelineView::Parts::drag(Drag drag, Phase phase, QPointF from, QPointF to)
{
    if (phase == Phase::Begin)
        m_hasDragged = false;
    if (drag == Drag::Select)
        return dragSelection(phase, from, to);
    if (phase == Phase::Begin)
        return;
    if (drag == Drag::Border) {
        if (m_border)
            plot.moveBorder(*m_border, to.y());
        return schedule(Stale::Everything);
    }
    const bool isPan = drag == Drag::Pan;
    const LaneMap map = plot.mapOf(isPan ? LaneId::Arrival : LaneId::Overview);
    const ReceiverSpan moved = map.timeAt(to.x()) - map.timeAt(from.x());
    if (isPan)
        dragView({m_dragged.begin - moved, m_dragged.end - moved});
    else if (drag == Drag::BrushMove)
        dragView({m_dragged.begin + moved, m_dragged.end + moved});
    else if (drag == Drag::BrushBegin)
        dragView(rangeBetween(m_dragged.begin + moved, m_dragged.end));
    else
        dragView(rangeBetween(m_dragged.begin, m_dragged.end + moved));
}

void TimelineView::Parts::dragView(TimeRange to)
{
    const TimeRange before = viewport.visible();
    viewport.setVisible(to, m_hasDragged ? Viewport::Step::Continued : Viewport::Step::New);
    m_hasDragged = m_hasDragged || viewport.visible() != before;
    m_sinceStep.invalidate();
    rangeChanged(before);
}

void TimelineView::Parts::dragSelection(Phase phase, QPointF from, QPointF to)
{
    const LaneMap map = plot.mapOf(LaneId::Arrival);
    const TimeRange range = rangeBetween(map.timeAt(from.x()), map.timeAt(to.x()));
    const TimeRange whole = viewport.whole();
    const TimeRange cut{
        std::clamp(range.begin, whole.begin, whole.end), std::clamp(range.end, whole.begin, whole.end)};
    if (phase == Phase::End) {
        const bool isRange = std::abs(to.x() - from.x()) >= shortestSelection;
        selection = isRange ? std::optional(cut) : std::nullopt;
        emit m_view.selectionChanged(selection);
    } else {
        selection = cut;
    }
    schedule(Stale::Overlay);
}

uint32_t TimelineView::Parts::packetAt(QPointF point) const
{
    const LaneScene& scene = const_cast<LanePlot&>(plot).scene();
    const auto lane = plot.laneAt(point);
    if (lane == LaneId::Arrival)
        return ArrivalLane::packetNear(scene, plot.mapOf(LaneId::Arrival), point);
    if (lane == LaneId::Output)
        return OutputLane::packetUnder(scene, plot.mapOf(LaneId::Output), point);
    return core::noPacket;
}

// A click on a packet goes to where it sounds, or would have; anywhere else to the time of the place.
void TimelineView::Parts::click(QPointF point)
{
    const auto lane = plot.laneAt(point);
    if (!lane || plot.scene().isEmpty())
        return;
    if (lane == LaneId::Overview) {
        const ReceiverTime centre = timeAt(point);
        const ReceiverSpan half(viewport.visible().length().ticks() / 2);
        const TimeRange before = viewport.visible();
        viewport.setVisible({centre - half, centre - half + before.length()});
        return rangeChanged(before);
    }
    const uint32_t packet = packetAt(point);
    if (packet != core::noPacket) {
        select(packet);
        emit m_view.packetSelected(packet);
    }
    ReceiverTime time = timeAt(point);
    if (packet != core::noPacket && lane == LaneId::Arrival) {
        const core::PacketOutcome& outcome = plot.scene().analysis->timeline.outcomes[packet];
        time = outcome.playout != core::never ? outcome.playout
            : outcome.due != core::never      ? outcome.due
                                              : time;
    }
    emit m_view.seekRequested(std::clamp(time, viewport.whole().begin, viewport.whole().end));
}

void TimelineView::Parts::hover(QPointF point)
{
    const uint32_t packet = packetAt(point);
    if (packet != core::noPacket)
        m_readout.showPacket(*plot.scene().analysis, packet, point.toPoint());
    else
        m_readout.hide();
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (plot.borderAt(point)) {
        shape = Qt::SplitVCursor;
    } else if (plot.laneAt(point) == LaneId::Overview) {
        const LaneMap map = plot.mapOf(LaneId::Overview);
        const double begin = std::abs(point.x() - map.x(viewport.visible().begin));
        const double end = std::abs(point.x() - map.x(viewport.visible().end));
        shape = std::min(begin, end) <= edgeReach ? Qt::SplitHCursor : Qt::ArrowCursor;
    }
    if (plot.widget().cursor().shape() != shape)
        plot.widget().setCursor(shape);
}

void TimelineView::Parts::wheel(QPointF point, double across, double up, Qt::KeyboardModifiers modifiers)
{
    m_readout.hide();
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        across += up;
        up = 0;
    }
    if (across != 0)
        pan(-across * panStep);
    if (up != 0)
        zoom(std::pow(zoomStep, up), timeAt(point));
}

bool TimelineView::Parts::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::AltModifier)) {
        if (key != Qt::Key_Left && key != Qt::Key_Right)
            return false;
        travel(key == Qt::Key_Left ? -1 : 1);
        return true;
    }
    if (modifiers & (Qt::ControlModifier | Qt::MetaModifier))
        return false;
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_W:
        zoomAtCentre(keyZoomStep);
        return true;
    case Qt::Key_Minus:
    case Qt::Key_S:
        zoomAtCentre(1 / keyZoomStep);
        return true;
    case Qt::Key_0:
        m_view.fit();
        return true;
    case Qt::Key_A:
    case Qt::Key_D:
        pan(key == Qt::Key_A ? -panStep : panStep);
        return true;
    case Qt::Key_Escape:
        if (!selection)
            return false;
        setSelection(std::nullopt);
        return true;
    default:
        return false;
    }
}

void TimelineView::Parts::openMenu(QPoint globalPosition)
{
    QMenu menu(&m_view);
    addLaneActions(menu);
    menu.addSeparator();
    menu.addAction(tr("Show all"), &m_view, &TimelineView::fit);
    QAction* zoomToSelection =
        menu.addAction(tr("Zoom to selection"), this, [this] { m_view.setVisibleRange(*selection); });
    zoomToSelection->setEnabled(selection.has_value());
    menu.addAction(tr("Zoom back"), &m_view, &TimelineView::zoomBack)->setEnabled(viewport.canGoBack());
    menu.addAction(tr("Zoom forward"), &m_view, &TimelineView::zoomForward)
        ->setEnabled(viewport.canGoForward());
    menu.exec(globalPosition);
}

void TimelineView::Parts::addLaneActions(QMenu& menu)
{
    for (const LaneId lane : {LaneId::Arrival, LaneId::Buffer, LaneId::Output, LaneId::Quality}) {
        QAction* action = menu.addAction(plot.lane(lane).title());
        action->setCheckable(true);
        action->setChecked(plot.isShown(lane));
        action->setEnabled(!plot.isShown(lane) || plot.shownLanes().size() > 1);
        connect(action, &QAction::toggled, this, [this, lane](bool isOn) {
            plot.setShown(lane, isOn);
            schedule(Stale::Everything);
        });
    }
}

} // namespace ui

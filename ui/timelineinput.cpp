#include "ui/timelineparts.h"

#include <QMenu>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace ui {

using core::ReceiverSpan;
using core::ReceiverTime;
using Drag = TimelineGestures::Drag;
using Phase = TimelineGestures::Phase;

namespace {

constexpr double zoomStep = 0.8; // a notch of the wheel
constexpr double keyZoomStep = 0.5;
constexpr double edgeReach = 5; // pixels to either side of the brush's edges
constexpr double shortestSelection = 3; // pixels

} // namespace

void TimelineView::Parts::connectGestures()
{
    connect(&m_gestures, &TimelineGestures::pressing, this, &Parts::choosePressed);
    connect(&m_gestures, &TimelineGestures::dragged, this, &Parts::drag);
    connect(&m_gestures, &TimelineGestures::clicked, this, &Parts::click);
    connect(&m_gestures, &TimelineGestures::hovered, this, &Parts::hover);
    connect(&m_gestures, &TimelineGestures::left, this, &Parts::leave);
    connect(&m_gestures, &TimelineGestures::wheeled, this, &Parts::wheel);
    connect(&m_gestures, &TimelineGestures::historyRequested, this, &Parts::travel);
    connect(&m_gestures, &TimelineGestures::doubleClicked, this, &Parts::doubleClick);
    connect(
        &m_gestures, &TimelineGestures::contextRequested, this, [this](QPoint globalPosition, QPointF point) {
            const auto lane = plot.laneAt(point);
            if (lane && lane != LaneId::Overview)
                m_currentLane = *lane;
            openMenu(globalPosition);
        });
}

ReceiverTime TimelineView::Parts::timeAt(QPointF point) const
{
    const bool isOverview = plot.laneAt(point) == LaneId::Overview;
    return (isOverview ? plot.mapOf(LaneId::Overview) : mapOfLanes()).timeAt(point.x());
}

// All lanes have the same time across; a hidden one has no place.
LaneMap TimelineView::Parts::mapOfLanes() const { return plot.mapOf(plot.shownLanes().front()); }

void TimelineView::Parts::choosePressed(QPointF point, Qt::KeyboardModifiers modifiers)
{
    m_view.setFocus(Qt::MouseFocusReason);
    leave();
    m_beforeClick.reset();
    m_border = plot.borderAt(point);
    m_seized = plot.titleAt(point);
    m_dragged = viewport.visible();
    const auto lane = plot.laneAt(point);
    if (lane && lane != LaneId::Overview)
        m_currentLane = *lane;
    schedule(Stale::Overlay);
    if (lane == LaneId::Overview)
        m_gestures.setDrag(brushPartAt(point));
    else if (modifiers.testFlag(Qt::ShiftModifier))
        m_gestures.setDrag(Drag::Select);
    else
        m_gestures.setDrag(m_border ? Drag::Border : m_seized ? Drag::Lane : Drag::Pan);
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
    if (drag == Drag::Lane)
        return dragLane(phase, to);
    if (phase == Phase::Begin)
        return;
    if (drag == Drag::Border) {
        if (m_border)
            plot.moveBorder(*m_border, to.y());
        return schedule(Stale::Everything);
    }
    const bool isPan = drag == Drag::Pan;
    const LaneMap map = isPan ? mapOfLanes() : plot.mapOf(LaneId::Overview);
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
    const LaneMap map = mapOfLanes();
    const TimeRange range = rangeBetween(map.timeAt(from.x()), map.timeAt(to.x()));
    const TimeRange whole = viewport.whole();
    const TimeRange cut{
        std::clamp(range.begin, whole.begin, whole.end), std::clamp(range.end, whole.begin, whole.end)};
    if (phase == Phase::End) {
        const bool isRange = std::abs(to.x() - from.x()) >= shortestSelection && cut.begin < cut.end;
        selection = isRange ? std::optional(cut) : std::nullopt;
        emit m_view.selectionChanged(selection);
    } else {
        selection = cut;
    }
    schedule(Stale::Overlay);
}

uint32_t TimelineView::Parts::packetAt(QPointF point) const
{
    if (plot.isDraftShown())
        return core::noPacket;
    const auto lane = plot.laneAt(point);
    if (!lane || plot.shownScene().isEmpty())
        return core::noPacket;
    return plot.lane(*lane).packetAt(plot.shownScene(), plot.mapOf(*lane), point);
}

// A click on a packet goes to where it sounds, or would have; anywhere else to the time of the place.
void TimelineView::Parts::click(QPointF point)
{
    const auto lane = plot.laneAt(point);
    if (!lane || plot.shownScene().isEmpty())
        return;
    m_beforeClick = {m_playhead, plot.overlay().selectedPacket, viewport};
    if (lane == LaneId::Overview) {
        const ReceiverTime centre = timeAt(point);
        const ReceiverSpan half(viewport.visible().length().ticks() / 2);
        const TimeRange before = viewport.visible();
        viewport.setVisible({centre - half, centre - half + before.length()});
        return rangeChanged(before);
    }
    const uint32_t packet = packetAt(point);
    if (packet != core::noPacket) {
        choose(packet); // it is in view, if perhaps not where it was sent
        emit m_view.packetSelected(packet);
    }
    ReceiverTime time = timeAt(point);
    // The staircase shows both times of a packet, so that the place of the click says which one is meant.
    const bool isDelayView = lane == LaneId::Arrival && plot.arrivalView() == ArrivalView::Delay;
    if (packet != core::noPacket && isDelayView) {
        const core::PacketOutcome& outcome = plot.shownScene().analysis->timeline.outcomes[packet];
        time = outcome.playout != core::never ? core::ReceiverTime(outcome.playout)
            : outcome.due != core::never      ? core::ReceiverTime(outcome.due)
                                              : time;
    }
    emit m_view.seekRequested(std::clamp(time, viewport.whole().begin, viewport.whole().end));
}

// Shows all. Its first press was a click by itself, whose effects nobody wanted who clicks twice.
void TimelineView::Parts::doubleClick()
{
    const TimeRange shown = viewport.visible();
    if (const auto before = std::exchange(m_beforeClick, std::nullopt)) {
        const TimeRange whole = viewport.whole();
        viewport = before->viewport;
        viewport.setWhole(whole);
        if (plot.overlay().selectedPacket != before->selectedPacket) {
            plot.overlay().selectedPacket = before->selectedPacket;
            schedule(Stale::Overlay);
            emit m_view.packetSelected(before->selectedPacket);
        }
        if (m_playhead != before->playhead)
            emit m_view.seekRequested(before->playhead);
    }
    viewport.fit();
    rangeChanged(shown);
}

void TimelineView::Parts::leave()
{
    m_mouse.reset();
    m_readout.hide();
}

void TimelineView::Parts::hover(QPointF point)
{
    m_mouse = point;
    m_isSelectedTold = false;
    const auto lane = plot.laneAt(point);
    std::vector<ReadoutRow> rows;
    if (lane && lane != LaneId::Overview && !plot.shownScene().isEmpty())
        rows = plot.lane(*lane).readout(plot.shownScene(), plot.mapOf(*lane), point);
    if (const uint32_t packet = packetAt(point); packet != core::noPacket)
        std::ranges::move(
            PacketDescription::rows(*plot.shownScene().analysis, *plot.shownScene().levels, packet),
            std::back_inserter(rows));
    if (rows.empty())
        m_readout.hide();
    else
        m_readout.showRows(rows, point.toPoint());
    const Qt::CursorShape shape = cursorAt(point);
    if (plot.widget().cursor().shape() != shape)
        plot.widget().setCursor(shape);
}

Qt::CursorShape TimelineView::Parts::cursorAt(QPointF point) const
{
    if (plot.borderAt(point))
        return Qt::SplitVCursor;
    if (plot.titleAt(point))
        return Qt::OpenHandCursor;
    if (plot.laneAt(point) != LaneId::Overview)
        return Qt::ArrowCursor;
    const LaneMap map = plot.mapOf(LaneId::Overview);
    const double begin = std::abs(point.x() - map.x(viewport.visible().begin));
    const double end = std::abs(point.x() - map.x(viewport.visible().end));
    return std::min(begin, end) <= edgeReach ? Qt::SplitHCursor : Qt::ArrowCursor;
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
    case Qt::Key_Up:
    case Qt::Key_Down:
        chooseLane(key == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        if (std::exchange(m_isSelectedTold, false)) {
            m_readout.hide();
            return true;
        }
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
    QAction* staircase = menu.addAction(tr("Arrivals as a staircase"));
    staircase->setCheckable(true);
    staircase->setChecked(plot.arrivalView() == ArrivalView::Staircase);
    connect(staircase, &QAction::toggled, this,
        [this](bool isOn) { setArrivalView(isOn ? ArrivalView::Staircase : ArrivalView::Delay); });
    menu.addAction(tr("Move lane up"), this, [this] { moveCurrentLane(-1); })
        ->setEnabled(placeOfCurrentLane() > 0);
    menu.addAction(tr("Move lane down"), this, [this] { moveCurrentLane(1); })
        ->setEnabled(placeOfCurrentLane() + 1 < plot.shownLanes().size());
    menu.addAction(tr("Reset lanes"), this, [this] { resetArrangement(); });
    menu.addSeparator();
    menu.addAction(tr("Show all"), &m_view, &TimelineView::fit);
    // It may be gone by then, with another capture.
    QAction* zoomToSelection = menu.addAction(tr("Zoom to selection"), this,
        [this] { m_view.setVisibleRange(selection.value_or(viewport.visible())); });
    QAction* forget =
        menu.addAction(tr("Forget the selection"), this, [this] { setSelection(std::nullopt); });
    for (QAction* action : {zoomToSelection, forget})
        action->setEnabled(selection.has_value());
    menu.addAction(tr("Zoom back"), &m_view, &TimelineView::zoomBack)->setEnabled(viewport.canGoBack());
    menu.addAction(tr("Zoom forward"), &m_view, &TimelineView::zoomForward)
        ->setEnabled(viewport.canGoForward());
    menu.exec(globalPosition);
}

} // namespace ui

#include "ui/timelineparts.h"

#include <QDataStream>
#include <QIODevice>
#include <QMenu>
#include <algorithm>

namespace ui {

namespace {

constexpr quint32 arrangementMagic = 0x4a534c32; // changes with the form of the arrangement

struct Arrangement {
    std::vector<double> heights; // by LaneId
    std::vector<bool> shown; // likewise
    std::vector<LaneId> order;
    ArrivalView arrivalView = ArrivalView::Delay;
};

bool isSound(const Arrangement& arrangement, const std::vector<LaneId>& lanes)
{
    return std::ranges::all_of(arrangement.heights, [](double h) { return h >= 0 && h < 1e6; })
        && std::ranges::any_of(
            lanes, [&](LaneId lane) { return arrangement.shown[static_cast<size_t>(lane)]; })
        && std::ranges::is_permutation(arrangement.order, lanes);
}

std::optional<Arrangement> readArrangement(const QByteArray& bytes, size_t count)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 countRead = 0;
    stream >> magic >> countRead;
    if (magic != arrangementMagic || countRead != count)
        return std::nullopt;
    Arrangement read;
    for (size_t i = 0; i < count; ++i) {
        double height = 0;
        bool isShown = false;
        stream >> height >> isShown;
        read.heights.push_back(height);
        read.shown.push_back(isShown);
    }
    quint8 value = 0;
    for (size_t i = 1; i < count; ++i) {
        stream >> value;
        read.order.push_back(static_cast<LaneId>(value));
    }
    stream >> value;
    read.arrivalView = value == 0 ? ArrivalView::Delay : ArrivalView::Staircase;
    return stream.status() == QDataStream::Ok ? std::optional(read) : std::nullopt;
}

} // namespace

QByteArray TimelineView::saveArrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    const LanePlot& plot = m_parts->plot;
    const std::vector<double> heights = plot.heights();
    stream << arrangementMagic << static_cast<quint32>(heights.size());
    for (size_t i = 0; i < heights.size(); ++i)
        stream << heights[i] << plot.isShown(static_cast<LaneId>(i));
    for (const LaneId lane : plot.order())
        stream << static_cast<quint8>(lane);
    stream << static_cast<quint8>(plot.arrivalView());
    return bytes;
}

void TimelineView::restoreArrangement(const QByteArray& arrangement)
{
    const auto read = readArrangement(arrangement, m_parts->plot.heights().size());
    if (!read || !isSound(*read, m_parts->plot.order()))
        return;
    m_parts->plot.setOrder(read->order);
    for (size_t i = 0; i < read->shown.size(); ++i)
        m_parts->plot.setShown(static_cast<LaneId>(i), read->shown[i]);
    m_parts->plot.setHeights(read->heights);
    m_parts->setArrivalView(read->arrivalView);
    m_parts->schedule(Parts::Stale::Everything);
}

void TimelineView::Parts::setArrivalView(ArrivalView view)
{
    if (plot.arrivalView() == view)
        return;
    plot.setArrivalView(view);
    m_readout.hide();
    schedule(Stale::Everything);
    emit m_view.arrivalViewChanged(view);
}

size_t TimelineView::Parts::placeOfCurrentLane() const
{
    const auto lanes = plot.shownLanes();
    const auto found = std::ranges::find(lanes, m_currentLane);
    return found == lanes.end() ? 0 : static_cast<size_t>(found - lanes.begin());
}

void TimelineView::Parts::chooseLane(int places)
{
    const auto lanes = plot.shownLanes();
    const auto place = static_cast<int>(placeOfCurrentLane()) + places;
    m_currentLane = lanes[static_cast<size_t>(std::clamp(place, 0, static_cast<int>(lanes.size()) - 1))];
    schedule(Stale::Overlay);
}

void TimelineView::Parts::moveCurrentLane(int places)
{
    const auto count = static_cast<int>(plot.shownLanes().size());
    const auto from = static_cast<int>(placeOfCurrentLane());
    const int to = std::clamp(from + places, 0, count - 1);
    m_currentLane = plot.shownLanes()[static_cast<size_t>(from)];
    // Going down it takes the place behind the lane that it passes.
    plot.moveTo(m_currentLane, static_cast<size_t>(to > from ? to + 1 : to));
    schedule(Stale::Everything);
}

void TimelineView::Parts::stretchCurrentLane(double pixels)
{
    const auto lanes = plot.shownLanes();
    const size_t place = placeOfCurrentLane();
    if (place + 1 < lanes.size())
        plot.moveBorder(lanes[place], plot.rowOf(lanes[place]).bottom() + pixels);
    else if (place > 0)
        plot.moveBorder(lanes[place - 1], plot.rowOf(lanes[place - 1]).bottom() - pixels);
    schedule(Stale::Everything);
}

void TimelineView::Parts::resetArrangement() { m_view.restoreArrangement(m_arrangementAtStart); }

void TimelineView::Parts::dragLane(TimelineGestures::Phase phase, QPointF to)
{
    if (!m_seized)
        return;
    const size_t place = plot.placeAt(to.y());
    if (phase == TimelineGestures::Phase::End) {
        plot.overlay().dropY.reset();
        plot.moveTo(*m_seized, place);
        m_seized.reset();
        schedule(Stale::Everything);
    } else {
        plot.overlay().dropY = plot.topOfPlace(place);
        plot.widget().setCursor(Qt::ClosedHandCursor);
        schedule(Stale::Overlay);
    }
}

// The overview comes first. Of the lanes below it one stays.
void TimelineView::Parts::addLaneActions(QMenu& menu)
{
    std::vector<LaneId> lanes = plot.order();
    lanes.insert(lanes.begin(), LaneId::Overview);
    for (const LaneId lane : lanes) {
        QAction* action = menu.addAction(plot.lane(lane).title());
        action->setCheckable(true);
        action->setChecked(plot.isShown(lane));
        action->setEnabled(lane == LaneId::Overview || !plot.isShown(lane) || plot.shownLanes().size() > 1);
        connect(action, &QAction::toggled, this, [this, lane](bool isOn) {
            plot.setShown(lane, isOn);
            schedule(Stale::Everything);
        });
    }
}

} // namespace ui

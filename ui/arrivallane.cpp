#include "ui/arrivallane.h"

#include "ui/arrivalcolumns.h"
#include "ui/arrivalpackets.h"
#include "ui/packetmark.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ui {

using core::ReceiverTime;

namespace {

constexpr double lostStripShare = 0.12; // of the values above it, below the zero line

double milliseconds(int32_t us) { return us / 1000.0; }

QPointF pointOf(const LaneScene& scene, const LaneMap& map, uint32_t packet)
{
    const core::PacketOutcome& outcome = scene.analysis->timeline.outcomes[packet];
    const ReceiverTime sent = core::sendTimeOf(*scene.analysis, packet);
    if (outcome.arrival == core::never)
        return {map.x(sent), lostStrip(map).center().y()};
    return {map.x(sent), map.y((outcome.arrival - sent).milliseconds())};
}

// Pixels from a point to the mark of a packet; that of a lost one is as high as its strip.
double distanceTo(const LaneScene& scene, const LaneMap& map, uint32_t packet, QPointF point)
{
    const QPointF away = pointOf(scene, map, packet) - point;
    const bool isLost = scene.analysis->timeline.outcomes[packet].arrival == core::never;
    const double above = isLost ? std::max(0.0, std::abs(away.y()) - lostStrip(map).height() / 2) : away.y();
    return std::hypot(away.x(), above);
}

} // namespace

std::vector<LegendEntry> packetLegend(const LaneScene& scene)
{
    const LaneColours& colours = scene.colours;
    std::vector<LegendEntry> entries{{LegendShape::Disc, colours.played, ArrivalLane::tr("played")},
        {LegendShape::Triangle, colours.late, ArrivalLane::tr("late")},
        {LegendShape::Bar, colours.lost, ArrivalLane::tr("lost")},
        {LegendShape::Diamond, colours.reordered, ArrivalLane::tr("reordered")},
        {LegendShape::Circle, colours.duplicate, ArrivalLane::tr("duplicate")}};
    if (scene.isEmpty())
        return entries;
    const core::Statistics& statistics = scene.analysis->statistics;
    if (statistics.packetsOverflow + statistics.packetsCorrupt > 0)
        entries.push_back({LegendShape::Cross, colours.discarded, ArrivalLane::tr("overflow or corrupt")});
    return entries;
}

QString ArrivalLane::title() const { return tr("Arrival vs playout"); }
QString ArrivalLane::subtitle() const
{
    return tr("network delay of each packet, and the deadline it had to meet");
}
QString ArrivalLane::unit() const { return tr("ms"); }

std::vector<LegendEntry> ArrivalLane::legend(const LaneScene& scene) const { return packetLegend(scene); }

ValueRange ArrivalLane::valueRange(const LaneScene& scene) const
{
    core::PlotRange range;
    for (const core::PlotCell& cell : scene.cells) {
        range.include(cell.delay);
        range.include(cell.late);
        range.include(cell.due);
    }
    const double high = roundUp(range.isEmpty() ? 100 : milliseconds(std::max(range.high, 10000)) * 1.12);
    return {-lostStripShare * high, high};
}

bool ArrivalLane::showsPackets(const LaneScene& scene, const LaneMap& map)
{
    return (scene.endPacket - scene.firstPacket) * 0.6 <= map.area.width();
}

void ArrivalLane::draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    if (scene.isEmpty())
        return;
    drawDeadlineLabel(painter, scene, map); // first, so that no packet lies under it
    if (showsPackets(scene, map))
        drawDelaysOfPackets(painter, scene, map);
    else
        drawDelaysOfColumns(painter, scene, map);
}

void ArrivalLane::drawDeadlineLabel(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    core::PlotRange last;
    for (const core::PlotCell& cell : scene.cells) {
        if (!cell.due.isEmpty())
            last = cell.due;
    }
    if (last.isEmpty())
        return;
    const QString text = tr("playout deadline %1 ms").arg(std::lround(milliseconds(last.high)));
    // Above the line, or below it where the lane ends there.
    constexpr double height = 18;
    const double line = map.y(milliseconds(last.high));
    const double top = line - height - 2 < map.area.top() ? line + 2 : line - height - 2;
    const QRectF place(map.area.left(), top, map.area.width() - 6, height);
    QRectF box = painter.fontMetrics().boundingRect(text);
    box.moveBottomRight(place.bottomRight());
    QColor ground = scene.colours.background;
    ground.setAlphaF(0.75F);
    painter.fillRect(box.adjusted(-3, 0, 3, 0), ground);
    painter.setPen(scene.colours.deadline);
    painter.drawText(place, Qt::AlignRight | Qt::AlignBottom, text);
}

std::optional<QPointF> ArrivalLane::placeOf(const LaneScene& scene, const LaneMap& map, uint32_t packet) const
{
    if (packet < scene.firstPacket || packet >= scene.endPacket)
        return std::nullopt;
    return pointOf(scene, map, packet);
}

uint32_t ArrivalLane::packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const
{
    if (scene.isEmpty())
        return core::noPacket;
    // Where a column of pixels holds many, only those in it and beside it, so that a click leads no farther
    // and a move of the mouse over a whole day looks at few.
    constexpr double mostLookedAt = 2000;
    const double inColumn = (scene.endPacket - scene.firstPacket) / map.area.width();
    const double reach = showsPackets(scene, map) ? 9 : std::clamp(mostLookedAt / inColumn, 1.0, 4.0);
    uint32_t nearest = core::noPacket;
    double shortest = reach;
    uint32_t i = core::firstPacketSentFrom(*scene.analysis, map.timeAt(point.x() - reach));
    const uint32_t end = core::firstPacketSentFrom(*scene.analysis, map.timeAt(point.x() + reach));
    for (; i < end; ++i) {
        if (!scene.hasHappened(knownAt(scene, i)))
            continue;
        const double distance = distanceTo(scene, map, i, point);
        if (distance < shortest) {
            shortest = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace ui

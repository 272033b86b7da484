#include "ui/staircaselane.h"

#include "ui/arrivallane.h"
#include "ui/packetmark.h"
#include "ui/stairarrivals.h"
#include "ui/stairmap.h"
#include "ui/stairplayout.h"

#include <algorithm>
#include <cmath>

namespace ui {

using core::ReceiverTime;

namespace {

constexpr double reach = 9; // pixels that a finger may be off

} // namespace

QString StaircaseLane::title() const { return tr("Arrival vs playout"); }
QString StaircaseLane::subtitle() const
{
    return tr("media time upwards, 0 is sent at the left edge; the way across is the time a packet waits");
}
QString StaircaseLane::unit() const { return tr("s"); }

std::vector<LegendEntry> StaircaseLane::legend(const LaneScene& scene) const
{
    std::vector<LegendEntry> entries = packetLegend(scene);
    entries.front().text = tr("arrived");
    entries.push_back({LegendShape::Line, scene.colours.deadline, tr("playout")});
    return entries;
}

// From what is played at the left edge up to what arrives at the right one.
ValueRange StaircaseLane::valueRange(const LaneScene& scene) const
{
    core::PlotRange lag;
    for (const core::PlotCell& cell : scene.cells) {
        lag.include(cell.delay);
        lag.include(cell.late);
        lag.include(cell.due);
    }
    const double length = scene.visible.length().milliseconds() / 1000;
    if (scene.isEmpty() || length <= 0)
        return {0, 1};
    const double longest = lag.isEmpty() ? 0 : std::max(lag.high, 0) / 1e6;
    const double shortest = lag.isEmpty() ? 0 : std::max(lag.low, 0) / 1e6;
    // Nothing comes before the beginning of the stream.
    const double low = -std::min(longest, scene.visible.begin.milliseconds() / 1000);
    const double high = std::max(length - shortest, length / 4);
    const double margin = (high - low) * 0.04;
    return {low - margin, high + margin};
}

void StaircaseLane::draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    if (scene.isEmpty() || scene.analysis->timeline.events.empty())
        return;
    if (ArrivalLane::showsPackets(scene, map)) {
        drawPlayoutOfEvents(painter, scene, map);
        drawArrivalsOfPackets(painter, scene, map);
    } else {
        drawArrivalsOfColumns(painter, scene, map);
        drawPlayoutOfColumns(painter, scene, map);
        drawMarksOfColumns(painter, scene, map);
    }
}

std::optional<QPointF> StaircaseLane::placeOf(
    const LaneScene& scene, const LaneMap& map, uint32_t packet) const
{
    if (!scene.hasHappened(knownAt(scene, packet)))
        return std::nullopt;
    return QPointF(map.x(knownAt(scene, packet)),
        StairMap(scene, map).y(scene.analysis->capture->packets()[packet].media));
}

// The packet whose way from arrival to playout passes the point.
uint32_t StaircaseLane::packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const
{
    if (scene.isEmpty())
        return core::noPacket;
    uint32_t nearest = core::noPacket;
    double shortest = reach;
    const PacketRange packets = packetsAtHeight(scene, map, point.y(), reach);
    for (uint32_t i = packets.first; i < packets.end; ++i) {
        if (!scene.hasHappened(knownAt(scene, i)))
            continue;
        const QPointF place = *placeOf(scene, map, i);
        const ReceiverTime playout = playoutOf(scene.analysis->timeline.outcomes[i]);
        const double other = playout != core::never ? map.x(playout) : place.x();
        const double nearestX = std::clamp(point.x(), std::min(place.x(), other), std::max(place.x(), other));
        const double distance = std::hypot(point.x() - nearestX, point.y() - place.y());
        // The mark itself goes before the lines that pass it.
        const double markDistance = std::hypot(point.x() - place.x(), point.y() - place.y());
        const double counted = std::min(distance + 3, markDistance);
        if (counted < shortest) {
            shortest = counted;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace ui

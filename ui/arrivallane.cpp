#include "ui/arrivallane.h"

#include "ui/arrivalcolumns.h"
#include "ui/arrivalpackets.h"
#include "ui/format.h"
#include "ui/outlinedtext.h"
#include "ui/packetmark.h"
#include "ui/plotaxis.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ui {

using core::ReceiverTime;

namespace {

constexpr double fingerReach = 9; // pixels from the middle of a mark
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

// Whether no packet that arrived is drawn there.
bool isFree(const LaneScene& scene, const LaneMap& map, const QRectF& place)
{
    const double perPixel = static_cast<double>(scene.cells.size()) / map.area.width();
    const auto cellAt = [&](double x) {
        const double cell = (x - map.area.left()) * perPixel;
        return static_cast<size_t>(std::clamp(cell, 0.0, static_cast<double>(scene.cells.size())));
    };
    const auto isBeside = [&](const core::PlotRange& range) {
        return range.isEmpty() || map.y(milliseconds(range.low)) < place.top()
            || map.y(milliseconds(range.high)) > place.bottom();
    };
    return std::all_of(scene.cells.begin() + static_cast<std::ptrdiff_t>(cellAt(place.left())),
        scene.cells.begin() + static_cast<std::ptrdiff_t>(cellAt(place.right())),
        [&](const core::PlotCell& cell) { return isBeside(cell.delay) && isBeside(cell.late); });
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
    if (statistics.packetsOverflow > 0)
        entries.push_back({LegendShape::Square, colours.discarded, ArrivalLane::tr("overflow")});
    if (statistics.packetsCorrupt > 0)
        entries.push_back({LegendShape::Cross, colours.discarded, ArrivalLane::tr("corrupt")});
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
    const double high = axisEnd(range.isEmpty() ? 100 : milliseconds(std::max(range.high, 10000)) * 1.12);
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
    if (showsPackets(scene, map))
        drawDelaysOfPackets(painter, scene, map);
    else
        drawDelaysOfColumns(painter, scene, map);
    drawDeadlineLabel(painter, scene, map);
}

void ArrivalLane::drawDeadlineLabel(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    core::PlotRange last; // that has begun by now
    const double width = map.area.width() / static_cast<double>(scene.cells.size());
    double x = map.area.left();
    for (const core::PlotCell& cell : scene.cells) {
        if (!scene.hasHappened(map.timeAt(x)))
            break;
        if (!cell.due.isEmpty())
            last = cell.due;
        x += width;
    }
    if (last.isEmpty())
        return;
    const QString text =
        tr("playout deadline %1 ms").arg(QLocale().toString(std::lround(milliseconds(last.high))));
    // Above the line, or below it where the lane ends there or only there no packet lies.
    constexpr double height = 18;
    const double line = map.y(milliseconds(last.high));
    QRectF box = painter.fontMetrics().boundingRect(text);
    box.moveBottomRight(QPointF(map.area.right() - 6, line - 4));
    const QRectF below = box.translated(0, height + 4);
    const bool isTooHigh = line - height - 2 < map.area.top();
    const bool hasRoomBelow = below.bottom() < map.y(0);
    if (isTooHigh || (hasRoomBelow && !isFree(scene, map, box) && isFree(scene, map, below)))
        box = below;
    QColor ground = scene.colours.background; // whatever lies there, the words can be read
    ground.setAlphaF(0.8F);
    painter.fillRect(box.adjusted(-4, 0, 4, 0), ground);
    drawOutlinedText(painter, QPointF(box.left(), box.bottom() - painter.fontMetrics().descent()), text,
        scene.colours.deadline, scene.colours.background);
}

// Drawn at its own delay, and only where single packets are.
const core::Arrival* ArrivalLane::copyAt(const LaneScene& scene, const LaneMap& map, QPointF point)
{
    if (scene.isEmpty() || !showsPackets(scene, map))
        return nullptr;
    const uint32_t other = firstCopyAt(scene, map, point);
    const double reach = other == core::noPacket ? fingerReach : distanceTo(scene, map, other, point);
    const core::ReceiverSpan delay(std::llround(map.valueAt(point.y()) * 1000));
    const core::ReceiverSpan tolerance(
        std::llround(std::abs(map.valueAt(point.y() - reach) - map.valueAt(point.y())) * 1000));
    const ReceiverTime first = map.timeAt(point.x() - reach) + delay - tolerance;
    const ReceiverTime last = map.timeAt(point.x() + reach) + delay + tolerance;
    const auto& arrivals = scene.analysis->arrivals->list;
    const core::Arrival* nearest = nullptr;
    double shortest = reach;
    for (auto each = std::ranges::lower_bound(arrivals, core::StoredTime(first), {}, &core::Arrival::time);
         each != arrivals.end() && each->time <= last; ++each) {
        if (!each->isDuplicate || !scene.hasHappened(each->time))
            continue;
        const ReceiverTime sent = core::sendTimeOf(*scene.analysis, each->packet);
        const QPointF away = QPointF(map.x(sent), map.y((each->time - sent).milliseconds())) - point;
        if (std::hypot(away.x(), away.y()) < shortest) {
            shortest = std::hypot(away.x(), away.y());
            nearest = &*each;
        }
    }
    return nearest;
}

std::vector<ReadoutRow> ArrivalLane::readout(const LaneScene& scene, const LaneMap& map, QPointF point) const
{
    const core::Arrival* copy = copyAt(scene, map, point);
    if (copy == nullptr)
        return {};
    const core::ReceiverSpan delay = copy->time - core::sendTimeOf(*scene.analysis, copy->packet);
    return {{tr("Further copy"),
        tr("arrived %1 (delay %2)").arg(clockText(copy->time), millisecondsText(delay, 1))}};
}

uint32_t ArrivalLane::packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const
{
    const core::Arrival* copy = copyAt(scene, map, point);
    return copy == nullptr ? firstCopyAt(scene, map, point) : copy->packet;
}

std::optional<QPointF> ArrivalLane::placeOf(const LaneScene& scene, const LaneMap& map, uint32_t packet) const
{
    if (packet < scene.firstPacket || packet >= scene.endPacket || !scene.hasHappened(knownAt(scene, packet)))
        return std::nullopt;
    return pointOf(scene, map, packet);
}

uint32_t ArrivalLane::firstCopyAt(const LaneScene& scene, const LaneMap& map, QPointF point)
{
    if (scene.isEmpty())
        return core::noPacket;
    // Where a column of pixels holds many, only those in it and beside it, so that a click leads no farther
    // and a move of the mouse over a whole day looks at few.
    constexpr double mostLookedAt = 2000;
    const double inColumn = (scene.endPacket - scene.firstPacket) / map.area.width();
    const double reach =
        showsPackets(scene, map) ? fingerReach : std::clamp(mostLookedAt / inColumn, 1.0, 4.0);
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

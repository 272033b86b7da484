#include "ui/staircaselane.h"

#include "ui/arrivallane.h"
#include "ui/outputlane.h"
#include "ui/trace.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace ui {

using core::EventKind;
using core::MediaTime;
using core::Origin;
using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

constexpr double reach = 9; // pixels that a finger may be off
constexpr double thinnest = 4; // pixels, of a column of arrivals

// Media time that is sent at a time of the receiver's clock.
double mediaSecondsSentAt(const LaneScene& scene, ReceiverTime time)
{
    return time.milliseconds() / 1000 * (1 + scene.analysis->scenario.network.driftPpm * 1e-6);
}

// Where media time and receiver time lie in the lane.
class StairMap {
public:
    StairMap(const LaneScene& scene, const LaneMap& map)
        : m_map(map)
        , m_zero(mediaSecondsSentAt(scene, map.time.begin))
    {
    }

    [[nodiscard]] double x(ReceiverTime time) const { return m_map.x(time); }
    [[nodiscard]] double y(MediaTime media) const { return yOfSeconds(media.milliseconds() / 1000); }
    [[nodiscard]] double yOfSeconds(double media) const { return m_map.y(media - m_zero); }

private:
    const LaneMap& m_map;
    double m_zero; // s
};

// The part of the stream that sounds at `time`.
MediaTime mediaPlayedAt(const core::Analysis& analysis, ReceiverTime time)
{
    const core::TimelineEvent event = *analysis.timeline.events.at(time);
    if (event.kind != EventKind::Packet && event.kind != EventKind::Loss)
        return event.media;
    return event.media + core::toMediaSpan(std::clamp(time, event.start, event.end()) - event.start);
}

struct Packets {
    uint32_t first = 0;
    uint32_t end = 0;
};

// All that arrives or is played in view, whenever it was sent.
Packets packetsInView(const LaneScene& scene, const LaneMap& map)
{
    const core::Analysis& analysis = *scene.analysis;
    Packets packets{
        core::firstPacketSentFrom(analysis, map.time.begin - scene.levels->longestDelay()), scene.endPacket};
    if (!analysis.timeline.events.empty()) {
        const auto behind = std::ranges::upper_bound(analysis.capture->packets(),
            mediaPlayedAt(analysis, map.time.begin), {}, &core::PacketRecord::media);
        const auto playing = static_cast<uint32_t>(behind - analysis.capture->packets().begin());
        packets.first = std::min(packets.first, playing > 0 ? playing - 1 : 0);
    }
    // One packet that was under way for minutes must not cost a walk through all of these.
    constexpr uint32_t mostBefore = 4000;
    packets.first = std::max(packets.first, scene.firstPacket - std::min(scene.firstPacket, mostBefore));
    return packets;
}

// When the packet was to be played: then, or when it was due.
ReceiverTime playoutOf(const core::PacketOutcome& outcome)
{
    return outcome.playout != core::never ? outcome.playout : outcome.due;
}

class PlayoutPainter {
public:
    PlayoutPainter(QPainter& painter, const LaneScene& scene, const LaneMap& map)
        : m_painter(painter)
        , m_scene(scene)
        , m_map(map)
        , m_stairs(scene, map)
        , m_end(std::min(map.time.end, scene.present.value_or(map.time.end)))
    {
    }

    void drawEvents()
    {
        const auto& events = m_scene.analysis->timeline.events;
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        for (auto next = events.at(m_map.time.begin); next != events.end(); ++next) {
            const core::TimelineEvent event = *next;
            if (event.start >= m_end)
                break;
            const MediaTime last = event.kind == EventKind::Packet || event.kind == EventKind::Loss
                ? event.media + core::toMediaSpan(event.duration)
                : event.media;
            const Origin origin = core::originOf(event);
            m_painter.setPen(QPen(colourOf(origin), origin == Origin::Decoded ? 1.5 : 3));
            m_painter.drawLine(QPointF(m_stairs.x(event.start), m_stairs.y(event.media)),
                QPointF(m_stairs.x(event.end()), m_stairs.y(last)));
        }
    }

    void drawColumns()
    {
        QPolygonF line;
        const double width = m_map.area.width() / static_cast<double>(m_scene.cells.size());
        for (size_t i = 0; i < m_scene.cells.size(); ++i) {
            const double x = m_map.area.left() + (static_cast<double>(i) + 0.5) * width;
            const ReceiverTime time = m_map.timeAt(x);
            if (time < m_scene.analysis->timeline.start())
                continue;
            if (time > std::min(m_end, m_scene.analysis->timeline.end()))
                break;
            line << QPointF(x, m_stairs.y(mediaPlayedAt(*m_scene.analysis, time)));
            const Origin gap = mainGap(m_scene.cells[i]);
            if (gap != Origin::Decoded)
                m_painter.fillRect(QRectF(x - width / 2, line.back().y() - 4, width, 8), colourOf(gap));
        }
        drawTrace(m_painter, line, m_scene.colours.deadline, 1);
    }

private:
    [[nodiscard]] QColor colourOf(Origin origin) const
    {
        return origin == Origin::Decoded ? m_scene.colours.deadline : ui::colourOf(origin, m_scene.colours);
    }

    QPainter& m_painter;
    const LaneScene& m_scene;
    const LaneMap& m_map;
    StairMap m_stairs;
    ReceiverTime m_end;
};

class ArrivalPainter {
public:
    ArrivalPainter(QPainter& painter, const LaneScene& scene, const LaneMap& map)
        : m_painter(painter)
        , m_scene(scene)
        , m_map(map)
        , m_stairs(scene, map)
    {
    }

    void drawPackets()
    {
        const Packets packets = packetsInView(m_scene, m_map);
        drawWaits(packets);
        drawSteps();
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        const double size = std::clamp(
            1.6 * m_map.area.width() / std::max(1U, m_scene.endPacket - m_scene.firstPacket), 3.0, 6.0);
        for (uint32_t i = packets.first; i < packets.end; ++i)
            drawPacket(i, size);
        drawCopies(packets, size);
    }

    // Each stretch of media time with the times at which it arrived.
    void drawColumns()
    {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        drawCells(m_scene.cells, m_map.time);
        // What was sent before the view and arrives in it.
        const ReceiverSpan before = std::min(m_scene.levels->longestDelay(), m_map.time.length());
        const double share =
            static_cast<double>(before.ticks()) / static_cast<double>(m_map.time.length().ticks());
        const auto count = static_cast<size_t>(std::ceil(share * static_cast<double>(m_scene.cells.size())));
        if (count == 0)
            return;
        std::vector<core::PlotCell> cells(count);
        const TimeRange time{m_map.time.begin - before, m_map.time.begin};
        m_scene.levels->query(*m_scene.analysis, time.begin, time.end, cells);
        drawCells(cells, time);
    }

private:
    [[nodiscard]] const core::PacketOutcome& outcomeOf(uint32_t packet) const
    {
        return m_scene.analysis->timeline.outcomes[packet];
    }
    [[nodiscard]] MediaTime mediaOf(uint32_t packet) const
    {
        return m_scene.analysis->capture->packets()[packet].media;
    }

    // Across from the arrival of a packet to its playout; of a late one back to when it was due.
    void drawWaits(const Packets& packets)
    {
        QVector<QLineF> waits;
        QVector<QLineF> late;
        for (uint32_t i = packets.first; i < packets.end; ++i) {
            const core::PacketOutcome& outcome = outcomeOf(i);
            const ReceiverTime playout = playoutOf(outcome);
            if (outcome.arrival == core::never || playout == core::never
                || !m_scene.hasHappened(outcome.arrival))
                continue;
            const double y = m_stairs.y(mediaOf(i));
            const double end = m_stairs.x(std::min(playout, m_scene.present.value_or(playout)));
            (outcome.fate == core::Fate::Late ? late : waits)
                .append(QLineF(m_stairs.x(outcome.arrival), y, end, y));
        }
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(QPen(m_scene.colours.faint(m_scene.colours.played, 0.3), 1));
        m_painter.drawLines(waits);
        m_painter.setPen(QPen(m_scene.colours.faint(m_scene.colours.late, 0.8), 1));
        m_painter.drawLines(late);
    }

    // How far the stream has got by its arrivals.
    void drawSteps()
    {
        const auto& arrivals = m_scene.analysis->arrivals.list;
        auto arrival =
            std::ranges::lower_bound(arrivals, core::StoredTime(m_map.time.begin), {}, &core::Arrival::time);
        if (arrival != arrivals.begin())
            --arrival;
        QPolygonF line;
        MediaTime highest{0};
        for (; arrival != arrivals.end() && arrival->time < m_map.time.end; ++arrival) {
            if (!m_scene.hasHappened(arrival->time))
                break;
            if (!line.isEmpty() && mediaOf(arrival->packet) <= highest)
                continue;
            highest = mediaOf(arrival->packet);
            const double x = m_stairs.x(arrival->time);
            if (!line.isEmpty())
                line << QPointF(x, line.back().y());
            line << QPointF(x, m_stairs.y(highest));
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_scene.colours.played, 1));
        m_painter.drawPolyline(line);
    }

    void drawPacket(uint32_t packet, double size)
    {
        const core::PacketOutcome& outcome = outcomeOf(packet);
        if (!m_scene.hasHappened(knownAt(m_scene, packet)))
            return;
        if (outcome.arrival != core::never) {
            drawArrival(m_painter, m_scene, packet,
                QPointF(m_stairs.x(outcome.arrival), m_stairs.y(mediaOf(packet))), size);
            return;
        }
        drawShape(m_painter, LegendShape::Bar,
            QPointF(m_stairs.x(knownAt(m_scene, packet)), m_stairs.y(mediaOf(packet))), 9,
            m_scene.colours.lost);
    }

    void drawCopies(const Packets& packets, double size)
    {
        const auto& arrivals = m_scene.analysis->arrivals.list;
        auto arrival =
            std::ranges::lower_bound(arrivals, core::StoredTime(m_map.time.begin), {}, &core::Arrival::time);
        for (; arrival != arrivals.end() && arrival->time < m_map.time.end; ++arrival) {
            const bool isShown = arrival->isDuplicate && arrival->packet >= packets.first
                && m_scene.hasHappened(arrival->time);
            if (isShown)
                drawShape(m_painter, LegendShape::Circle,
                    QPointF(m_stairs.x(arrival->time), m_stairs.y(mediaOf(arrival->packet))), size * 1.2,
                    m_scene.colours.duplicate);
        }
    }

    void drawCells(std::span<const core::PlotCell> cells, TimeRange time)
    {
        const double length = static_cast<double>(time.length().ticks()) / static_cast<double>(cells.size());
        for (size_t i = 0; i < cells.size(); ++i) {
            const ReceiverTime begin =
                time.begin + ReceiverSpan(std::llround(static_cast<double>(i) * length));
            const ReceiverTime end = begin + ReceiverSpan(std::llround(length));
            const double top = m_stairs.yOfSeconds(mediaSecondsSentAt(m_scene, end));
            const double bottom = m_stairs.yOfSeconds(mediaSecondsSentAt(m_scene, begin));
            const auto fill = [&](const core::PlotRange& delay, const QColor& colour) {
                if (delay.isEmpty() || !m_scene.hasHappened(begin + ReceiverSpan(delay.low)))
                    return;
                const double left = m_stairs.x(begin + ReceiverSpan(delay.low));
                const double right = m_stairs.x(end + ReceiverSpan(delay.high));
                // Never so thin that the line of the playout would hide it.
                const double width = std::max(thinnest, right - left);
                m_painter.fillRect(
                    QRectF(left - thinnest / 2, top - thinnest / 2, width, std::max(thinnest, bottom - top)),
                    colour);
            };
            if (!cells[i].delay.isEmpty() && !cells[i].due.isEmpty())
                fill({cells[i].delay.low, cells[i].due.high},
                    m_scene.colours.faint(m_scene.colours.played, 0.2));
            fill(cells[i].delay, m_scene.colours.played);
            fill(cells[i].late, m_scene.colours.late);
            if (cells[i].count(core::Mark::Lost) > 0)
                fill(cells[i].due, m_scene.colours.lost);
        }
    }

    QPainter& m_painter;
    const LaneScene& m_scene;
    const LaneMap& m_map;
    StairMap m_stairs;
};

} // namespace

QString StaircaseLane::title() const { return tr("Arrival vs playout"); }
QString StaircaseLane::subtitle() const
{
    return tr("staircase: media time up from the left edge; the way across is the time a packet waits");
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
    ArrivalPainter arrivals(painter, scene, map);
    PlayoutPainter playout(painter, scene, map);
    if (ArrivalLane::showsPackets(scene, map)) {
        playout.drawEvents();
        arrivals.drawPackets();
    } else {
        arrivals.drawColumns();
        playout.drawColumns();
    }
}

std::optional<QPointF> StaircaseLane::placeOf(
    const LaneScene& scene, const LaneMap& map, uint32_t packet) const
{
    return QPointF(map.x(knownAt(scene, packet)),
        StairMap(scene, map).y(scene.analysis->capture->packets()[packet].media));
}

// The packet whose way from arrival to playout passes the point.
uint32_t StaircaseLane::packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const
{
    if (scene.isEmpty() || !ArrivalLane::showsPackets(scene, map))
        return core::noPacket;
    uint32_t nearest = core::noPacket;
    double shortest = reach;
    const Packets packets = packetsInView(scene, map);
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

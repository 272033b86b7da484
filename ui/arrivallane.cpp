#include "ui/arrivallane.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace ui {

using core::Mark;
using core::ReceiverTime;

namespace {

constexpr double lostStripShare = 0.12; // of the values above it, below the zero line

double milliseconds(int32_t us) { return us / 1000.0; }

// The strip below zero on which lost packets lie.
QRectF lostStrip(const LaneMap& map)
{
    const double top = map.y(0) + 3;
    return {map.area.left(), top, map.area.width(), std::max(4.0, map.area.bottom() - 2 - top)};
}

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

// Draws the packets of the visible range one by one.
class PacketPainter {
public:
    PacketPainter(QPainter& painter, const LaneScene& scene, const LaneMap& map)
        : m_painter(painter)
        , m_scene(scene)
        , m_map(map)
        , m_spacing(map.area.width() / std::max(1U, scene.endPacket - scene.firstPacket))
        , m_size(std::clamp(m_spacing * 1.6, 3.0, 6.0))
    {
    }

    void draw()
    {
        drawStems();
        drawDeadline();
        drawLateness();
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        for (uint32_t i = m_scene.firstPacket; i < m_scene.endPacket; ++i) {
            if (m_scene.hasHappened(knownAt(m_scene, i)))
                drawPacket(i);
        }
        drawDuplicates();
    }

private:
    [[nodiscard]] double delayY(uint32_t packet, ReceiverTime arrival) const
    {
        return m_map.y((arrival - core::sendTimeOf(*m_scene.analysis, packet)).milliseconds());
    }

    void drawStems()
    {
        if (m_spacing < 2)
            return;
        QVector<QLineF> stems;
        for (uint32_t i = m_scene.firstPacket; i < m_scene.endPacket; ++i) {
            const core::PacketOutcome& outcome = m_scene.analysis->timeline.outcomes[i];
            if (outcome.fate != core::Fate::Played || outcome.due == core::never
                || !m_scene.hasHappened(outcome.arrival))
                continue;
            const double x = std::round(m_map.x(core::sendTimeOf(*m_scene.analysis, i))) + 0.5;
            stems.append(QLineF(x, delayY(i, outcome.arrival), x, delayY(i, outcome.due)));
        }
        QColor colour = m_scene.colours.played;
        colour.setAlphaF(0.22F);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(QPen(colour, 1));
        m_painter.drawLines(stems);
    }

    // Each deadline holds until the next packet is sent.
    void drawDeadline()
    {
        QPolygonF line;
        m_painter.setPen(QPen(m_scene.colours.deadline, 1.5));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        const auto packets = m_scene.analysis->capture->packets();
        for (uint32_t i = m_scene.firstPacket; i < m_scene.endPacket; ++i) {
            const ReceiverTime due = m_scene.analysis->timeline.outcomes[i].due;
            const ReceiverTime sent = core::sendTimeOf(*m_scene.analysis, i);
            if (due == core::never || !m_scene.hasHappened(sent))
                continue;
            const double y = m_map.y((due - sent).milliseconds());
            const double right = i + 1 < packets.size() ? m_map.x(core::sendTimeOf(*m_scene.analysis, i + 1))
                                                        : m_map.area.right();
            if (!line.isEmpty() && line.back().y() == y) {
                line.back().setX(right);
                continue;
            }
            line << QPointF(m_map.x(sent), y) << QPointF(right, y);
        }
        m_painter.drawPolyline(line);
    }

    void drawPacket(uint32_t packet)
    {
        const core::PacketOutcome& outcome = m_scene.analysis->timeline.outcomes[packet];
        const double x = m_map.x(core::sendTimeOf(*m_scene.analysis, packet));
        if (outcome.arrival == core::never) {
            const QRectF strip = lostStrip(m_map);
            const double width = std::clamp(m_spacing * 0.5, 1.5, 4.0);
            m_painter.fillRect(
                QRectF(x - width / 2, strip.top(), width, strip.height()), m_scene.colours.lost);
            return;
        }
        drawArrival(m_painter, m_scene, packet, QPointF(x, delayY(packet, outcome.arrival)), m_size);
    }

    // How much too late: a line from the deadline up to the packet, in words where there is room.
    void drawLateness()
    {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        double labelEnd = m_map.area.left();
        for (uint32_t i = m_scene.firstPacket; i < m_scene.endPacket; ++i) {
            const core::PacketOutcome& outcome = m_scene.analysis->timeline.outcomes[i];
            if (outcome.fate != core::Fate::Late || outcome.due == core::never
                || !m_scene.hasHappened(outcome.arrival))
                continue;
            const double x = std::round(m_map.x(core::sendTimeOf(*m_scene.analysis, i))) + 0.5;
            const double top = delayY(i, outcome.arrival);
            m_painter.setPen(QPen(m_scene.colours.late, 1));
            m_painter.drawLine(QLineF(x, top, x, delayY(i, outcome.due)));
            const QString text = ArrivalLane::tr("+%1").arg(
                std::max<int64_t>(1, std::llround((outcome.arrival - outcome.due).milliseconds())));
            const double width = m_painter.fontMetrics().horizontalAdvance(text);
            if (m_spacing < 2 || x + 6 < labelEnd || x + 6 + width > m_map.area.right())
                continue;
            m_painter.drawText(QPointF(x + 6, top + m_painter.fontMetrics().ascent() / 2.0), text);
            labelEnd = x + 6 + width + 3;
        }
    }

    // A copy lies at its own delay.
    void drawDuplicates()
    {
        const auto& arrivals = m_scene.analysis->arrivals.list;
        auto arrival = std::ranges::lower_bound(
            arrivals, core::StoredTime(m_scene.visible.begin), {}, &core::Arrival::time);
        const ReceiverTime last = m_scene.visible.end + m_scene.levels->longestDelay();
        for (; arrival != arrivals.end() && arrival->time <= last; ++arrival) {
            const uint32_t packet = arrival->packet;
            if (!arrival->isDuplicate || packet < m_scene.firstPacket || packet >= m_scene.endPacket
                || !m_scene.hasHappened(arrival->time))
                continue;
            const QPointF centre(
                m_map.x(core::sendTimeOf(*m_scene.analysis, packet)), delayY(packet, arrival->time));
            drawShape(m_painter, LegendShape::Circle, centre, m_size * 1.2, m_scene.colours.duplicate);
        }
    }

    QPainter& m_painter;
    const LaneScene& m_scene;
    const LaneMap& m_map;
    double m_spacing; // pixels a packet
    double m_size; // of a disc
};

// Draws the range of delays in each column of pixels, and what went wrong there.
class ColumnPainter {
public:
    ColumnPainter(QPainter& painter, const LaneScene& scene, const LaneMap& map)
        : m_painter(painter)
        , m_scene(scene)
        , m_map(map)
        , m_width(map.area.width() / static_cast<double>(scene.cells.size()))
        , m_end(scene.present ? columnsUntil(*scene.present) : scene.cells.size())
    {
    }

    void draw()
    {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        for (size_t i = 0; i < m_end; ++i)
            drawColumn(m_scene.cells[i], xOf(i));
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        drawMarks(Mark::Late, LegendShape::Triangle, m_scene.colours.late);
        drawMarks(Mark::Reordered, LegendShape::Diamond, m_scene.colours.reordered);
        drawMarks(Mark::Duplicate, LegendShape::Circle, m_scene.colours.duplicate);
        drawMarks(Mark::Overflow, LegendShape::Cross, m_scene.colours.discarded);
        drawMarks(Mark::Corrupt, LegendShape::Cross, m_scene.colours.discarded);
    }

private:
    [[nodiscard]] double xOf(size_t column) const
    {
        return m_map.area.left() + static_cast<double>(column) * m_width;
    }

    [[nodiscard]] size_t columnsUntil(ReceiverTime time) const
    {
        size_t columns = 0;
        while (columns < m_scene.cells.size() && m_map.timeAt(xOf(columns)) <= time)
            ++columns;
        return columns;
    }

    void fill(double x, const core::PlotRange& range, const QColor& colour)
    {
        if (range.isEmpty())
            return;
        const double top = m_map.y(milliseconds(range.high)) - 0.5;
        const double bottom = m_map.y(milliseconds(range.low)) + 0.5;
        m_painter.fillRect(QRectF(x, top, m_width, bottom - top), colour);
    }

    void drawColumn(const core::PlotCell& cell, double x)
    {
        fill(x, cell.delay, m_scene.colours.played);
        fill(x, cell.late, m_scene.colours.late);
        fill(x, cell.due, m_scene.colours.deadline);
        const uint32_t lost = cell.count(Mark::Lost);
        if (lost == 0)
            return;
        const double sent = lost + cell.count(Mark::Played) + cell.count(Mark::Late);
        const QRectF strip = lostStrip(m_map);
        m_painter.fillRect(QRectF(x, strip.top(), m_width, strip.height()),
            m_scene.colours.faint(m_scene.colours.lost, std::clamp(lost / sent * 4, 0.35, 1.0)));
    }

    // Every mark where all of them have room side by side, else at most one every few pixels, so that they
    // stay told apart.
    void drawMarks(Mark mark, LegendShape shape, const QColor& colour)
    {
        constexpr double room = 9;
        const auto marked = std::ranges::count_if(
            m_scene.cells, [mark](const core::PlotCell& cell) { return cell.count(mark) > 0; });
        const double distance = static_cast<double>(marked) * room <= m_map.area.width() ? 0 : room;
        double last = -room;
        for (size_t i = 0; i < m_end; ++i) {
            const core::PlotCell& cell = m_scene.cells[i];
            const core::PlotRange& range = mark == Mark::Late ? cell.late : cell.delay;
            const double x = xOf(i) + m_width / 2;
            if (cell.count(mark) == 0 || range.isEmpty() || x - last < distance)
                continue;
            drawShape(m_painter, shape, QPointF(x, m_map.y(milliseconds(range.high))), 5, colour);
            last = x;
        }
    }

    QPainter& m_painter;
    const LaneScene& m_scene;
    const LaneMap& m_map;
    double m_width; // of a column
    size_t m_end; // columns that have begun by now
};

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

void drawArrival(QPainter& painter, const LaneScene& scene, uint32_t packet, QPointF centre, double size)
{
    const core::Fate fate = scene.analysis->timeline.outcomes[packet].fate;
    if (fate == core::Fate::Late)
        drawShape(painter, LegendShape::Triangle, centre, size * 1.5, scene.colours.late);
    else if (fate != core::Fate::Played)
        drawShape(painter, LegendShape::Cross, centre, size, scene.colours.discarded);
    else if (scene.levels->isReordered(packet))
        drawShape(painter, LegendShape::Diamond, centre, size * 1.3, scene.colours.reordered);
    else
        drawShape(painter, LegendShape::Disc, centre, size, scene.colours.played);
}

ReceiverTime knownAt(const LaneScene& scene, uint32_t packet)
{
    const core::PacketOutcome& outcome = scene.analysis->timeline.outcomes[packet];
    if (outcome.arrival != core::never)
        return outcome.arrival;
    return outcome.due != core::never ? ReceiverTime(outcome.due) : core::sendTimeOf(*scene.analysis, packet);
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
        PacketPainter(painter, scene, map).draw();
    else
        ColumnPainter(painter, scene, map).draw();
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

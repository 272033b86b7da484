#include "ui/stairarrivals.h"

#include "ui/columnmarks.h"
#include "ui/packetmark.h"
#include "ui/pixelcolumns.h"
#include "ui/stairmap.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace ui {

using core::MediaTime;
using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

constexpr double thinnest = 4; // pixels, of a column of arrivals
constexpr double barSize = 9; // of a lost packet

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
        const PacketRange packets = packetsInView(m_scene, m_map);
        drawWaits(packets);
        drawSteps();
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        const double size = std::clamp(
            1.6 * m_map.area.width() / std::max(1U, m_scene.endPacket - m_scene.firstPacket), 3.0, 6.0);
        for (uint32_t i = packets.first; i < packets.end; ++i)
            drawPacket(i, size);
        drawCopies(packets, size);
    }

    void drawColumns()
    {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        PixelColumns columns(m_painter, m_map.area);
        drawCells(columns, {m_scene.cells, m_map.time});
        drawCells(columns, cellsBefore());
        columns.paint();
    }

    // The shapes of all that was not simply played, on what the columns show in its colour.
    void drawMarksOfColumns()
    {
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        std::vector<ColumnMark> marks = columnMarks(m_scene.colours);
        marks.insert(
            marks.begin(), {core::Mark::Lost, LegendShape::Bar, m_scene.colours.lost, &core::PlotCell::due});
        for (const ColumnMark& mark : marks) {
            drawMarks(cellsBefore(), mark);
            drawMarks({m_scene.cells, m_map.time}, mark);
        }
    }

private:
    struct Cells {
        std::span<const core::PlotCell> cells;
        TimeRange time; // that they cover evenly

        [[nodiscard]] ReceiverTime beginOf(size_t cell) const
        {
            const double share = static_cast<double>(cell) / static_cast<double>(cells.size());
            return time.begin
                + ReceiverSpan(std::llround(share * static_cast<double>(time.length().ticks())));
        }
    };

    // What was sent before the view and arrives in it.
    [[nodiscard]] Cells cellsBefore()
    {
        const ReceiverSpan before = std::min(m_scene.levels->longestDelay(), m_map.time.length());
        const TimeRange time{m_map.time.begin - before, m_map.time.begin};
        const double share =
            static_cast<double>(before.ticks()) / static_cast<double>(m_map.time.length().ticks());
        const auto count = static_cast<size_t>(std::ceil(share * static_cast<double>(m_scene.cells.size())));
        if (m_before.size() != count) {
            m_before.assign(count, core::PlotCell());
            m_scene.levels->query(*m_scene.analysis, time.begin, time.end, m_before);
        }
        return {m_before, time};
    }

    [[nodiscard]] const core::PacketOutcome& outcomeOf(uint32_t packet) const
    {
        return m_scene.analysis->timeline.outcomes[packet];
    }
    [[nodiscard]] MediaTime mediaOf(uint32_t packet) const
    {
        return m_scene.analysis->capture->packets()[packet].media;
    }

    // Across from the arrival of a packet to its playout; of a late one back to when it was due.
    void drawWaits(const PacketRange& packets)
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
        const auto& arrivals = m_scene.analysis->arrivals->list;
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
            QPointF(m_stairs.x(knownAt(m_scene, packet)), m_stairs.y(mediaOf(packet))), barSize,
            m_scene.colours.lost);
    }

    void drawCopies(const PacketRange& packets, double size)
    {
        const auto& arrivals = m_scene.analysis->arrivals->list;
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

    void drawMarks(const Cells& of, const ColumnMark& mark)
    {
        const double width = m_map.area.width() / static_cast<double>(m_scene.cells.size());
        for (const size_t column : columnsToMark(of.cells, mark, width)) {
            const ReceiverTime begin = of.beginOf(column);
            const ReceiverTime at = begin + ReceiverSpan((of.cells[column].*mark.times).high);
            if (!m_scene.hasHappened(at))
                continue;
            const double top = m_stairs.yOfSeconds(mediaSecondsSentAt(m_scene, of.beginOf(column + 1)));
            const double bottom = m_stairs.yOfSeconds(mediaSecondsSentAt(m_scene, begin));
            drawShape(m_painter, mark.shape, QPointF(m_stairs.x(at), (top + bottom) / 2),
                mark.shape == LegendShape::Bar ? barSize : columnMarkSize, mark.colour);
        }
    }

    void drawCells(PixelColumns& columns, const Cells& of) const
    {
        for (size_t i = 0; i < of.cells.size(); ++i) {
            const core::PlotCell& cell = of.cells[i];
            const ReceiverTime begin = of.beginOf(i);
            const ReceiverTime end = of.beginOf(i + 1);
            const double top = m_stairs.yOfSeconds(mediaSecondsSentAt(m_scene, end));
            const double bottom = m_stairs.yOfSeconds(mediaSecondsSentAt(m_scene, begin));
            const auto fill = [&](const core::PlotRange& delay, const QColor& colour) {
                if (delay.isEmpty() || !m_scene.hasHappened(begin + ReceiverSpan(delay.low)))
                    return;
                const double left = m_stairs.x(begin + ReceiverSpan(delay.low));
                const double right = m_stairs.x(end + ReceiverSpan(delay.high));
                // Never so thin that the line of the playout would hide it.
                const double width = std::max(thinnest, right - left);
                columns.fill(
                    QRectF(left - thinnest / 2, top - thinnest / 2, width, std::max(thinnest, bottom - top)),
                    colour);
            };
            if (!cell.delay.isEmpty() && !cell.due.isEmpty())
                fill({cell.delay.low, cell.due.high}, m_scene.colours.faint(m_scene.colours.played, 0.2));
            fill(cell.delay, m_scene.colours.played);
            fill(cell.late, m_scene.colours.late);
            if (cell.count(core::Mark::Lost) > 0)
                fill(cell.due, m_scene.colours.lost);
        }
    }

    QPainter& m_painter;
    const LaneScene& m_scene;
    const LaneMap& m_map;
    StairMap m_stairs;
    std::vector<core::PlotCell> m_before; // see cellsBefore()
};

} // namespace

void drawArrivalsOfPackets(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    ArrivalPainter(painter, scene, map).drawPackets();
}

void drawArrivalsOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    ArrivalPainter(painter, scene, map).drawColumns();
}

void drawMarksOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    ArrivalPainter(painter, scene, map).drawMarksOfColumns();
}

} // namespace ui

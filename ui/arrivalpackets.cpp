#include "ui/arrivalpackets.h"

#include "ui/arrivallane.h"
#include "ui/packetmark.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace ui {

using core::ReceiverTime;

namespace {

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
        const auto& arrivals = m_scene.analysis->arrivals->list;
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

} // namespace

void drawDelaysOfPackets(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    PacketPainter(painter, scene, map).draw();
}

QRectF lostStrip(const LaneMap& map)
{
    const double top = map.y(0) + 3;
    return {map.area.left(), top, map.area.width(), std::max(4.0, map.area.bottom() - 2 - top)};
}

} // namespace ui

#include "ui/arrivalpackets.h"

#include "ui/arrivallane.h"
#include "ui/packetmark.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <vector>

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

    [[nodiscard]] std::vector<uint32_t> latePackets() const
    {
        std::vector<uint32_t> late;
        for (uint32_t i = m_scene.firstPacket; i < m_scene.endPacket; ++i) {
            const core::PacketOutcome& outcome = m_scene.analysis->timeline.outcomes[i];
            if (outcome.fate == core::Fate::Late && outcome.due != core::never
                && m_scene.hasHappened(outcome.arrival))
                late.push_back(i);
        }
        return late;
    }

    // How much too late: a line from the deadline up to the packet, in words where there is room.
    void drawLateness()
    {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        const std::vector<uint32_t> late = latePackets();
        double labelEnd = m_map.area.left();
        for (size_t i = 0; i < late.size(); ++i) {
            const core::PacketOutcome& outcome = m_scene.analysis->timeline.outcomes[late[i]];
            const double x = lateX(late[i]);
            const double top = delayY(late[i], outcome.arrival);
            m_painter.setPen(QPen(m_scene.colours.late, 1));
            m_painter.drawLine(QLineF(x, top, x, delayY(late[i], outcome.due)));
            if (m_spacing < 2 || x + labelDistance < labelEnd)
                continue;
            const double next = i + 1 < late.size() ? lateX(late[i + 1]) : m_map.area.right();
            const double end = drawLatenessLabel(outcome.arrival - outcome.due, {x, top}, next);
            labelEnd = std::max(labelEnd, end + 3);
        }
    }

    [[nodiscard]] double lateX(uint32_t packet) const
    {
        return std::round(m_map.x(core::sendTimeOf(*m_scene.analysis, packet))) + 0.5;
    }

    // With its unit if that ends before the next late packet. Returns the label's right end.
    double drawLatenessLabel(core::ReceiverSpan lateness, QPointF mark, double next)
    {
        const auto number = std::max<int64_t>(1, std::llround(lateness.milliseconds()));
        const QFontMetricsF metrics = m_painter.fontMetrics();
        const QPointF place = mark + QPointF(labelDistance, metrics.ascent() / 2);
        QString text = ArrivalLane::tr("+%1 ms").arg(number);
        if (place.x() + metrics.horizontalAdvance(text) > std::min(next, m_map.area.right()))
            text = ArrivalLane::tr("+%1").arg(number);
        const double end = place.x() + metrics.horizontalAdvance(text);
        if (end > m_map.area.right())
            return m_map.area.left();
        m_painter.drawText(place, text);
        return end;
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

    static constexpr double labelDistance = 6; // from the line that it belongs to

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

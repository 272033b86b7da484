#include "ui/lane.h"

#include <QPainter>
#include <QPolygonF>
#include <array>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

// A stroked ellipse looks the same and takes three times as many instructions: hundreds are drawn a frame.
void drawRing(QPainter& painter, QPointF centre, double inner, double outer)
{
    constexpr int corners = 20;
    static const std::array<QPointF, corners + 1> circle = [] {
        std::array<QPointF, corners + 1> points;
        for (int i = 0; i <= corners; ++i) {
            const double angle = 2 * std::numbers::pi * (i % corners) / corners;
            points[static_cast<size_t>(i)] = {std::cos(angle), std::sin(angle)};
        }
        return points;
    }();
    std::array<QPointF, 2 * circle.size()> ring;
    for (size_t i = 0; i < circle.size(); ++i) {
        ring[i] = centre + outer * circle[i];
        ring[circle.size() + i] = centre + inner * circle[i];
    }
    painter.drawPolygon(ring.data(), static_cast<int>(ring.size()), Qt::OddEvenFill);
}

} // namespace

core::ReceiverTime LaneMap::timeAt(double x) const
{
    const double share = (x - area.left()) / area.width();
    return time.begin + core::ReceiverSpan(std::llround(share * static_cast<double>(time.length().ticks())));
}

double LaneMap::valueAt(double y) const
{
    return value.low + (area.bottom() - 1 - y) * (value.high - value.low) / area.height();
}

void drawShape(QPainter& painter, LegendShape shape, QPointF centre, double size, const QColor& colour)
{
    const double r = size / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (shape) {
    case LegendShape::Disc:
        painter.drawEllipse(centre, r, r);
        break;
    case LegendShape::Triangle:
        painter.drawPolygon(QPolygonF(
            {centre + QPointF(0, -r), centre + QPointF(1.1 * r, r), centre + QPointF(-1.1 * r, r)}));
        break;
    case LegendShape::Bar:
        painter.drawRect(QRectF(centre.x() - 1, centre.y() - 1.3 * r, 2, 2.6 * r));
        break;
    case LegendShape::Diamond:
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -1.2 * r), centre + QPointF(1.2 * r, 0),
            centre + QPointF(0, 1.2 * r), centre + QPointF(-1.2 * r, 0)}));
        break;
    case LegendShape::Circle:
        drawRing(painter, centre, r - 0.6, r + 0.6);
        break;
    case LegendShape::Cross:
        painter.setPen(QPen(colour, 1.6));
        painter.drawLine(centre + QPointF(-r, -r), centre + QPointF(r, r));
        painter.drawLine(centre + QPointF(-r, r), centre + QPointF(r, -r));
        break;
    case LegendShape::Line:
        painter.drawRect(QRectF(centre.x() - 1.2 * r, centre.y() - 1, 2.4 * r, 2));
        break;
    case LegendShape::Square:
        painter.drawRoundedRect(QRectF(centre.x() - r, centre.y() - r, size, size), 1.5, 1.5);
        break;
    }
}

double roundUp(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (power * factor >= value * (1 - 1e-9))
            return power * factor;
    }
    return power * 10;
}

} // namespace ui

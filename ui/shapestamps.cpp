#include "ui/shapestamps.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPolygonF>
#include <array>
#include <cmath>
#include <numbers>

namespace ui {

namespace {

constexpr int phaseBits = 2;
constexpr int phases = 1 << phaseBits; // of a pixel
constexpr int sizeSteps = 8; // likewise
constexpr int largestSize = 24; // pixels
constexpr size_t mostStamps = 1024;

bool makesSmoothPixels(const QPainter& painter)
{
    return painter.paintEngine()->type() == QPaintEngine::Raster
        && painter.testRenderHint(QPainter::Antialiasing) && painter.opacity() == 1
        && painter.deviceTransform().type() <= QTransform::TxTranslate;
}

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

uint64_t ShapeStamps::Key::packed() const
{
    const uint64_t place = (uint64_t{phaseX} * phases + phaseY) * 256 + eighths;
    return (uint64_t{colour} << 32U) | (place << 8U) | static_cast<uint64_t>(shape);
}

bool ShapeStamps::draw(
    QPainter& painter, LegendShape shape, QPointF centre, double size, const QColor& colour)
{
    if (size > largestSize || !makesSmoothPixels(painter))
        return false;
    const auto x = static_cast<int>(std::lround(centre.x() * phases));
    const auto y = static_cast<int>(std::lround(centre.y() * phases));
    const QPoint pixel(x >> phaseBits, y >> phaseBits); // rounded down, also left of zero
    const QImage& stamp = stampOf({colour.rgba(), shape, static_cast<uint8_t>(x & (phases - 1)),
        static_cast<uint8_t>(y & (phases - 1)), static_cast<uint8_t>(std::lround(size * sizeSteps))});
    painter.drawImage(pixel - QPoint(stamp.width() / 2, stamp.height() / 2), stamp);
    return true;
}

const QImage& ShapeStamps::stampOf(const Key& key)
{
    if (m_stamps.size() > mostStamps)
        m_stamps.clear();
    QImage& stamp = m_stamps[key.packed()];
    if (!stamp.isNull())
        return stamp;
    const double size = static_cast<double>(key.eighths) / sizeSteps;
    const int half = static_cast<int>(size) + 2; // with room for the tips
    stamp = QImage(2 * half, 2 * half, QImage::Format_ARGB32_Premultiplied);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF phase(key.phaseX, key.phaseY);
    drawOutline(painter, key.shape, QPointF(half, half) + phase / phases, size, QColor::fromRgba(key.colour));
    return stamp;
}

void drawOutline(QPainter& painter, LegendShape shape, QPointF centre, double size, const QColor& colour)
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

} // namespace ui

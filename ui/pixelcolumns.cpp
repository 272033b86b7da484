#include "ui/pixelcolumns.h"

#include <QPaintEngine>
#include <QPainter>
#include <QTransform>
#include <algorithm>

namespace ui {

PixelColumns::PixelColumns(QPainter& painter, const QRectF& area)
    : m_painter(painter)
{
    const QTransform device = painter.deviceTransform();
    const bool makesPixels = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!makesPixels || device.type() > QTransform::TxScale) {
        m_paths.emplace(area);
        return;
    }
    m_scaleX = device.m11();
    m_scaleY = device.m22();
    m_left = device.dx();
    m_top = device.dy();
    m_area = pixelsOf(area);
    m_image = QImage(m_area.size(), QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
}

QRect PixelColumns::pixelsOf(const QRectF& rect) const
{
    const QPoint topLeft(qRound(rect.left() * m_scaleX + m_left), qRound(rect.top() * m_scaleY + m_top));
    const QPoint end(qRound(rect.right() * m_scaleX + m_left), qRound(rect.bottom() * m_scaleY + m_top));
    return {topLeft, end - QPoint(1, 1)};
}

void PixelColumns::fill(const QRectF& column, const QColor& colour)
{
    if (m_paths) {
        m_paths->add(column, colour);
        return;
    }
    const QRect pixels = pixelsOf(column).intersected(m_area).translated(-m_area.topLeft());
    if (pixels.isEmpty())
        return;
    const QRgb value = colour.rgb();
    const qsizetype stride = m_image.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto* row = reinterpret_cast<QRgb*>(m_image.bits()) + pixels.top() * stride + pixels.left();
    for (int y = 0; y < pixels.height(); ++y, row += stride)
        std::fill_n(row, pixels.width(), value);
}

void PixelColumns::paint()
{
    if (m_paths) {
        m_paths->paint(m_painter);
        return;
    }
    m_painter.save();
    m_painter.resetTransform();
    // What is left is the scale of the screen.
    const QTransform toUnits = m_painter.deviceTransform().inverted();
    m_image.setDevicePixelRatio(1 / toUnits.m11());
    m_painter.drawImage(toUnits.map(QPointF(m_area.topLeft())), m_image);
    m_painter.restore();
}

} // namespace ui

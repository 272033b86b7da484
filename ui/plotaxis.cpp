#include "ui/plotaxis.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPolygonF>
#include <cmath>
#include <initializer_list>

namespace ui {

namespace {

// To the smallest of the factors, from 1 to below 10, times a power of ten.
double roundedUp(double value, std::initializer_list<double> factors)
{
    if (value <= 0)
        return 1;
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : factors) {
        if (factor * decade >= value * (1 - 1e-9))
            return factor * decade;
    }
    return 10 * decade;
}

} // namespace

double tickStep(double value) { return roundedUp(value, {1, 2, 2.5, 5}); }

double axisEnd(double value) { return roundedUp(value, {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}); }

QVector<double> ticks(const PlotAxis& axis, int count)
{
    const double step = tickStep((axis.maximum - axis.minimum) / count);
    QVector<double> result;
    const auto first = std::llround(std::ceil(axis.minimum / step - 1e-9));
    const auto last = std::llround(std::floor(axis.maximum / step + 1e-9));
    for (auto i = first; i <= last; ++i)
        result.append(static_cast<double>(i) * step);
    return result;
}

void drawHorizontalAxis(QPainter& painter, const QRectF& area, const PlotAxis& axis)
{
    for (const double tick : ticks(axis, 4)) {
        const double x = area.left() + axis.share(tick) * area.width();
        painter.setPen(colours().faintText);
        const QString text = numberText(tick, 2);
        const double width = painter.fontMetrics().horizontalAdvance(text) + 2.0;
        // The outermost numbers stay within the plot.
        const double left = qBound(area.left(), x - width / 2, area.right() - width);
        painter.drawText(QRectF(left, area.bottom() + 3, width, 14), Qt::AlignCenter, text);
    }
    painter.setPen(colours().border);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void drawBeyond(QPainter& painter, const QRectF& area, const QColor& colour)
{
    const QPointF tip(area.right(), area.bottom() - area.height() / 4);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-7, -5), tip + QPointF(-7, 5)}));
    painter.restore();
}

} // namespace ui

#include "ui/trace.h"

#include "ui/pixelcolumns.h"

#include <QList>
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Points so near to each other that a column of pixels for each says all.
bool isDense(const QPolygonF& line)
{
    constexpr double farApart = 1.5;
    return line.size() > 2
        && (line.back().x() - line.front().x()) / static_cast<double>(line.size() - 1) < farApart;
}

// Rectangles along the grid of pixels of what is painted on: of a thin one between them nothing may remain.
class PixelGrid {
public:
    explicit PixelGrid(const QPainter& painter)
        : m_scale(std::max(painter.deviceTransform().m11(), 1e-3))
    {
    }

    [[nodiscard]] double snapped(double value) const { return std::round(value * m_scale) / m_scale; }
    [[nodiscard]] double pixel() const { return 1 / m_scale; }
    // The column of a point reaches half way to its neighbours on either side.
    [[nodiscard]] QRectF column(const QPolygonF& line, qsizetype i, double top, double bottom) const
    {
        const auto middle = [&line](qsizetype first, qsizetype second) {
            return (line[first].x() + line[second].x()) / 2;
        };
        const double left = snapped(i > 0 ? middle(i - 1, i) : line[i].x() - pixel() / 2);
        const double right = i + 1 < line.size() ? snapped(middle(i, i + 1)) : left + pixel();
        const double above = snapped(top);
        return {left, above, right - left, std::max(snapped(bottom) - above, pixel())};
    }
    [[nodiscard]] double thickness(double wanted) const { return std::max(snapped(wanted), pixel()); }

private:
    double m_scale; // pixels a unit of the painter
};

void fillColumns(QPainter& painter, const QList<QRectF>& columns, const QColor& colour)
{
    QRectF area;
    for (const QRectF& column : columns)
        area |= column;
    painter.setRenderHint(QPainter::Antialiasing, false);
    PixelColumns filled(painter, area);
    for (const QRectF& column : columns)
        filled.fill(column, colour);
    filled.paint();
}

} // namespace

void drawTrace(QPainter& painter, const QPolygonF& line, const QColor& colour, double thickness)
{
    if (line.isEmpty())
        return;
    if (!isDense(line)) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, thickness));
        painter.drawPolyline(line);
        return;
    }
    const PixelGrid grid(painter);
    QList<QRectF> columns;
    columns.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        // Half way to the neighbours in height too, so that steep stretches have no holes.
        const double before = (line[std::max<qsizetype>(i - 1, 0)].y() + line[i].y()) / 2;
        const double after = (line[std::min(i + 1, line.size() - 1)].y() + line[i].y()) / 2;
        const auto [top, bottom] = std::minmax({before, line[i].y(), after});
        columns << grid.column(line, i, grid.snapped(top), grid.snapped(bottom) + grid.thickness(thickness));
    }
    fillColumns(painter, columns, colour);
}

void drawSteps(
    QPainter& painter, const QPolygonF& low, const QPolygonF& high, const QColor& colour, double thickness)
{
    const PixelGrid grid(painter);
    QList<QRectF> columns;
    columns.reserve(low.size());
    for (qsizetype i = 0; i < low.size(); ++i)
        columns << grid.column(
            low, i, grid.snapped(high[i].y()), grid.snapped(low[i].y()) + grid.thickness(thickness));
    fillColumns(painter, columns, colour);
}

void fillBelow(QPainter& painter, const QPolygonF& line, double bottom, const QColor& colour)
{
    if (line.isEmpty())
        return;
    if (!isDense(line)) {
        QPolygonF area = line;
        area << QPointF(line.back().x(), bottom) << QPointF(line.front().x(), bottom);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(area);
        return;
    }
    const PixelGrid grid(painter);
    QList<QRectF> columns;
    columns.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i)
        columns << grid.column(line, i, line[i].y(), bottom);
    fillColumns(painter, columns, colour);
}

} // namespace ui

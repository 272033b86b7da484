#include "ui/trace.h"

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

// The column of a point reaches half way to its neighbours on either side. In whole pixels: of a thin
// rectangle between them nothing may remain.
QRect columnOf(const QPolygonF& line, qsizetype i, double top, double bottom)
{
    const auto middle = [&line](qsizetype first, qsizetype second) {
        return (line[first].x() + line[second].x()) / 2;
    };
    const auto left =
        static_cast<int>(i > 0 ? std::lround(middle(i - 1, i)) : std::lround(line[i].x() - 0.5));
    const int right = i + 1 < line.size() ? static_cast<int>(std::lround(middle(i, i + 1))) : left + 1;
    const auto above = static_cast<int>(std::lround(top));
    return {left, above, right - left, std::max(static_cast<int>(std::lround(bottom)) - above, 1)};
}

void fillColumns(QPainter& painter, const QList<QRect>& columns, const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRects(columns);
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
    QList<QRect> columns;
    columns.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        // Half way to the neighbours in height too, so that steep stretches have no holes.
        const double before = (line[std::max<qsizetype>(i - 1, 0)].y() + line[i].y()) / 2;
        const double after = (line[std::min(i + 1, line.size() - 1)].y() + line[i].y()) / 2;
        const auto [top, bottom] = std::minmax({before, line[i].y(), after});
        columns << columnOf(line, i, std::round(top), std::round(bottom) + std::round(thickness));
    }
    fillColumns(painter, columns, colour);
}

void drawSteps(
    QPainter& painter, const QPolygonF& low, const QPolygonF& high, const QColor& colour, double thickness)
{
    QList<QRect> columns;
    columns.reserve(low.size());
    for (qsizetype i = 0; i < low.size(); ++i)
        columns << columnOf(low, i, std::round(high[i].y()), std::round(low[i].y()) + std::round(thickness));
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
    QList<QRect> columns;
    columns.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i)
        columns << columnOf(line, i, line[i].y(), bottom);
    fillColumns(painter, columns, colour);
}

} // namespace ui

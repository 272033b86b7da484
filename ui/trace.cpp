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

// The column of a point reaches half way to its neighbours on either side.
QRectF columnOf(const QPolygonF& line, qsizetype i, double top, double bottom)
{
    const auto middle = [&line](qsizetype first, qsizetype second) {
        return (line[first].x() + line[second].x()) / 2;
    };
    const double left = i > 0 ? std::round(middle(i - 1, i)) : std::floor(line[i].x());
    const double right = i + 1 < line.size() ? std::round(middle(i, i + 1)) : left + 1;
    return {left, top, right - left, bottom - top};
}

void fillColumns(QPainter& painter, const QList<QRectF>& columns, const QColor& colour)
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
    QList<QRectF> columns;
    columns.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        // Half way to the neighbours in height too, so that steep stretches have no holes.
        const double before = (line[std::max<qsizetype>(i - 1, 0)].y() + line[i].y()) / 2;
        const double after = (line[std::min(i + 1, line.size() - 1)].y() + line[i].y()) / 2;
        const auto [top, bottom] = std::minmax({before, line[i].y(), after});
        columns << columnOf(line, i, top - thickness / 2, bottom + thickness / 2);
    }
    fillColumns(painter, columns, colour);
}

void drawSteps(
    QPainter& painter, const QPolygonF& low, const QPolygonF& high, const QColor& colour, double thickness)
{
    QList<QRectF> columns;
    columns.reserve(low.size());
    for (qsizetype i = 0; i < low.size(); ++i)
        columns << columnOf(low, i, high[i].y() - thickness / 2, low[i].y() + thickness / 2);
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
    QList<QRectF> columns;
    columns.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i)
        columns << columnOf(line, i, line[i].y(), bottom);
    fillColumns(painter, columns, colour);
}

} // namespace ui

#pragma once

#include <QColor>
#include <QPainter>
#include <QPolygonF>

// Curves with about a point for every pixel. Stroked as polygons, smoothed, they take a painter without
// graphics hardware several milliseconds each; as columns of pixels a fraction of one.
namespace ui {

// The points of a line by rising x. Where they are far apart it is drawn as a smooth line.
void drawTrace(QPainter& painter, const QPolygonF& line, const QColor& colour, double thickness);
// All between two lines with the same x, at least as thick as told: a level that moves in steps, by the
// lowest and the highest value of each column.
void drawSteps(
    QPainter& painter, const QPolygonF& low, const QPolygonF& high, const QColor& colour, double thickness);
// All between the line and `bottom`.
void fillBelow(QPainter& painter, const QPolygonF& line, double bottom, const QColor& colour);

} // namespace ui

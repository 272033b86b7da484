#pragma once

#include <QRectF>
#include <QVector>

class QColor;
class QPainter;

namespace ui {

// A range of values laid along a side of a small plot.
struct PlotAxis {
    double minimum = 0;
    double maximum = 1;

    [[nodiscard]] double share(double value) const { return (value - minimum) / (maximum - minimum); }
};

// Round values that are at least `value`, 1 for 0 and less: for the step between ticks 1, 2, 2.5 or 5 times a
// power of ten; for the end of an axis finer ones, so that little room is lost.
[[nodiscard]] double tickStep(double value);
[[nodiscard]] double axisEnd(double value);
// Round values, at most `count` + 1 of them, that lie on the axis.
[[nodiscard]] QVector<double> ticks(const PlotAxis& axis, int count);
// Numbers below the area, a thin line above each.
void drawHorizontalAxis(QPainter& painter, const QRectF& area, const PlotAxis& axis);
// An arrow at the right edge: what has this colour lies beyond it.
void drawBeyond(QPainter& painter, const QRectF& area, const QColor& colour);

} // namespace ui

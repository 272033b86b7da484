#include "ui/lane.h"

#include "ui/shapestamps.h"

#include <cmath>

namespace ui {

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
    static ShapeStamps stamps;
    if (!stamps.draw(painter, shape, centre, size, colour))
        drawOutline(painter, shape, centre, size, colour);
}

} // namespace ui

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

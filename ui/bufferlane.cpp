#include "ui/bufferlane.h"

#include <QPainter>
#include <QPolygonF>

namespace ui {

namespace {

// The line and the two edges of the level. Where single steps can be seen the line follows them; where a
// column holds many it runs through their middle.
struct LevelShape {
    QPolygonF line;
    QPolygonF low;
    QPolygonF high;
};

LevelShape levelShape(const LaneScene& scene, const LaneMap& map)
{
    LevelShape shape;
    const double width = map.area.width() / static_cast<double>(scene.cells.size());
    const bool hasSteps = (scene.endPacket - scene.firstPacket) * 4.0 <= map.area.width();
    for (size_t i = 0; i < scene.cells.size(); ++i) {
        const core::PlotRange& range = scene.cells[i].buffered;
        const double x = map.area.left() + (static_cast<double>(i) + 0.5) * width;
        if (range.isEmpty() || !scene.hasHappened(map.timeAt(x)))
            continue;
        const QPointF low(x, map.y(range.low / 1000.0));
        const QPointF high(x, map.y(range.high / 1000.0));
        shape.low << low;
        shape.high << high;
        if (!hasSteps)
            shape.line << (low + high) / 2;
        else if (!shape.line.isEmpty() && shape.line.back().y() == low.y())
            shape.line << low << high;
        else
            shape.line << high << low;
    }
    return shape;
}

void fillBelow(QPainter& painter, QPolygonF edge, double bottom, const QColor& colour)
{
    if (edge.isEmpty())
        return;
    edge << QPointF(edge.back().x(), bottom) << QPointF(edge.front().x(), bottom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(edge);
}

} // namespace

QString BufferLane::title() const { return tr("Buffer"); }
QString BufferLane::subtitle() const { return tr("buffered audio, and the playout delay set"); }
QString BufferLane::unit() const { return tr("ms"); }

ValueRange BufferLane::valueRange(const LaneScene& scene) const
{
    if (scene.isEmpty())
        return {0, 100};
    core::PlotRange range;
    for (const core::PlotCell& cell : scene.cells)
        range.include(cell.buffered);
    const double target = scene.analysis->scenario.buffer.playoutDelay.milliseconds();
    return {0, roundUp(std::max({range.isEmpty() ? 0 : range.high / 1000.0 * 1.1, target * 1.5, 20.0}))};
}

void BufferLane::draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    if (scene.isEmpty())
        return;
    const LevelShape shape = levelShape(scene, map);
    QColor area = scene.colours.buffer;
    area.setAlphaF(0.16F);
    painter.setRenderHint(QPainter::Antialiasing, true);
    fillBelow(painter, shape.low, map.y(0), area);
    fillBelow(painter, shape.high, map.y(0), area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.colours.buffer, 1.4));
    painter.drawPolyline(shape.line);

    const double target = map.y(scene.analysis->scenario.buffer.playoutDelay.milliseconds());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(scene.colours.deadline, 1, Qt::DashLine));
    painter.drawLine(QPointF(map.area.left(), target), QPointF(map.area.right(), target));
}

} // namespace ui

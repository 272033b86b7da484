#include "ui/bufferlane.h"

#include "ui/plotaxis.h"
#include "ui/trace.h"

#include <QPainter>
#include <QPolygonF>

namespace ui {

namespace {

// The two edges of the level, a point for each column of pixels.
struct LevelShape {
    QPolygonF low;
    QPolygonF high;
};

LevelShape levelShape(const LaneScene& scene, const LaneMap& map)
{
    LevelShape shape;
    const double width = map.area.width() / static_cast<double>(scene.cells.size());
    for (size_t i = 0; i < scene.cells.size(); ++i) {
        const core::PlotRange& range = scene.cells[i].buffered;
        const double x = map.area.left() + (static_cast<double>(i) + 0.5) * width;
        if (range.isEmpty() || !scene.hasHappened(map.timeAt(x)))
            continue;
        shape.low << QPointF(x, map.y(range.low / 1000.0));
        shape.high << QPointF(x, map.y(range.high / 1000.0));
    }
    return shape;
}

// Where a column holds many steps the line runs through their middle.
QPolygonF middleOf(const LevelShape& shape)
{
    QPolygonF line;
    line.reserve(shape.low.size());
    for (qsizetype i = 0; i < shape.low.size(); ++i)
        line << (shape.low[i] + shape.high[i]) / 2;
    return line;
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
    return {0, axisEnd(std::max({range.isEmpty() ? 0 : range.high / 1000.0 * 1.1, target * 1.5, 20.0}))};
}

void BufferLane::draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    if (scene.isEmpty())
        return;
    const LevelShape shape = levelShape(scene, map);
    // Colours that nothing shines through: mixing them pixel by pixel takes twenty times as long.
    fillBelow(painter, shape.high, map.y(0), scene.colours.faint(scene.colours.buffer, 0.16));
    fillBelow(painter, shape.low, map.y(0), scene.colours.faint(scene.colours.buffer, 0.29));
    const bool hasSteps = (scene.endPacket - scene.firstPacket) * 4.0 <= map.area.width();
    if (hasSteps)
        drawSteps(painter, shape.low, shape.high, scene.colours.buffer, 1.4);
    else
        drawTrace(painter, middleOf(shape), scene.colours.buffer, 1.4);

    const double target = map.y(scene.analysis->scenario.buffer.playoutDelay.milliseconds());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(scene.colours.deadline, 1, Qt::DashLine));
    painter.drawLine(QPointF(map.area.left(), target), QPointF(map.area.right(), target));
}

} // namespace ui

#include "ui/overviewlane.h"

#include "ui/outputlane.h"
#include "ui/pixelcolumns.h"
#include "ui/waveformcolumns.h"

#include <QPainter>
#include <cmath>

namespace ui {

namespace {

constexpr double stripHeight = 4; // of the late ones, and below it of the lost ones, as in the lane below
constexpr double ticksHeight = 2 * stripHeight + 1;

void drawWaveform(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    const auto columns =
        waveformColumns(*scene.waveform, scene.firstFrame, scene.waveformRange(), scene.cells.size());
    const double width = map.area.width() / static_cast<double>(columns.size());
    PixelColumns pixels(painter, map.area);
    for (size_t i = 0; i < columns.size(); ++i) {
        const double x = map.area.left() + static_cast<double>(i) * width;
        const double top = map.y(columns[i].range.high / 32767.0);
        const double bottom = map.y(columns[i].range.low / 32767.0);
        pixels.fill(QRectF(x, top - 0.5, width, bottom - top + 1), scene.colours.overview);
    }
    pixels.paint();
}

void drawTicks(
    QPainter& painter, const LaneScene& scene, const QRectF& strip, core::Mark mark, const QColor& colour)
{
    PixelColumns ticks(painter, strip);
    const double width = strip.width() / static_cast<double>(scene.cells.size());
    for (size_t i = 0; i < scene.cells.size(); ++i) {
        const core::PlotCell& cell = scene.cells[i];
        if (cell.count(mark) == 0)
            continue;
        const double sent =
            cell.count(core::Mark::Lost) + cell.count(core::Mark::Late) + cell.count(core::Mark::Played);
        const double x = strip.left() + static_cast<double>(i) * width;
        ticks.fill(QRectF(x, strip.top(), std::max(1.0, width), strip.height()),
            scene.colours.faintInOverview(colour, std::clamp(cell.count(mark) / sent * 5, 0.4, 1.0)));
    }
    ticks.paint();
}

} // namespace

QString OverviewLane::title() const { return tr("Overview"); }

ValueRange OverviewLane::valueRange(const LaneScene& scene) const { return OutputLane().valueRange(scene); }

void OverviewLane::draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    LaneMap wave = map;
    wave.area.setBottom(map.area.bottom() - ticksHeight - 2);
    if (scene.waveform && !scene.cells.empty())
        drawWaveform(painter, scene, wave);
    if (scene.isEmpty())
        return;
    QRectF strip(map.area.left(), map.area.bottom() - ticksHeight, map.area.width(), stripHeight);
    drawTicks(painter, scene, strip, core::Mark::Late, scene.colours.late);
    strip.moveBottom(map.area.bottom());
    drawTicks(painter, scene, strip, core::Mark::Lost, scene.colours.lost);
}

} // namespace ui

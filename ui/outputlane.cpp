#include "ui/outputlane.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

using core::Origin;
using Column = core::WaveformLevels::Column;

namespace {

constexpr double stripHeight = 15;
constexpr double fullScale = 32767;

// The origin that fills most of a cell.
Origin mainOrigin(const core::PlotCell& cell)
{
    const auto most = std::ranges::max_element(cell.playout);
    return static_cast<Origin>(most - cell.playout.begin());
}

// The gap that fills most of what is not decoded; Decoded: there is none.
Origin mainGap(const core::PlotCell& cell)
{
    const auto most = std::max_element(cell.playout.begin() + 1, cell.playout.end());
    return *most == 0 ? Origin::Decoded : static_cast<Origin>(most - cell.playout.begin());
}

bool showsProvenance(const LaneScene& scene, const LaneMap& map)
{
    return !scene.isEmpty() && (scene.endPacket - scene.firstPacket) * 12.0 <= map.area.width()
        && map.area.height() > 4 * stripHeight;
}

QRectF provenanceStrip(const LaneMap& map)
{
    return {map.area.left(), map.area.bottom() - stripHeight, map.area.width(), stripHeight};
}

void drawBackgrounds(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    const double width = map.area.width() / static_cast<double>(scene.cells.size());
    for (size_t i = 0; i < scene.cells.size(); ++i) {
        const Origin gap = mainGap(scene.cells[i]);
        const double x = map.area.left() + static_cast<double>(i) * width;
        if (gap == Origin::Decoded || !scene.hasHappened(map.timeAt(x)))
            continue;
        const auto played = static_cast<double>(scene.cells[i].played().ticks());
        const double share = static_cast<double>(scene.cells[i].from(gap).ticks()) / std::max(played, 1.0);
        QColor colour = colourOf(gap, scene.colours);
        colour.setAlphaF(static_cast<float>(0.34 * std::clamp(share * 2, 0.3, 1.0)));
        painter.fillRect(QRectF(x, map.area.top(), std::ceil(width), map.area.height()), colour);
    }
}

void drawWaveform(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    const auto columns = waveformColumns(*scene.waveform, scene.firstFrame, map, scene.cells.size());
    const double width = map.area.width() / static_cast<double>(columns.size());
    for (size_t i = 0; i < columns.size(); ++i) {
        const double x = map.area.left() + static_cast<double>(i) * width;
        if (!scene.hasHappened(map.timeAt(x)))
            return;
        const double top = columns[i].isFilled ? map.y(columns[i].range.high / fullScale) : map.y(0);
        const double bottom = columns[i].isFilled ? map.y(columns[i].range.low / fullScale) : map.y(0);
        const QColor colour =
            columns[i].isFilled ? colourOf(mainOrigin(scene.cells[i]), scene.colours) : scene.colours.grid;
        painter.fillRect(QRectF(x, top - 0.5, std::ceil(width), bottom - top + 1), colour);
    }
}

} // namespace

QColor colourOf(Origin origin, const LaneColours& colours)
{
    switch (origin) {
    case Origin::Decoded:
        break;
    case Origin::Fec:
        return colours.fec;
    case Origin::Concealed:
        return colours.concealed;
    case Origin::Silence:
        return colours.silence;
    case Origin::Stall:
        return colours.stall;
    }
    return colours.wave;
}

std::vector<Column> waveformColumns(
    const core::WaveformLevels& levels, core::ReceiverTime firstFrame, const LaneMap& map, size_t count)
{
    std::vector<Column> columns(count);
    const int64_t begin = core::toMediaSpan(map.time.begin - firstFrame).ticks();
    const int64_t end = core::toMediaSpan(map.time.end - firstFrame).ticks();
    levels.query(begin, std::max(end, begin + 1), columns);
    return columns;
}

QString OutputLane::title() const { return tr("Output"); }
QString OutputLane::subtitle() const { return tr("what is heard"); }

std::vector<LegendEntry> OutputLane::legend(const LaneScene& scene) const
{
    const LaneColours& colours = scene.colours;
    std::vector<LegendEntry> entries{{LegendShape::Square, colours.wave, tr("decoded")},
        {LegendShape::Square, colours.fec, tr("FEC")},
        {LegendShape::Square, colours.concealed, tr("concealed")},
        {LegendShape::Square, colours.silence, tr("silence")}};
    if (!scene.isEmpty() && scene.analysis->statistics.stall > core::ReceiverSpan())
        entries.push_back({LegendShape::Square, colours.stall, tr("stalled")});
    return entries;
}

// Scaled to the loudest moment of the whole capture, so that panning does not change the scale.
ValueRange OutputLane::valueRange(const LaneScene& scene) const
{
    int peak = 0;
    if (scene.waveform) {
        std::array<Column, 64> columns;
        scene.waveform->query(0, scene.waveform->frameCount(), columns);
        for (const Column& column : columns) {
            if (column.isFilled)
                peak = std::max({peak, -int{column.range.low}, int{column.range.high}});
        }
    }
    const double high = std::clamp(peak / fullScale * 1.1, 0.05, 1.0);
    return {-high, high};
}

void OutputLane::draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    if (scene.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    LaneMap wave = map;
    if (showsProvenance(scene, map))
        wave.area.setBottom(provenanceStrip(map).top() - 2);
    drawBackgrounds(painter, scene, wave);
    if (scene.waveform)
        drawWaveform(painter, scene, wave);
    if (showsProvenance(scene, map))
        drawProvenance(painter, scene, map);
}

void OutputLane::drawProvenance(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    const auto& events = scene.analysis->timeline.events;
    const QRectF strip = provenanceStrip(map);
    for (size_t i = core::eventAt(*scene.analysis, map.time.begin); i < events.size(); ++i) {
        const core::TimelineEvent& event = events[i];
        if (event.start >= map.time.end || !scene.hasHappened(event.start))
            return;
        const double left = std::max(map.x(event.start), strip.left());
        const double right = std::min(map.x(event.end()), strip.right());
        const QRectF box(left, strip.top(), right - left - 1, strip.height());
        if (box.width() < 1)
            continue;
        QColor colour = colourOf(core::originOf(event), scene.colours);
        colour.setAlphaF(0.30F);
        painter.fillRect(box, colour);
        const QString text = provenance(event);
        if (box.width() > painter.fontMetrics().horizontalAdvance(text) + 4) {
            painter.setPen(scene.colours.dimText);
            painter.drawText(box, Qt::AlignCenter, text);
        }
    }
}

QString OutputLane::provenance(const core::TimelineEvent& event) const
{
    switch (core::originOf(event)) {
    case Origin::Decoded:
        return QString::number(event.packet);
    case Origin::Fec:
        return tr("FEC of %1").arg(event.packet);
    case Origin::Concealed:
        return tr("PLC");
    case Origin::Silence:
        return tr("silence");
    case Origin::Stall:
        break;
    }
    return tr("stall");
}

uint32_t OutputLane::packetUnder(const LaneScene& scene, const LaneMap& map, QPointF point)
{
    if (!showsProvenance(scene, map) || !provenanceStrip(map).contains(point)
        || scene.analysis->timeline.events.empty())
        return core::noPacket;
    return scene.analysis->timeline.events[core::eventAt(*scene.analysis, map.timeAt(point.x()))].packet;
}

} // namespace ui

#include "ui/outputlane.h"

#include "ui/pixelcolumns.h"
#include "ui/provenance.h"
#include "ui/waveformcolumns.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ui {

using core::Origin;

namespace {

constexpr double stripHeight = 15;
constexpr double lowestGap = 3; // in a column of the strip, so that none is overlooked
constexpr double fullScale = 32767;

// The origin that fills most of a cell.
Origin mainOrigin(const core::PlotCell& cell)
{
    const auto* const most = std::ranges::max_element(cell.playout);
    return static_cast<Origin>(most - cell.playout.begin());
}

bool showsProvenance(const LaneScene& scene, const LaneMap& map)
{
    return !scene.isEmpty() && !scene.analysis->timeline.events.empty()
        && map.area.height() > 3 * stripHeight;
}

// Whether single stretches can be told apart.
bool showsStretches(const LaneScene& scene, const LaneMap& map)
{
    return (scene.endPacket - scene.firstPacket) * 6.0 <= map.area.width();
}

QRectF provenanceStrip(const LaneMap& map)
{
    return {map.area.left(), map.area.bottom() - stripHeight, map.area.width(), stripHeight};
}

void drawBackgrounds(PixelColumns& columns, const LaneScene& scene, const LaneMap& map)
{
    const double width = map.area.width() / static_cast<double>(scene.cells.size());
    for (size_t i = 0; i < scene.cells.size(); ++i) {
        const Origin gap = mainGap(scene.cells[i]);
        const double x = map.area.left() + static_cast<double>(i) * width;
        if (gap == Origin::Decoded || !scene.hasHappened(map.timeAt(x)))
            continue;
        const auto played = static_cast<double>(scene.cells[i].played().ticks());
        const double share = static_cast<double>(scene.cells[i].from(gap).ticks()) / std::max(played, 1.0);
        const double opacity = 0.34 * std::clamp(share * 2, 0.3, 1.0);
        columns.fill(QRectF(x, map.area.top(), width, map.area.height()),
            scene.colours.faint(colourOf(gap, scene.colours), opacity));
    }
}

void drawWaveform(PixelColumns& pixels, const LaneScene& scene, const LaneMap& map)
{
    const auto columns =
        waveformColumns(*scene.waveform, scene.firstFrame, scene.waveformRange(), scene.cells.size());
    const double width = map.area.width() / static_cast<double>(columns.size());
    for (size_t i = 0; i < columns.size(); ++i) {
        const double x = map.area.left() + static_cast<double>(i) * width;
        if (!scene.hasHappened(map.timeAt(x)))
            return;
        const double top = map.y(columns[i].range.high / fullScale);
        const double bottom = map.y(columns[i].range.low / fullScale);
        const QColor colour =
            columns[i].isFilled ? colourOf(mainOrigin(scene.cells[i]), scene.colours) : scene.colours.grid;
        pixels.fill(QRectF(x, top - 0.5, width, bottom - top + 1), colour);
    }
}

void drawStretches(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    const QRectF strip = provenanceStrip(map);
    const core::ReceiverTime end = std::min(map.time.end, scene.analysis->timeline.end());
    for (core::ReceiverTime time = std::max(map.time.begin, scene.analysis->timeline.start()); time < end;) {
        const Stretch stretch = Provenance::at(*scene.analysis, time);
        if (!scene.hasHappened(stretch.start))
            return;
        time = std::max(stretch.end(), time + core::ReceiverSpan(1));
        const double left = std::max(map.x(stretch.start), strip.left());
        const double right = std::min(map.x(stretch.end()), strip.right());
        const QRectF box(left, strip.top(), right - left - 1, strip.height());
        if (box.width() < 1)
            continue;
        painter.fillRect(box, scene.colours.faint(colourOf(stretch.origin, scene.colours), 0.3));
        const QString text = Provenance::label(stretch);
        if (box.width() > painter.fontMetrics().horizontalAdvance(text) + 4) {
            painter.setPen(scene.colours.dimText);
            painter.drawText(box, Qt::AlignCenter, text);
        }
    }
}

// Too narrow for single stretches: what went wrong in each column of pixels, as high as its share there.
void drawColumns(PixelColumns& columns, const LaneScene& scene, const LaneMap& map)
{
    const QRectF strip = provenanceStrip(map);
    const double width = map.area.width() / static_cast<double>(scene.cells.size());
    for (size_t i = 0; i < scene.cells.size(); ++i) {
        const double x = strip.left() + static_cast<double>(i) * width;
        if (scene.cells[i].played() <= core::ReceiverSpan() || !scene.hasHappened(map.timeAt(x)))
            continue;
        columns.fill(QRectF(x, strip.top(), width, strip.height()),
            scene.colours.faint(colourOf(Origin::Decoded, scene.colours), 0.3));
        const Origin gap = mainGap(scene.cells[i]);
        if (gap == Origin::Decoded)
            continue;
        const double share = static_cast<double>(scene.cells[i].from(gap).ticks())
            / static_cast<double>(scene.cells[i].played().ticks());
        const double height = std::clamp(share * strip.height(), lowestGap, strip.height());
        columns.fill(QRectF(x, strip.bottom() - height, width, height),
            scene.colours.faint(colourOf(gap, scene.colours), 0.85));
    }
}

std::optional<Stretch> stretchUnder(const LaneScene& scene, const LaneMap& map, QPointF point)
{
    if (!showsProvenance(scene, map) || !provenanceStrip(map).contains(point)
        || !scene.hasHappened(map.timeAt(point.x())))
        return std::nullopt;
    if (showsStretches(scene, map))
        return Provenance::at(*scene.analysis, map.timeAt(point.x()));
    return Provenance::mostTelling(*scene.analysis, {map.timeAt(point.x() - 1), map.timeAt(point.x() + 1)});
}

} // namespace

// The gap that fills most of what is not decoded; Decoded: there is none.
Origin mainGap(const core::PlotCell& cell)
{
    const auto* const most = std::max_element(cell.playout.begin() + 1, cell.playout.end());
    return *most == 0 ? Origin::Decoded : static_cast<Origin>(most - cell.playout.begin());
}

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
        std::array<core::WaveformLevels::Column, 64> columns;
        scene.waveform->query(0, scene.waveform->frameCount(), columns);
        for (const core::WaveformLevels::Column& column : columns)
            peak = std::max({peak, -int{column.range.low}, int{column.range.high}});
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
    PixelColumns columns(painter, map.area);
    drawBackgrounds(columns, scene, wave);
    if (scene.waveform)
        drawWaveform(columns, scene, wave);
    const bool hasStretches = showsProvenance(scene, map) && showsStretches(scene, map);
    if (showsProvenance(scene, map) && !hasStretches)
        drawColumns(columns, scene, map);
    columns.paint();
    if (hasStretches)
        drawStretches(painter, scene, map);
}

uint32_t OutputLane::packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const
{
    const auto stretch = stretchUnder(scene, map, point);
    return stretch ? stretch->packet : core::noPacket;
}

// Where it sounds, or ought to, in the middle of its time.
std::optional<QPointF> OutputLane::placeOf(const LaneScene& scene, const LaneMap& map, uint32_t packet) const
{
    if (!showsProvenance(scene, map))
        return std::nullopt;
    const core::PacketOutcome& outcome = scene.analysis->timeline.outcomes[packet];
    const core::StoredTime begin = outcome.playout != core::never ? outcome.playout : outcome.due;
    if (begin == core::never || !scene.hasHappened(begin))
        return std::nullopt;
    const core::ReceiverSpan length =
        core::toReceiverSpan(scene.analysis->capture->packets()[packet].duration());
    const core::ReceiverTime middle = core::ReceiverTime(begin) + core::ReceiverSpan(length.ticks() / 2);
    return QPointF(map.x(middle), provenanceStrip(map).center().y());
}

std::vector<ReadoutRow> OutputLane::readout(const LaneScene& scene, const LaneMap& map, QPointF point) const
{
    const auto stretch = stretchUnder(scene, map, point);
    return stretch ? Provenance::readout(*stretch) : std::vector<ReadoutRow>();
}

} // namespace ui

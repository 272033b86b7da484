#pragma once

#include "ui/lane.h"

#include <QCoreApplication>

namespace ui {

// The waveform of what is heard, coloured by where it comes from; below it what each stretch was made from,
// in words as soon as there is room. A waveform that is still being made shows as a line where it is not
// there yet.
class OutputLane : public Lane {
    Q_DECLARE_TR_FUNCTIONS(ui::OutputLane)

public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] std::vector<LegendEntry> legend(const LaneScene& scene) const override;
    [[nodiscard]] ValueRange valueRange(const LaneScene& scene) const override;
    void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const override;

    // In the strip below the waveform: the packet that the stretch was made from, or is missing there.
    [[nodiscard]] uint32_t packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const override;
    [[nodiscard]] std::optional<QPointF> placeOf(
        const LaneScene& scene, const LaneMap& map, uint32_t packet) const override;
    [[nodiscard]] std::vector<ReadoutRow> readout(
        const LaneScene& scene, const LaneMap& map, QPointF point) const override;
};

// The gap that fills most of what is not decoded; Decoded: there is none.
[[nodiscard]] core::Origin mainGap(const core::PlotCell& cell);

// Colour of a stretch of playout.
[[nodiscard]] QColor colourOf(core::Origin origin, const LaneColours& colours);

} // namespace ui

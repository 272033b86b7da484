#pragma once

#include "ui/lane.h"

#include <QCoreApplication>

namespace ui {

// The waveform of what is heard, coloured by where it comes from; below it, as soon as there is room, what
// each stretch was made from. A waveform that is still being made shows as a line where it is not there yet.
class OutputLane : public Lane {
    Q_DECLARE_TR_FUNCTIONS(OutputLane)

public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] std::vector<LegendEntry> legend(const LaneScene& scene) const override;
    [[nodiscard]] ValueRange valueRange(const LaneScene& scene) const override;
    void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const override;

    // The packet that the stretch below the point was made from; noPacket if it is outside the strip or was
    // made from none.
    [[nodiscard]] static uint32_t packetUnder(const LaneScene& scene, const LaneMap& map, QPointF point);

private:
    void drawProvenance(QPainter& painter, const LaneScene& scene, const LaneMap& map) const;
    [[nodiscard]] QString provenance(const core::TimelineEvent& event) const;
};

// Colour of a stretch of playout.
[[nodiscard]] QColor colourOf(core::Origin origin, const LaneColours& colours);

// The waveform's columns for the pixels of the map; frame 0 sounds at firstFrame.
[[nodiscard]] std::vector<core::WaveformLevels::Column> waveformColumns(
    const core::WaveformLevels& levels, core::ReceiverTime firstFrame, const LaneMap& map, size_t count);

} // namespace ui

#pragma once

#include "core/render/levels.h"
#include "ui/lane.h"

#include <vector>

namespace ui {

// One column of the waveform for each of the `count` pixels of the lane across; firstFrame: receiver time of
// the waveform's frame 0. Where a pixel is narrower than the blocks that the levels hold, what lies between
// their middles is drawn through, so that no steps are seen that nobody hears.
[[nodiscard]] std::vector<core::WaveformLevels::Column> waveformColumns(
    const core::WaveformLevels& levels, core::ReceiverTime firstFrame, const LaneMap& map, size_t count);

} // namespace ui

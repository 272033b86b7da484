#pragma once

#include "core/render/levels.h"
#include "ui/timerange.h"

#include <vector>

namespace ui {

// The waveform of a range in `count` columns, one for each pixel across; firstFrame: receiver time of the
// waveform's frame 0. Where a pixel is narrower than the blocks that the levels hold, what lies between
// their middles is drawn through, so that no steps are seen that nobody hears.
[[nodiscard]] std::vector<core::WaveformLevels::Column> waveformColumns(
    const core::WaveformLevels& levels, core::ReceiverTime firstFrame, TimeRange range, size_t count);

} // namespace ui

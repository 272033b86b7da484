#pragma once

#include "core/analysis/analysis.h"

namespace ui {

// The place in the stream that is heard, or ought to be, at a moment of playout, and the moment at which a
// place is heard; both go on in a straight line before the first packet and behind the last one. Each costs a
// search, not a walk over all packets.
[[nodiscard]] core::MediaTime mediaHeardAt(const core::Analysis& analysis, core::ReceiverTime time);
[[nodiscard]] core::ReceiverTime timeHeard(const core::Analysis& analysis, core::MediaTime media);

} // namespace ui

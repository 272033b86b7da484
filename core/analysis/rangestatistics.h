#pragma once

#include "core/analysis/statistics.h"
#include "core/base/time.h"

namespace core {

struct Analysis;
class PlotLevels;

// Statistics of the stretch [begin, end) of the receiver's clock, defined as those of the whole (see
// Statistics), of
// - the packets sent in it: fates, FEC, duplicates, delays and waits, whenever they arrive or are played.
//   A packet counts as reordered by all that was sent behind it. Jitter begins at the first of these packets
//   to arrive and is that at the last one.
// - the playout in it, events that reach out of it cut off. A gap at its edge counts, with the part inside.
// The sums agree as they do for the whole; the whole capture as the range gives the statistics of the
// analysis. `levels` have to be built from the analysis. Costs the packets of the range, not of the capture.
[[nodiscard]] Statistics computeRangeStatistics(
    const Analysis& analysis, const PlotLevels& levels, ReceiverTime begin, ReceiverTime end);

} // namespace core

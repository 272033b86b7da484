#pragma once

#include "core/analysis/analysis.h"
#include "core/capture/capture.h"

#include <memory>

namespace core {

// A capture of that many packets of equal duration without payload: all that network, playout and plots need.
[[nodiscard]] std::shared_ptr<const Capture> plainCapture(size_t packets, MediaSpan duration);

// Conditions under which everything happens: jitter, losses in bursts, reordering, duplicates, late packets.
[[nodiscard]] Scenario roughScenario(Strategy strategy, uint64_t seed);

} // namespace core

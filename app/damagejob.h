#pragma once

#include "core/analysis/analysis.h"
#include "core/base/error.h"
#include "core/base/job.h"
#include "core/render/renderfocus.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace app {

// How audible one gap is; see core::SpectralDistance.
struct GapDamage {
    uint32_t gap = 0; // in Analysis::gaps
    double decibels = 0;
};

using DamageOfGaps = std::map<uint32_t, double>; // decibels by gap

struct DamageRequest {
    std::shared_ptr<const core::Analysis> analysis;
    DamageOfGaps known; // these are not measured again
    // Called with what was found since the last call: a few times a second, and at last.
    std::function<void(std::vector<GapDamage> found)> publish;
};

// Measures every gap of an analysis that is not known: what is heard over the gap and the time behind it
// (core::damageTail) against what was sent for these moments. Gaps in view come first, then the others, each
// time the one nearest to the playhead, wherever view and playhead are by then. Of a gap longer than
// longestMeasured the rest is left out. Runs on a job's thread. Errors: those of Renderer.
[[nodiscard]] core::Result<void> measureDamage(
    const DamageRequest& request, const core::RenderFocus& focus, const core::JobControl& job);

// A minute takes a second to measure; a capture may hold a gap of many hours.
inline constexpr core::ReceiverSpan longestMeasured = core::receiverMilliseconds(60000);

} // namespace app

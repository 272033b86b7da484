#pragma once

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/playout/timeline.h"
#include "core/render/levels.h"

#include <atomic>
#include <functional>
#include <memory>

namespace app {

// What the user looks at, for work that starts there. Written by the GUI thread, read by the job.
struct Focus {
    std::atomic<int64_t> beginUs = 0;
    std::atomic<int64_t> endUs = 0;
};

struct WaveformRequest {
    std::shared_ptr<const core::Capture> capture;
    std::shared_ptr<const core::Timeline> timeline;
    // Called with a copy of what there is so far: at once when what is looked at is complete, then a few
    // times a second, at last when all is.
    std::function<void(std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame)>
        publish;
};

// Renders a whole timeline for its picture, nearest to the focus first. The decoder is started afresh for
// each stretch and warmed up only briefly: good enough for a picture, not for the ear. Errors: those of
// Renderer.
[[nodiscard]] core::Result<void> buildWaveform(
    const WaveformRequest& request, const Focus& focus, const core::JobControl& job);

} // namespace app

#pragma once

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/playout/timeline.h"
#include "core/render/levels.h"
#include "core/render/renderfocus.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <thread>

namespace core {

struct WaveformRequest {
    std::shared_ptr<const Capture> capture;
    std::shared_ptr<const Timeline> timeline;
    // Called with what there is so far, by one thread at a time: as soon as there is a picture of
    // what is looked at, then whenever isPictureDue says so, at last when all is done. Where nothing is
    // played the only picture is empty.
    std::function<void(std::shared_ptr<const WaveformLevels> levels, ReceiverTime firstFrame)> publish;
    // Asked behind each piece of work, by one thread at a time; a picture costs a little.
    std::function<bool()> isPictureDue;
    WaveformLevels::Detail detail = WaveformLevels::Detail::Fine;
};

// Renders a whole timeline for its picture: what is in view first, from its left edge on, then what lies near
// to it and near to the playhead by turns. Where more is in view than can be decoded at once, a sketch comes
// first: a short sample of each part, whose blocks are replaced by whole ones later. Works on several threads
// and returns when all is done. Every stretch starts with a fresh decoder that is warmed up only briefly:
// good enough for a picture, not for the ear, and the same whoever renders it and when. Errors: those of
// Renderer.
[[nodiscard]] Result<void> buildWaveform(const WaveformRequest& request, const RenderFocus& focus,
    const JobControl& job, size_t workers = std::thread::hardware_concurrency());

} // namespace core

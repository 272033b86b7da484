#pragma once

#include "core/analysis/gaps.h"
#include "core/analysis/scenario.h"
#include "core/analysis/statistics.h"
#include "core/base/error.h"
#include "core/base/job.h"
#include "core/capture/capture.h"
#include "core/network/simulator.h"
#include "core/playout/timeline.h"

#include <memory>
#include <vector>

namespace core {

// The immutable result for one capture and one scenario. Shared between threads as std::shared_ptr<const
// Analysis>.
struct Analysis {
    std::shared_ptr<const Capture> capture;
    Scenario scenario;
    Arrivals arrivals;
    Timeline timeline;
    Statistics statistics;
    std::vector<Gap> gaps;
};

// Capture + scenario → analysis: the whole engine but the decoder. Errors: OutOfRange (see validated),
// Cancelled.
[[nodiscard]] Result<std::shared_ptr<const Analysis>> analyze(
    std::shared_ptr<const Capture> capture, const Scenario& scenario, const JobControl& job = {});

// The timeline of an analysis, sharing its lifetime: what a Renderer wants.
[[nodiscard]] std::shared_ptr<const Timeline> timelineOf(const std::shared_ptr<const Analysis>& analysis);

} // namespace core

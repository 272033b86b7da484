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
    std::shared_ptr<const Arrivals> arrivals = std::make_shared<const Arrivals>(); // never null
    Timeline timeline;
    Statistics statistics;
    std::vector<Gap> gaps;
};

// Capture + scenario → analysis: the whole engine but the decoder. Errors: OutOfRange (see validated),
// Cancelled.
[[nodiscard]] Result<std::shared_ptr<const Analysis>> analyze(
    std::shared_ptr<const Capture> capture, const Scenario& scenario, const JobControl& job = {});

// Its first half: what the network does. That is a function of capture, network and seed alone; where they
// are those of `before`, an older analysis or null, its arrivals are shared. Errors: OutOfRange.
[[nodiscard]] Result<std::shared_ptr<const Arrivals>> transmit(const std::shared_ptr<const Capture>& capture,
    const Scenario& scenario, const Analysis* before = nullptr);
// Its second half, from what transmit() has made of the same capture and scenario. Errors: Cancelled.
[[nodiscard]] Result<std::shared_ptr<const Analysis>> analyzeArrivals(std::shared_ptr<const Capture> capture,
    const Scenario& scenario, std::shared_ptr<const Arrivals> arrivals, const JobControl& job = {});

// The statistics that analyze() would find, without the lists that it holds. Errors as there.
[[nodiscard]] Result<Statistics> countStatistics(
    const Capture& capture, const Scenario& scenario, const JobControl& job = {});

// The timeline of an analysis, sharing its lifetime: what a Renderer wants.
[[nodiscard]] std::shared_ptr<const Timeline> timelineOf(const std::shared_ptr<const Analysis>& analysis);

} // namespace core

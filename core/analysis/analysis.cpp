#include "core/analysis/analysis.h"

#include <utility>

namespace core {

Result<std::shared_ptr<const Analysis>> analyze(
    std::shared_ptr<const Capture> capture, const Scenario& scenario, const JobControl& job)
{
    if (const Result<void> valid = validated(scenario); !valid)
        return tl::unexpected(valid.error());
    auto analysis = std::make_shared<Analysis>();
    analysis->capture = std::move(capture);
    analysis->scenario = scenario;
    const Capture& stream = *analysis->capture;

    analysis->arrivals = simulate(stream, scenario.network, scenario.seed);
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    analysis->timeline = playOut(stream, analysis->arrivals, scenario.buffer, scenario.concealment);
    analysis->timeline.events.releaseSpare();
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    analysis->statistics =
        computeStatistics(stream, analysis->arrivals, analysis->timeline, scenario.network.driftPpm);
    analysis->gaps = findGaps(stream, analysis->timeline);
    job.report(1);
    return analysis;
}

std::shared_ptr<const Timeline> timelineOf(const std::shared_ptr<const Analysis>& analysis)
{
    return {analysis, &analysis->timeline};
}

} // namespace core

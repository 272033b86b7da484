#include "core/analysis/analysis.h"

#include "core/base/beside.h"

#include <utility>

namespace core {

Result<std::shared_ptr<const Analysis>> analyze(
    std::shared_ptr<const Capture> capture, const Scenario& scenario, const JobControl& job)
{
    const auto arrivals = transmit(capture, scenario);
    if (!arrivals)
        return tl::unexpected(arrivals.error());
    return analyzeArrivals(std::move(capture), scenario, *arrivals, job);
}

Result<std::shared_ptr<const Arrivals>> transmit(
    const std::shared_ptr<const Capture>& capture, const Scenario& scenario, const Analysis* before)
{
    if (const Result<void> valid = validated(scenario); !valid)
        return tl::unexpected(valid.error());
    if (before != nullptr && before->capture == capture && before->scenario.network == scenario.network
        && before->scenario.seed == scenario.seed)
        return before->arrivals;
    return std::make_shared<const Arrivals>(simulate(*capture, scenario.network, scenario.seed));
}

Result<std::shared_ptr<const Analysis>> analyzeArrivals(std::shared_ptr<const Capture> capture,
    const Scenario& scenario, std::shared_ptr<const Arrivals> arrivals, const JobControl& job)
{
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    auto analysis = std::make_shared<Analysis>();
    analysis->capture = std::move(capture);
    analysis->scenario = scenario;
    analysis->arrivals = std::move(arrivals);
    const Capture& stream = *analysis->capture;
    const size_t packets = stream.packets().size();

    auto statistics = startBeside(packets, [&stream, &arrived = *analysis->arrivals, &scenario] {
        return statisticsOfArrivals(stream, arrived, scenario.network.driftPpm);
    });
    Timeline& timeline = analysis->timeline;
    timeline = playOut(stream, *analysis->arrivals, scenario.buffer, scenario.concealment);
    timeline.events.releaseSpare();
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    auto gaps = startBeside(packets, [&stream, &timeline] { return findGaps(stream, timeline); });
    analysis->statistics = statistics.get();
    addPlayout(stream, timeline, scenario.network.driftPpm, analysis->statistics);
    analysis->gaps = gaps.get();
    job.report(1);
    return analysis;
}

Result<Statistics> countStatistics(const Capture& capture, const Scenario& scenario, const JobControl& job)
{
    if (const Result<void> valid = validated(scenario); !valid)
        return tl::unexpected(valid.error());
    const Arrivals arrivals = simulate(capture, scenario.network, scenario.seed);
    Statistics statistics = statisticsOfArrivals(capture, arrivals, scenario.network.driftPpm);
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    addPlayout(capture, playOut(capture, arrivals, scenario.buffer, scenario.concealment),
        scenario.network.driftPpm, statistics);
    return statistics;
}

std::shared_ptr<const Timeline> timelineOf(const std::shared_ptr<const Analysis>& analysis)
{
    return {analysis, &analysis->timeline};
}

} // namespace core

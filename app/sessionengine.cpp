#include "app/sessionengine.h"

#include "core/base/beside.h"
#include "core/capture/open.h"

#include <utility>

namespace app {

using core::JobControl;
using std::chrono::steady_clock;

namespace {

double millisecondsSince(steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

} // namespace

SessionEngine SessionEngine::real()
{
    constexpr std::chrono::milliseconds patience(400);
    return {.open = &core::openCapture,
        .analyze = &core::analyzeArrivals,
        .exportTo = &core::exportAnalysis,
        .sweep = [](const auto& capture, const core::SweepPlan& plan, const auto& publish,
                     const JobControl& job) { return core::sweep(capture, plan, publish, job); },
        .patience = patience};
}

core::Result<FinishedAnalysis> finishedAnalysis(const SessionEngine& engine,
    const std::shared_ptr<const core::Capture>& capture, const core::Scenario& scenario,
    const FinishedAnalysis& before, const std::stop_token& stop)
{
    const auto start = steady_clock::now();
    const auto arrivals = core::transmit(capture, scenario, before.analysis.get());
    if (!arrivals)
        return tl::unexpected(arrivals.error());
    auto tradeOff = before.tradeOff;
    std::future<void> counting;
    if (!before.analysis || before.analysis->arrivals != *arrivals)
        counting = core::startBeside(capture->packets().size(), [&] {
            tradeOff = std::make_shared<const core::TradeOff>(
                core::TradeOff::build(*capture, **arrivals, scenario.network.driftPpm));
        });
    const auto analysis = engine.analyze(capture, scenario, *arrivals, JobControl(stop));
    if (!analysis)
        return tl::unexpected(analysis.error());
    FinishedAnalysis finished{*analysis, {}, {}, millisecondsSince(start), std::make_shared<DamageOfGaps>()};
    finished.levels = std::make_shared<const core::PlotLevels>(core::PlotLevels::build(**analysis));
    if (counting.valid())
        counting.get();
    finished.tradeOff = tradeOff;
    return finished;
}

std::shared_ptr<const ui::Draft> draftOf(
    const core::Capture& capture, const core::Scenario& scenario, ui::TimeRange range)
{
    core::Excerpt excerpt = core::Excerpt::of(capture, {range.begin, range.end, scenario.network.driftPpm});
    const auto analysis = core::analyze(excerpt.capture(), scenario);
    if (!analysis)
        return nullptr;
    auto levels = std::make_shared<const core::PlotLevels>(core::PlotLevels::build(**analysis));
    return std::make_shared<const ui::Draft>(
        ui::Draft{std::move(excerpt), range, *analysis, std::move(levels)});
}

} // namespace app

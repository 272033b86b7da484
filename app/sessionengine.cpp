#include "app/sessionengine.h"

#include "core/capture/open.h"

#include <future>

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
        .analyze = &core::analyze,
        .exportTo = &core::exportAnalysis,
        .patience = patience};
}

core::Result<FinishedAnalysis> finishedAnalysis(const SessionEngine& engine,
    const std::shared_ptr<const core::Capture>& capture, const core::Scenario& scenario,
    const std::stop_token& stop)
{
    const auto start = steady_clock::now();
    const auto analysis = engine.analyze(capture, scenario, JobControl(stop));
    if (!analysis)
        return tl::unexpected(analysis.error());
    FinishedAnalysis finished{*analysis, {}, {}, millisecondsSince(start), std::make_shared<DamageOfGaps>()};
    auto tradeOff = std::async(std::launch::async,
        [&] { return std::make_shared<const core::TradeOff>(core::TradeOff::build(**analysis)); });
    finished.levels = std::make_shared<const core::PlotLevels>(core::PlotLevels::build(**analysis));
    finished.tradeOff = tradeOff.get();
    return finished;
}

} // namespace app

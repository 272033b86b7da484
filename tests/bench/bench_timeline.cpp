#include "app/sessionengine.h"
#include "core/analysis/plotlevels.h"
#include "tests/support/plaincapture.h"

#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <utility>

namespace {

// Range 0: packets; 180,000 are an hour, 4,320,000 a day.
std::shared_ptr<const core::Analysis> analysisOf(int64_t packets)
{
    return core::analyze(core::plainCapture(static_cast<size_t>(packets), core::mediaMilliseconds(20)),
        core::roughScenario(core::Strategy::Realtime, 1))
        .value();
}

void buildLevels(benchmark::State& state)
{
    const auto analysis = analysisOf(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(core::PlotLevels::build(*analysis));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(buildLevels)->Arg(180'000)->Arg(4'320'000)->Unit(benchmark::kMillisecond);

// All that is done off the GUI thread between the move of a slider and the picture, as the window does it.
// Old results are given up only when the new ones are there. Range 1: 0 moves a slider of the network, 1 the
// buffer's.
void sliderToLevels(benchmark::State& state)
{
    const auto first = analysisOf(state.range(0));
    const app::SessionEngine engine = app::SessionEngine::real();
    core::Scenario scenario = first->scenario;
    app::FinishedAnalysis shown =
        app::finishedAnalysis(engine, first->capture, scenario, {}, std::stop_token()).value();
    for (auto _ : state) {
        (state.range(1) == 0 ? scenario.network.delay : scenario.buffer.playoutDelay) +=
            core::receiverMilliseconds(1);
        shown = app::finishedAnalysis(engine, first->capture, scenario, shown, std::stop_token()).value();
    }
    state.counters["per_second"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["peak_MiB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}
BENCHMARK(sliderToLevels)
    ->ArgsProduct({{180'000, 4'320'000}, {0, 1}})
    ->ArgNames({"packets", "buffer"})
    ->UseRealTime() // part of the work is done beside
    ->Unit(benchmark::kMillisecond);

// A picture of the whole capture, 1,600 pixels wide.
void queryWhole(benchmark::State& state)
{
    const auto analysis = analysisOf(state.range(0));
    const auto levels = core::PlotLevels::build(*analysis);
    std::vector<core::PlotCell> cells(1600);
    for (auto _ : state) {
        levels.query(*analysis, core::ReceiverTime(), levels.end(), cells);
        benchmark::DoNotOptimize(cells.data());
    }
}
BENCHMARK(queryWhole)->Arg(180'000)->Arg(4'320'000)->Unit(benchmark::kMillisecond);

// The longest stretch that is read packet by packet: the costliest picture there is.
void queryExactly(benchmark::State& state)
{
    const auto analysis = analysisOf(state.range(0));
    const auto levels = core::PlotLevels::build(*analysis);
    std::vector<core::PlotCell> cells(1600);
    int64_t length = levels.end().ticks();
    while (levels.resolution(core::ReceiverTime(), core::ReceiverTime(length), cells.size())
        > core::ReceiverSpan())
        length = length * 9 / 10;
    for (auto _ : state) {
        levels.query(*analysis, core::ReceiverTime(), core::ReceiverTime(length), cells);
        benchmark::DoNotOptimize(cells.data());
    }
}
BENCHMARK(queryExactly)->Arg(180'000)->Arg(4'320'000)->Unit(benchmark::kMillisecond);

} // namespace

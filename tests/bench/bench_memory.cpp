#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "core/analysis/tradeoff.h"
#include "core/render/levels.h"
#include "tests/support/plaincapture.h"

#include <benchmark/benchmark.h>
#include <fstream>
#include <malloc.h>
#include <string>

using namespace core;

namespace {

constexpr int64_t day = 4'320'000; // packets of 20 ms

double allocated()
{
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

// The most that was ever resident since the start, or since reset.
double peakMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

void resetPeak() { std::ofstream("/proc/self/clear_refs") << 5; }

// All that the window holds of one run of the engine.
struct Result {
    std::shared_ptr<const Analysis> analysis;
    PlotLevels levels;
    TradeOff tradeOff;
};

Result resultOf(const std::shared_ptr<const Capture>& capture, const Scenario& scenario)
{
    auto analysis = analyze(capture, scenario).value();
    PlotLevels levels = PlotLevels::build(*analysis);
    TradeOff tradeOff = TradeOff::build(*analysis);
    return {std::move(analysis), std::move(levels), std::move(tradeOff)};
}

// What one result takes, and the peak of everything while the next one is made beside it; the payload of the
// packets, which takes what the file does, comes on top.
void resultsOfADay(benchmark::State& state)
{
    resetPeak();
    const auto capture = plainCapture(static_cast<size_t>(state.range(0)), mediaMilliseconds(20));
    Scenario scenario = roughScenario(Strategy::Realtime, 1);
    const double before = allocated();
    Result shown = resultOf(capture, scenario);
    const double bytes = allocated() - before;
    for (auto _ : state) {
        scenario.network.delay += receiverMilliseconds(1);
        shown = resultOf(capture, scenario);
    }
    state.counters["bytes_per_packet"] = bytes / static_cast<double>(state.range(0));
    state.counters["peak_MiB"] = peakMiB();
}
BENCHMARK(resultsOfADay)->Arg(day)->Iterations(3)->Unit(benchmark::kMillisecond);

// The picture of the sound of one timeline.
void waveformOfADay(benchmark::State& state)
{
    resetPeak();
    const double before = allocated();
    double bytes = 0;
    for (auto _ : state) {
        const WaveformLevels levels(state.range(0) * 960);
        bytes = allocated() - before;
    }
    state.counters["bytes_per_packet"] = bytes / static_cast<double>(state.range(0));
    state.counters["peak_MiB"] = peakMiB();
}
BENCHMARK(waveformOfADay)->Arg(day)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace

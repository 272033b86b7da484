#include "core/analysis/statistics.h"
#include "core/network/simulator.h"
#include "core/playout/timeline.h"

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <chrono>
#include <limits>
#include <string>
#include <utility>

using namespace core;

namespace {

constexpr int64_t hour = 180000; // packets of 20 ms
constexpr int64_t day = 24 * hour;

Capture streamOf(int64_t packets)
{
    Capture::Parts parts;
    for (int64_t i = 0; i < packets; ++i) {
        PacketRecord record;
        record.media = MediaTime(i * 960);
        record.durationSamples = 960;
        record.toc = 9 << 3;
        record.flags = HasFec;
        parts.packets.push_back(record);
    }
    parts.end = parts.packets.back().end();
    return Capture(std::move(parts));
}

NetworkSettings networkWith(int64_t spreadMs)
{
    NetworkSettings network;
    network.delay = receiverMilliseconds(40);
    network.jitter.spread = receiverMilliseconds(spreadMs);
    network.loss = {.model = LossModel::GilbertElliott, .rate = 0.03, .burst = 2.4};
    return network;
}

BufferSettings bufferWith(Strategy strategy)
{
    BufferSettings buffer;
    buffer.strategy = strategy;
    return buffer;
}

void reportPerPacket(benchmark::State& state)
{
    state.counters["per_packet"] = benchmark::Counter(static_cast<double>(state.range(0)),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

// What can't be undercut: touching every packet once.
void bareLoop(benchmark::State& state)
{
    const Capture capture = streamOf(state.range(0));
    for (auto _ : state) {
        int64_t sum = 0;
        for (const PacketRecord& record : capture.packets())
            sum += record.media.ticks() + record.durationSamples;
        benchmark::DoNotOptimize(sum);
    }
    reportPerPacket(state);
}

Statistics statisticsOf(
    const Capture& capture, const Arrivals& arrivals, const Timeline& timeline, double driftPpm)
{
    Statistics statistics = statisticsOfArrivals(capture, arrivals, driftPpm);
    addPlayout(capture, timeline, driftPpm, statistics);
    return statistics;
}

// Network, playout and statistics, one after the other, as after every move of a slider. Arguments: packets,
// jitter in ms, strategy.
void wholeEngine(benchmark::State& state)
{
    const Capture capture = streamOf(state.range(0));
    const NetworkSettings network = networkWith(state.range(1));
    const BufferSettings buffer = bufferWith(static_cast<Strategy>(state.range(2)));
    Arrivals arrivals;
    Timeline timeline;
    for (auto _ : state) {
        arrivals = simulate(capture, network, 1, std::move(arrivals));
        timeline = playOut(capture, arrivals, buffer, Concealment::Fec, std::move(timeline));
        benchmark::DoNotOptimize(statisticsOf(capture, arrivals, timeline, network.driftPpm));
    }
    reportPerPacket(state);
}

// One of the networks that an hour is sent through in hourUnderConditions.
struct Conditions {
    const char* name;
    JitterModel model = JitterModel::Normal;
    int64_t delayMs = 40;
    int64_t spreadMs = 0;
    double correlation = 0;
    double lossRate = 0.05;
    double burst = 1;

    [[nodiscard]] NetworkSettings network() const
    {
        NetworkSettings settings;
        settings.delay = receiverMilliseconds(delayMs);
        settings.jitter.model = model;
        settings.jitter.spread = receiverMilliseconds(spreadMs);
        settings.jitter.correlation = correlation;
        settings.loss = {.model = LossModel::GilbertElliott, .rate = lossRate, .burst = burst};
        return settings;
    }
};

constexpr std::array conditions{
    Conditions{.name = "no jitter, 5 % lost one by one"},
    Conditions{
        .name = "normal 18 ms, 3 % lost in bursts of 2.4", .spreadMs = 18, .lossRate = 0.03, .burst = 2.4},
    Conditions{
        .name = "normal 18 ms correlated 0.9, bursts of 5", .spreadMs = 18, .correlation = 0.9, .burst = 5},
    Conditions{.name = "normal 60 ms, bursts of 5", .delayMs = 80, .spreadMs = 60, .burst = 5},
    Conditions{
        .name = "normal 200 ms, 3 % in bursts of 2.4", .spreadMs = 200, .lossRate = 0.03, .burst = 2.4},
    Conditions{
        .name = "uniform 30 ms, bursts of 5", .model = JitterModel::Uniform, .spreadMs = 30, .burst = 5},
    Conditions{
        .name = "gamma 25 ms, bursts of 2.5", .model = JitterModel::Gamma, .spreadMs = 25, .burst = 2.5},
    Conditions{.name = "gamma 100 ms, 10 % in bursts of 4",
        .model = JitterModel::Gamma,
        .spreadMs = 100,
        .lossRate = 0.1,
        .burst = 4},
    Conditions{.name = "normal 1 s", .delayMs = 1000, .spreadMs = 1000},
};

// The whole engine over an hour under conditions of every kind. `least` is the quickest of all runs: what the
// engine takes while nothing else runs on the machine. Arguments: which conditions, strategy.
void hourUnderConditions(benchmark::State& state)
{
    using Clock = std::chrono::steady_clock;
    const Capture capture = streamOf(hour);
    const Conditions& chosen = conditions.at(static_cast<size_t>(state.range(0)));
    const NetworkSettings network = chosen.network();
    const BufferSettings buffer = bufferWith(static_cast<Strategy>(state.range(1)));
    Arrivals arrivals;
    Timeline timeline;
    std::chrono::duration<double> least(std::numeric_limits<double>::max());
    for (auto _ : state) {
        const Clock::time_point start = Clock::now();
        arrivals = simulate(capture, network, 1, std::move(arrivals));
        timeline = playOut(capture, arrivals, buffer, Concealment::Fec, std::move(timeline));
        benchmark::DoNotOptimize(statisticsOf(capture, arrivals, timeline, network.driftPpm));
        least = std::min<std::chrono::duration<double>>(least, Clock::now() - start);
    }
    constexpr std::array<const char*, 3> names{"buffer", "realtime", "fixed"};
    state.SetLabel(std::string(names.at(static_cast<size_t>(state.range(1)))) + ": " + chosen.name);
    state.counters["least"] = least.count() / static_cast<double>(hour);
}

void networkAlone(benchmark::State& state)
{
    const Capture capture = streamOf(state.range(0));
    const NetworkSettings network = networkWith(state.range(1));
    Arrivals arrivals;
    for (auto _ : state)
        arrivals = simulate(capture, network, 1, std::move(arrivals));
    reportPerPacket(state);
}

void playoutAlone(benchmark::State& state)
{
    const Capture capture = streamOf(state.range(0));
    const Arrivals arrivals = simulate(capture, networkWith(state.range(1)), 1);
    const BufferSettings buffer = bufferWith(static_cast<Strategy>(state.range(2)));
    Timeline timeline;
    for (auto _ : state)
        timeline = playOut(capture, arrivals, buffer, Concealment::Fec, std::move(timeline));
    reportPerPacket(state);
}

void statisticsAlone(benchmark::State& state)
{
    const Capture capture = streamOf(state.range(0));
    const Arrivals arrivals = simulate(capture, networkWith(state.range(1)), 1);
    const Timeline timeline = playOut(capture, arrivals, bufferWith(Strategy::Realtime), Concealment::Fec);
    for (auto _ : state)
        benchmark::DoNotOptimize(statisticsOf(capture, arrivals, timeline, 0));
    reportPerPacket(state);
}

constexpr auto buffer = static_cast<int64_t>(Strategy::Buffer);
constexpr auto realtime = static_cast<int64_t>(Strategy::Realtime);
constexpr auto fixed = static_cast<int64_t>(Strategy::Fixed);

} // namespace

BENCHMARK(bareLoop)->Arg(hour)->Arg(day)->Unit(benchmark::kMillisecond);
BENCHMARK(wholeEngine)
    ->ArgNames({"packets", "jitter_ms", "strategy"})
    ->Args({hour, 18, realtime})
    ->Args({hour, 18, buffer})
    ->Args({hour, 18, fixed})
    ->Args({hour, 200, realtime})
    ->Args({day, 18, realtime})
    ->Args({day, 200, realtime})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(hourUnderConditions)
    ->ArgNames({"conditions", "strategy"})
    ->ArgsProduct({benchmark::CreateDenseRange(0, conditions.size() - 1, 1), {buffer, realtime, fixed}})
    ->Unit(benchmark::kMillisecond)
    ->MinTime(0.3);
BENCHMARK(networkAlone)->Args({hour, 18})->Args({hour, 200})->Unit(benchmark::kMillisecond);
BENCHMARK(playoutAlone)
    ->Args({hour, 18, realtime})
    ->Args({hour, 200, realtime})
    ->Args({hour, 18, buffer})
    ->Args({hour, 18, fixed})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(statisticsAlone)->Args({hour, 18})->Args({hour, 200})->Unit(benchmark::kMillisecond);

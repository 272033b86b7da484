#include "core/analysis/statistics.h"
#include "core/network/simulator.h"
#include "core/playout/timeline.h"

#include <benchmark/benchmark.h>
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

// Network, playout and statistics as after every move of a slider. Arguments: packets, jitter in ms,
// strategy.
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
        benchmark::DoNotOptimize(computeStatistics(capture, arrivals, timeline, network.driftPpm));
    }
    reportPerPacket(state);
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
        benchmark::DoNotOptimize(computeStatistics(capture, arrivals, timeline, 0));
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
BENCHMARK(networkAlone)->Args({hour, 18})->Args({hour, 200})->Unit(benchmark::kMillisecond);
BENCHMARK(playoutAlone)
    ->Args({hour, 18, realtime})
    ->Args({hour, 200, realtime})
    ->Args({hour, 18, buffer})
    ->Args({hour, 18, fixed})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(statisticsAlone)->Args({hour, 18})->Args({hour, 200})->Unit(benchmark::kMillisecond);

// Opening an hour of Ogg Opus beside the least that libogg needs to hand out the same packets.

#include "core/capture/open.h"
#include "core/ogg/reader.h"
#include "core/opus/packet.h"
#include "tests/support/oggfiles.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstring>
#include <ctime>
#include <ogg/ogg.h>

using namespace core;

namespace {

constexpr size_t hourOfPackets = 180000;

const ByteVector& hour()
{
    static const ByteVector file = [] {
        OggParts parts;
        parts.packets = numberedPackets(hourOfPackets, 60);
        return makeOggFile(parts);
    }();
    return file;
}

// Packets handed out by libogg from memory, none of them looked at.
size_t countWithLibogg(Bytes file)
{
    ogg_sync_state sync{};
    ogg_stream_state stream{};
    ogg_sync_init(&sync);
    ogg_stream_init(&stream, 0x5eed);
    size_t packets = 0;
    size_t fed = 0;
    ogg_page page{};
    ogg_packet packet{};
    while (true) {
        if (ogg_sync_pageout(&sync, &page) == 1) {
            ogg_stream_pagein(&stream, &page);
            while (ogg_stream_packetout(&stream, &packet) == 1)
                ++packets;
            continue;
        }
        const size_t count = std::min<size_t>(65536, file.size() - fed);
        if (count == 0)
            break;
        std::memcpy(ogg_sync_buffer(&sync, static_cast<long>(count)), file.data() + fed, count);
        ogg_sync_wrote(&sync, static_cast<long>(count));
        fed += count;
    }
    ogg_stream_clear(&stream);
    ogg_sync_clear(&sync);
    return packets;
}

void withLibogg(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(countWithLibogg(hour()));
    state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(hourOfPackets));
}

void withReader(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(readOpusStream(hour()));
    state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(hourOfPackets));
}

void withCapture(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(parseCapture(hour(), "hour.opus"));
    state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(hourOfPackets));
}

// Of the processor, for the machine may have other work.
template <typename Work> double seconds(Work work)
{
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// In turns, so that both see the same machine; the smallest times are compared. Wanted: at most 2.
void ratioToLibogg(benchmark::State& state)
{
    double libogg = 1e9;
    double reader = 1e9;
    double capture = 1e9;
    for (auto _ : state) {
        libogg = std::min(libogg, seconds([] { benchmark::DoNotOptimize(countWithLibogg(hour())); }));
        reader = std::min(reader, seconds([] { benchmark::DoNotOptimize(readOpusStream(hour())); }));
        capture =
            std::min(capture, seconds([] { benchmark::DoNotOptimize(parseCapture(hour(), "hour.opus")); }));
    }
    state.counters["libogg_ms"] = libogg * 1e3;
    state.counters["reader_ms"] = reader * 1e3;
    state.counters["capture_ms"] = capture * 1e3;
    state.counters["reader_ratio"] = reader / libogg;
    state.counters["capture_ratio"] = capture / libogg;
}

void parsePackets(benchmark::State& state)
{
    const auto packets = numberedPackets(1000, 60);
    for (auto _ : state) {
        for (const ByteVector& packet : packets)
            benchmark::DoNotOptimize(parsePacket(packet));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(packets.size()));
}

BENCHMARK(withLibogg)->Unit(benchmark::kMillisecond);
BENCHMARK(withReader)->Unit(benchmark::kMillisecond);
BENCHMARK(withCapture)->Unit(benchmark::kMillisecond);
BENCHMARK(ratioToLibogg)->Unit(benchmark::kMillisecond)->Iterations(30);
BENCHMARK(parsePackets);

} // namespace

// Decoding through the renderer beside a bare loop around libopus, and the levels of the waveform.
#include "core/capture/open.h"
#include "core/render/levels.h"
#include "core/render/renderer.h"
#include "core/render/waveform.h"
#include "tests/support/samples.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <opus.h>
#include <stdexcept>
#include <vector>

namespace {

using namespace core;

std::shared_ptr<const Capture> sample(const char* name)
{
    auto capture = openCapture(test::samplePath(name));
    if (!capture)
        throw std::runtime_error(name);
    return *capture;
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void decodePlain(const Capture& capture)
{
    int status = OPUS_OK;
    OpusDecoder* decoder = opus_decoder_create(48000, capture.channels(), &status);
    std::vector<float> pcm(static_cast<size_t>(5760 * capture.channels()));
    for (size_t i = 0; i < capture.packets().size(); ++i) {
        const Bytes packet = capture.payload(i);
        benchmark::DoNotOptimize(opus_decode_float(
            decoder, packet.data(), static_cast<opus_int32>(packet.size()), pcm.data(), 5760, 0));
        benchmark::DoNotOptimize(pcm.data());
    }
    opus_decoder_destroy(decoder);
}

void decodeRendered(
    const std::shared_ptr<const Capture>& capture, const std::shared_ptr<const Timeline>& timeline)
{
    auto renderer = Renderer::open(capture, timeline);
    std::vector<float> pcm(static_cast<size_t>(4800 * capture->channels()));
    for (int64_t frame = 0; frame < renderer->frameCount(); frame += 4800) {
        if (!renderer->render(frame, pcm))
            throw std::runtime_error("render");
        benchmark::DoNotOptimize(pcm.data());
    }
}

// Both in turn, so that a machine that changes its pace changes it for both.
void rendererBesideLibopus(benchmark::State& state, const char* name)
{
    const auto capture = sample(name);
    const auto timeline = std::make_shared<const Timeline>(originalTimeline(*capture));
    double plain = 0;
    double rendered = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        decodePlain(*capture);
        const auto middle = std::chrono::steady_clock::now();
        plain += std::chrono::duration<double>(middle - start).count();
        decodeRendered(capture, timeline);
        rendered += secondsSince(middle);
    }
    const double media = static_cast<double>(state.iterations()) * capture->duration().milliseconds() / 1000;
    state.counters["libopus_x_realtime"] = media / plain;
    state.counters["renderer_x_realtime"] = media / rendered;
    state.counters["renderer_speed_of_libopus"] = plain / rendered;
}
BENCHMARK_CAPTURE(rendererBesideLibopus, speech, "speech.opus")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rendererBesideLibopus, music, "music.opus")->Unit(benchmark::kMillisecond);

constexpr int64_t hourFrames = int64_t{3600} * 48000;

void fillLevelsOfOneHour(benchmark::State& state)
{
    const std::vector<float> second(48000 * 16, 0.25F);
    for (auto _ : state) {
        WaveformLevels levels(hourFrames);
        for (int64_t frame = 0; frame < hourFrames; frame += static_cast<int64_t>(second.size()))
            levels.fill(frame, second, 1);
        benchmark::DoNotOptimize(levels.filledShare());
    }
}
BENCHMARK(fillLevelsOfOneHour)->Unit(benchmark::kMillisecond);

void query1600ColumnsOfOneHour(benchmark::State& state)
{
    WaveformLevels levels(hourFrames);
    const std::vector<float> pcm(48000 * 16, 0.25F);
    for (int64_t frame = 0; frame < hourFrames; frame += static_cast<int64_t>(pcm.size()))
        levels.fill(frame, pcm, 1);
    std::vector<WaveformLevels::Column> columns(1600);
    for (auto _ : state) {
        levels.query(12345, hourFrames - 54321, columns);
        benchmark::DoNotOptimize(columns.data());
    }
}
BENCHMARK(query1600ColumnsOfOneHour)->Unit(benchmark::kMicrosecond);

// The speech sample over and over for an hour; its packets share their payload.
std::shared_ptr<const Capture> hourOfSpeech()
{
    const auto once = sample("speech.opus");
    Capture::Parts parts;
    parts.head = once->head();
    for (size_t i = 0; i < once->packets().size(); ++i)
        parts.payload.insert(parts.payload.end(), once->payload(i).begin(), once->payload(i).end());
    const uint64_t firstOffset = once->packets().front().payloadOffset;
    while (parts.end.ticks() < hourFrames) {
        for (PacketRecord record : once->packets()) {
            record.media = parts.end;
            record.payloadOffset -= firstOffset;
            parts.end = record.end();
            parts.packets.push_back(record);
        }
    }
    return std::make_shared<const Capture>(std::move(parts));
}

// The whole picture of an hour, on all cores, and how soon there is a first one. Arguments: seconds looked
// at.
void waveformOfOneHour(benchmark::State& state)
{
    const auto capture = hourOfSpeech();
    const auto timeline = std::make_shared<const Timeline>(originalTimeline(*capture));
    double firstMs = 0;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        firstMs = 0;
        const auto publish = [&](const auto& levels, ReceiverTime) {
            benchmark::DoNotOptimize(levels);
            firstMs = firstMs > 0 ? firstMs : 1000 * secondsSince(start);
        };
        const RenderFocus focus{0, state.range(0) * 1000000};
        benchmark::DoNotOptimize(buildWaveform({capture, timeline, publish, [] { return true; }}, focus, {}));
    }
    state.counters["first_picture_ms"] = firstMs;
}
BENCHMARK(waveformOfOneHour)->Arg(10)->Arg(3600)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

} // namespace

#include "core/repair/concealedogg.h"

#include "core/ogg/oggwriter.h"
#include "core/opus/decoder.h"
#include "core/opus/packet.h"
#include "core/render/renderer.h"
#include "core/repair/streamserial.h"

#include <algorithm>
#include <span>
#include <vector>

namespace core {

namespace {

constexpr int64_t packetFrames = 960;
constexpr int64_t packetsPerReport = 256;

OpusTags tagsLike(const Capture& capture)
{
    OpusTags tags = capture.tags();
    tags.vendor = libraryVersion();
    return tags;
}

// Encodes `frames` frames of the renderer and as much silence behind them as the encoder looks ahead.
Result<void> encodeAll(Renderer& renderer, Encoder& encoder, OggWriter& writer, const JobControl& job)
{
    const int64_t frames = renderer.frameCount();
    const int64_t end = frames + encoder.lookahead();
    std::vector<float> pcm(static_cast<size_t>(packetFrames * renderer.channels()));
    for (int64_t frame = 0; frame < end; frame += packetFrames) {
        if (frame / packetFrames % packetsPerReport == 0)
            job.report(static_cast<double>(frame) / static_cast<double>(end));
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled);
        if (auto rendered = renderer.render(frame, pcm, job); !rendered)
            return rendered;
        const auto packet = encoder.encode(pcm);
        if (!packet)
            return tl::unexpected(packet.error());
        if (auto written = writer.write(*packet); !written)
            return written;
    }
    return writer.finish(static_cast<uint64_t>(end));
}

} // namespace

EncoderSettings settingsLike(const Capture& capture)
{
    int64_t bits = 0;
    int64_t samples = 0;
    int64_t celtSamples = 0;
    for (const PacketRecord& packet : capture.packets()) {
        bits += int64_t{8} * packet.bytes;
        samples += packet.durationSamples;
        celtSamples += Toc(packet.toc).mode() == CodecMode::Celt ? packet.durationSamples : 0;
    }
    EncoderSettings settings;
    settings.channels = capture.channels();
    const int64_t sourceBps = samples == 0 ? 0 : bits * MediaClock::ticksPerSecond / samples;
    settings.bitrateBps = static_cast<int>(std::clamp<int64_t>(
        sourceBps * 4 / 3, int64_t{24000} * settings.channels, int64_t{192000} * settings.channels));
    settings.signal = 2 * celtSamples > samples ? Signal::Music : Signal::Voice;
    return settings;
}

Result<void> writeConcealedOgg(
    const std::shared_ptr<const Analysis>& analysis, const std::filesystem::path& path, const JobControl& job)
{
    const Capture& capture = *analysis->capture;
    if (capture.channels() > 2)
        return failure(ErrorCode::Unsupported, "channels: 1 … 2");
    auto renderer = Renderer::open(analysis->capture, timelineOf(analysis));
    if (!renderer)
        return tl::unexpected(renderer.error());
    auto encoder = Encoder::open(settingsLike(capture));
    if (!encoder)
        return tl::unexpected(encoder.error());
    OpusHead head = makeHead(capture.channels(), encoder->lookahead());
    head.inputSampleRate = capture.head().inputSampleRate;
    auto writer = OggWriter::create(path, head, tagsLike(capture), streamSerial);
    if (!writer)
        return tl::unexpected(writer.error());
    return encodeAll(*renderer, *encoder, *writer, job);
}

} // namespace core

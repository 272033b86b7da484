#include "tests/support/sound.h"

#include "core/opus/head.h"
#include "core/opus/packet.h"

#include <cmath>
#include <numbers>
#include <opus.h>
#include <utility>

namespace test {

using namespace core;

std::vector<float> glidingTone(int64_t frames, int channels)
{
    std::vector<float> pcm(static_cast<size_t>(frames * channels));
    double phase = 0;
    for (int64_t i = 0; i < frames; ++i) {
        const double second = static_cast<double>(i) / 48000.0;
        const double hertz = 300 + 150 * std::sin(2.9 * second);
        phase += 2 * std::numbers::pi * hertz / 48000.0;
        const double loudness = 0.25 + 0.15 * std::sin(11 * second);
        for (int channel = 0; channel < channels; ++channel)
            pcm[static_cast<size_t>(i * channels + channel)] =
                static_cast<float>(loudness * std::sin(phase * (1 + 0.5 * channel)));
    }
    return pcm;
}

Packets encodedTone(const EncoderSettings& settings, size_t count)
{
    auto encoder = Encoder::open(settings);
    const auto frame = static_cast<size_t>(settings.frameDuration.ticks() * settings.channels);
    const auto pcm =
        glidingTone(settings.frameDuration.ticks() * static_cast<int64_t>(count), settings.channels);
    Packets packets;
    for (size_t i = 0; i < count; ++i)
        packets.push_back(encoder->encode(std::span(pcm).subspan(i * frame, frame)).value());
    return packets;
}

Capture::Parts captureParts(const Packets& packets, int channels, uint16_t preSkip, int64_t trimmedSamples)
{
    Capture::Parts parts;
    parts.name = "tone";
    parts.hasSequence = true;
    parts.head = makeHead(channels, preSkip);
    MediaTime media;
    for (const auto& packet : packets) {
        PacketRecord record;
        record.media = media;
        record.payloadOffset = parts.payload.size();
        record.bytes = static_cast<uint32_t>(packet.size());
        record.toc = packet.front();
        record.durationSamples = static_cast<uint16_t>(opus_packet_get_nb_samples(
            packet.data(), static_cast<opus_int32>(packet.size()), MediaClock::ticksPerSecond));
        const auto summary = inspectPacket(packet, 1);
        record.flags = summary && summary->silk.hasFec ? HasFec : 0;
        parts.payload.insert(parts.payload.end(), packet.begin(), packet.end());
        media = record.end();
        parts.packets.push_back(record);
    }
    parts.end = media - MediaSpan(trimmedSamples);
    return parts;
}

std::shared_ptr<const Capture> captureOf(
    const Packets& packets, int channels, uint16_t preSkip, int64_t trimmedSamples)
{
    return std::make_shared<const Capture>(captureParts(packets, channels, preSkip, trimmedSamples));
}

std::vector<float> decodedByLibopus(const Packets& packets, int channels)
{
    int status = OPUS_OK;
    OpusDecoder* decoder = opus_decoder_create(48000, channels, &status);
    std::vector<float> pcm;
    std::vector<float> frame(static_cast<size_t>(5760 * channels));
    for (const auto& packet : packets) {
        const int count = opus_decode_float(
            decoder, packet.data(), static_cast<opus_int32>(packet.size()), frame.data(), 5760, 0);
        pcm.insert(pcm.end(), frame.begin(), frame.begin() + count * channels);
    }
    opus_decoder_destroy(decoder);
    return pcm;
}

TimelineBuilder::TimelineBuilder(std::shared_ptr<const Capture> capture, int64_t startUs)
    : m_capture(std::move(capture))
    , m_end(startUs)
{
    m_timeline.outcomes.resize(m_capture->packets().size());
}

TimelineBuilder& TimelineBuilder::packet(uint32_t index, int64_t durationUs)
{
    const PacketRecord& record = m_capture->packets()[index];
    TimelineEvent event;
    event.kind = EventKind::Packet;
    event.packet = index;
    m_timeline.outcomes[index] = {m_end, m_end, m_end, Fate::Played, Repair::None};
    m_media = record.media;
    add(event, durationUs < 0 ? toReceiverSpan(record.duration()).ticks() : durationUs);
    m_media = record.end();
    return *this;
}

TimelineBuilder& TimelineBuilder::loss(Repair repair, int64_t durationUs, uint32_t fecPacket)
{
    TimelineEvent event;
    event.kind = EventKind::Loss;
    event.cause = Cause::Lost;
    event.repair = repair;
    event.packet = fecPacket;
    add(event, durationUs);
    m_media += toMediaSpan(ReceiverSpan(durationUs));
    return *this;
}

TimelineBuilder& TimelineBuilder::stall(int64_t durationUs)
{
    TimelineEvent event;
    event.kind = EventKind::Stall;
    return add(event, durationUs);
}

TimelineBuilder& TimelineBuilder::add(TimelineEvent event, int64_t durationUs)
{
    event.start = m_end;
    event.duration = ReceiverSpan(durationUs);
    event.media = m_media;
    m_end = event.end();
    m_timeline.events.push_back(event);
    return *this;
}

std::shared_ptr<const Timeline> TimelineBuilder::build() const
{
    return std::make_shared<const Timeline>(m_timeline);
}

} // namespace test

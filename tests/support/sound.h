#pragma once

#include "core/capture/capture.h"
#include "core/opus/encoder.h"
#include "core/playout/timeline.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace test {

using Packets = std::vector<std::vector<uint8_t>>;

// A tone that glides up and down, quiet and loud, so that every stretch differs from every other.
// Interleaved.
[[nodiscard]] std::vector<float> glidingTone(int64_t frames, int channels);

// The gliding tone, encoded.
[[nodiscard]] Packets encodedTone(const core::EncoderSettings& settings, size_t count);

// An Ogg-like capture of packets that follow each other without a hole. It knows which carry FEC.
[[nodiscard]] core::Capture::Parts captureParts(
    const Packets& packets, int channels, uint16_t preSkip = 0, int64_t trimmedSamples = 0);
[[nodiscard]] std::shared_ptr<const core::Capture> captureOf(
    const Packets& packets, int channels, uint16_t preSkip = 0, int64_t trimmedSamples = 0);

// What a bare loop around libopus makes of the packets: no trimming, no gain.
[[nodiscard]] std::vector<float> decodedByLibopus(const Packets& packets, int channels);

// Builds a timeline event by event; each starts where the one before it ended.
class TimelineBuilder {
public:
    explicit TimelineBuilder(std::shared_ptr<const core::Capture> capture, int64_t startUs = 0);

    // A packet lasts as long as its audio unless told otherwise.
    TimelineBuilder& packet(uint32_t index, int64_t durationUs = -1);
    TimelineBuilder& loss(core::Repair repair, int64_t durationUs, uint32_t fecPacket = core::noPacket);
    TimelineBuilder& stall(int64_t durationUs);
    [[nodiscard]] std::shared_ptr<const core::Timeline> build() const;

private:
    TimelineBuilder& add(core::TimelineEvent event, int64_t durationUs);

    std::shared_ptr<const core::Capture> m_capture;
    core::Timeline m_timeline;
    core::ReceiverTime m_end;
    core::MediaTime m_media;
};

} // namespace test

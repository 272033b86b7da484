#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <cstdint>
#include <vector>

namespace core {

enum class PacketChannels : uint8_t { Mono, Stereo };
enum class FrameSizes : uint8_t { Equal, Variable }; // code 3 only: the "v" bit

// What a crafted Opus packet is made of. The frames' content is free; it need not be decodable.
struct PacketParts {
    uint8_t configuration = 9; // 0 … 31 (RFC 6716 table 2); 9 = SILK wideband, 20 ms
    PacketChannels channels = PacketChannels::Mono;
    uint8_t frameCode = 0;
    FrameSizes sizes = FrameSizes::Variable;
    std::vector<std::vector<uint8_t>> frames{{1, 2, 3}}; // code 0: 1, codes 1 and 2: 2, code 3: 1 … 48
    uint32_t padding = 0; // code 3 only: bytes, without those that count it
};

// The packet as RFC 6716 §3.2 lays it out, or in the self-delimiting form of its appendix B.
[[nodiscard]] std::vector<uint8_t> makePacket(const PacketParts& parts);
[[nodiscard]] std::vector<uint8_t> makeSelfDelimited(const PacketParts& parts);

// A packet of one frame whose content is `bytes` bytes told apart by `fill`: enough for all that doesn't
// decode.
[[nodiscard]] std::vector<uint8_t> plainPacket(uint8_t configuration, size_t bytes, uint8_t fill = 0x55);

enum class Sound : uint8_t {
    Tone, // 440 Hz at -12 dB
    Speech, // bursts of a buzz with formants and pauses between
    Noise,
};

// Settings of the libopus encoder behind encodedPackets.
struct EncodedParts {
    Sound sound = Sound::Tone;
    int channels = 1;
    int bitrateBps = 24000;
    int frameSamples = 960; // at 48 kHz: 120, 240, 480, 960, 1920, 2880
    int count = 50;
    int application = 2048; // OPUS_APPLICATION_VOIP; 2049 audio, 2051 low delay
    bool hasFec = false; // with 20 % expected loss, so that the encoder uses it
    bool hasDtx = false;
};

// Decodable packets of the reproducible sound.
[[nodiscard]] std::vector<std::vector<uint8_t>> encodedPackets(const EncodedParts& parts);
// The sound itself: interleaved, 48 kHz.
[[nodiscard]] std::vector<float> soundSamples(Sound sound, size_t samples, int channels);

} // namespace core

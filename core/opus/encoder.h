#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

struct OpusEncoder;

namespace core {

enum class Signal : uint8_t { Voice, Music, LowDelay };

struct EncoderSettings {
    int channels = 1; // 1 or 2
    int bitrateBps = 24000;
    MediaSpan frameDuration = mediaMilliseconds(20); // 2.5, 5, 10, 20, 40, 60, 80, 100 or 120 ms
    Signal signal = Signal::Voice; // LowDelay: CELT only
    bool hasFec = false; // in-band FEC (LBRR)
    int expectedLossPercent = 0; // 0 … 100; FEC needs it above 0
    bool hasDtx = false;
};

// libopus encoder at 48 kHz. Not thread-safe; one owner.
class Encoder {
public:
    // Errors: OutOfRange, CodecFailed.
    [[nodiscard]] static Result<Encoder> open(const EncoderSettings& settings);

    // Encodes exactly one frame: interleaved samples in -1 … 1.
    [[nodiscard]] Result<std::vector<uint8_t>> encode(std::span<const float> interleaved);
    [[nodiscard]] uint16_t lookahead() const; // samples at 48 kHz: the pre-skip to write

private:
    struct Deleter {
        void operator()(OpusEncoder* encoder) const noexcept;
    };
    Encoder() = default;

    std::unique_ptr<OpusEncoder, Deleter> m_encoder;
    EncoderSettings m_settings;
};

} // namespace core

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/opus/head.h"
#include "core/opus/packet.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core {

// libopus decoder at 48 kHz, float, interleaved, all channels of the header, output gain applied.
// Single-stream API for mapping family 0, multistream API otherwise. Not thread-safe; one owner.
class Decoder {
public:
    // Errors: Unsupported (mapping), CodecFailed.
    [[nodiscard]] static Result<Decoder> open(const OpusHead& head);

    Decoder(Decoder&&) noexcept = default;
    Decoder& operator=(Decoder&&) noexcept = default;
    ~Decoder() = default;

    // A full copy, state included: both go on from here with the same output.
    [[nodiscard]] Decoder clone() const;
    void reset();

    [[nodiscard]] int channels() const { return m_channels; }
    // Memory of the state, which is what a clone costs.
    [[nodiscard]] size_t stateBytes() const { return m_state.size() * sizeof(std::max_align_t); }

    // Decodes one packet into the front of out, which holds at least the packet's duration. Returns samples a
    // channel.
    [[nodiscard]] Result<size_t> decode(Bytes packet, std::span<float> out);
    // Decodes the in-band FEC copy that `next` carries of the audio just before it. duration: multiple of 2.5
    // ms, at most 120 ms, at least the frame duration of `next` (what is longer is concealed in front of it).
    [[nodiscard]] Result<size_t> decodeFec(Bytes next, MediaSpan duration, std::span<float> out);
    // Conceals. duration: multiple of 2.5 ms, at most 120 ms.
    [[nodiscard]] Result<size_t> conceal(MediaSpan duration, std::span<float> out);

private:
    Decoder() = default;
    Decoder(const Decoder&) = default;
    Decoder& operator=(const Decoder&) = default;
    enum class Source : uint8_t { Packet, Fec, Nothing };
    [[nodiscard]] Result<size_t> run(Bytes data, MediaSpan duration, Source source, std::span<float> out);

    int m_channels = 1;
    // libopus states are plain memory (opus_decoder_get_size), so that a copy is a checkpoint.
    std::vector<std::max_align_t> m_state;
    bool m_isMultistream = false;
};

// For example "libopus 1.3.1".
[[nodiscard]] const char* libraryVersion();

} // namespace core

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace core {

// Identification header, RFC 7845 §5.1.
struct OpusHead {
    uint8_t version = 1;
    uint8_t channels = 1; // 1 … 255 (family 0: 1 … 2; family 1: 1 … 8)
    uint16_t preSkip = 0; // samples at 48 kHz
    uint32_t inputSampleRate = 48000; // of the encoder's input, Hz; 0 = not said
    int16_t gainQ8 = 0; // dB in units of 1/256
    uint8_t mappingFamily = 0;
    uint8_t streams = 1;
    uint8_t coupledStreams = 0;
    std::array<uint8_t, 255> mapping{}; // the first `channels` are meant; 255 = silence

    bool operator==(const OpusHead&) const = default;
};

// Errors: UnknownFormat (no "OpusHead"), Unsupported (major version above 0), InvalidValue (detail names the
// field).
[[nodiscard]] Result<OpusHead> parseHead(Bytes packet);
[[nodiscard]] std::vector<uint8_t> serialized(const OpusHead& head);
// Family 0 header for 1 or 2 channels.
[[nodiscard]] OpusHead makeHead(int channels, uint16_t preSkip);

// Comment header, RFC 7845 §5.2. Comments are "NAME=value", UTF-8.
struct OpusTags {
    std::string vendor;
    std::vector<std::string> comments;

    bool operator==(const OpusTags&) const = default;
};

// Errors: UnknownFormat (no "OpusTags"), InvalidValue (a length runs past the end; byteOffset within the
// packet).
[[nodiscard]] Result<OpusTags> parseTags(Bytes packet);
[[nodiscard]] std::vector<uint8_t> serialized(const OpusTags& tags);

} // namespace core

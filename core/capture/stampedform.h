#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <limits>
#include <string_view>

namespace core {

// First bytes of a `.stamped` capture.
inline constexpr std::string_view stampedMagic("OPUSRT\0\1", 8);
// Arrival field of a record whose arrival is not known.
inline constexpr int64_t unknownArrival = std::numeric_limits<int64_t>::min();
inline constexpr size_t stampBytes = 8;
// A record claiming more than this has a damaged length field: 48 frames of 1275 bytes and generous padding.
inline constexpr uint32_t largestFrameBytes = stampBytes + 65535;
// Stamps and arrivals beyond are no dates: ms and µs around the Unix epoch.
inline constexpr int64_t largestStampMs = int64_t{1} << 56;
inline constexpr int64_t largestArrivalUs = int64_t{1} << 61;

// True if records with valid Opus packets make up more than half of the file and one stands near its start.
[[nodiscard]] bool looksHeaderless(Bytes file);
// True if every line is a comment, empty, or a stamped frame in hexadecimal, and at least one is a frame.
[[nodiscard]] bool looksLikeStampedText(Bytes file);

} // namespace core

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/opus/packet.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core {

// What takes the place of audio that is not there (RFC 7845 §4.1): packets whose frames are all empty, so
// that every decoder conceals exactly this long.
//
// previous: the TOC of each stream of the packet before the gap, in the order of the streams; one for
// anything but multistream. length: a multiple of 2.5 ms. Mode, bandwidth, channels and frame size stay those
// of `previous` as long as possible; what no whole frame fills comes at the end, in smaller frames, and what
// SILK and Hybrid can't fill (no multiple of 10 ms) last of all in CELT.
[[nodiscard]] std::vector<std::vector<uint8_t>> plcRequests(std::span<const Toc> previous, MediaSpan length);

// The TOC of each stream of a packet. Errors: InvalidValue.
[[nodiscard]] Result<std::vector<Toc>> streamTocs(Bytes packet, int streams);

} // namespace core

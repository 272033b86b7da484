#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>

namespace core {

// Damage found in a file. It is data, shown to the user; reading goes on behind it.
enum class AnomalyKind : uint8_t {
    Junk, // bytes between pages or records that belong to nothing; amount = bytes
    BadChecksum, // Ogg page whose CRC does not match; amount = bytes of the page
    MissingPages, // page sequence jumped; amount = pages
    MissingAudio, // granule position jumped; amount = samples
    GranuleMismatch, // granule position disagrees with the packets' durations; amount = samples off
    TruncatedPage, // file ends inside a page; amount = bytes left over
    TruncatedRecord, // file ends inside a record; amount = bytes left over
    OversizedRecord, // length field larger than any packet; amount = that length
    ShortFrame, // stamped frame of fewer than 9 bytes; amount = bytes
    InvalidPacket, // not a valid Opus packet (RFC 6716 §3.4); amount = bytes
    DuplicateStamp, // second packet with the stamp of another one and other content; amount = bytes
    ImplausibleStamp, // time stamp far away from all others, left out; amount = the stamp in ms
    ImplausibleArrival, // arrival far away from all others, taken as unknown; amount = the arrival in ms
    BadText, // line of a text capture that is not hexadecimal; amount = line number from 1
    BadTags, // comment header damaged; amount = bytes
    ForeignStream, // pages of another logical stream, passed over; amount = pages
    MissingEnd, // no end-of-stream page; amount = 0
};

struct Anomaly {
    AnomalyKind kind = AnomalyKind::Junk;
    uint64_t byteOffset = 0;
    std::optional<MediaTime> media; // where in the stream, if that is known
    int64_t amount = 0; // meaning: see the kind

    bool operator==(const Anomaly&) const = default;
};

} // namespace core

#pragma once

#include "core/base/anomaly.h"
#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/job.h"
#include "core/opus/head.h"
#include "core/opus/packet.h"

#include <cstdint>
#include <vector>

namespace core {

// One Opus packet of the stream, in file order. Bytes lie in OpusStream::payload.
struct StreamPacket {
    uint64_t payloadOffset = 0;
    uint32_t bytes = 0;
    uint16_t durationSamples = 0; // 0 only where it can't be known
    bool isValid = true; // false: not an Opus packet (RFC 6716 §3.4); fate corrupt
    bool isMissing = false; // not in the file; known from a granule position that jumped over it
    bool isDtx = false;
    uint8_t toc = 0; // valid packets only
    SilkFlags silk;
    MediaTime media; // from the first packet, pre-skip included
};

// A logical Opus stream read from an Ogg file (RFC 3533, RFC 7845). Times count from the first packet of the
// stream (also in a file that was cut out of a longer one, whose first granule position is not its own).
struct OpusStream {
    OpusHead head;
    OpusTags tags;
    uint32_t serial = 0;
    std::vector<StreamPacket> packets;
    std::vector<uint8_t> payload;
    MediaTime end; // where the audible audio ends: after end trimming (RFC 7845 §4.4), pre-skip included
    std::vector<Anomaly> anomalies;
};

// True if the bytes hold an Ogg page near their start.
[[nodiscard]] bool looksLikeOgg(Bytes file);

// Reads the first Opus stream of the file with libogg. Damage becomes anomalies, with the offset of the
// damaged byte: junk, bad CRC, page sequence holes (missing packets: the granule position tells how much
// audio, the packet before it the frame size), packets that are no Opus, missing end. Errors: UnknownFormat,
// NothingReadable, Unsupported, Cancelled.
[[nodiscard]] Result<OpusStream> readOpusStream(Bytes file, const JobControl& job = {});

} // namespace core

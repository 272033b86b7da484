#pragma once

#include "core/base/bytes.h"
#include "core/opus/head.h"

#include <cstdint>
#include <vector>

namespace core {

using ByteVector = std::vector<uint8_t>;

// One Ogg page, every field free (RFC 3533 §6).
struct PageParts {
    uint32_t serial = 0x5eed;
    uint32_t sequence = 0;
    int64_t granule = 0;
    bool isContinued = false;
    bool isFirst = false;
    bool isLast = false;
    ByteVector lacing;
    ByteVector body;
};

// With the right checksum.
[[nodiscard]] ByteVector makePage(const PageParts& parts);
// A page that holds exactly these packets.
[[nodiscard]] PageParts pageOf(const std::vector<ByteVector>& packets, uint32_t sequence, int64_t granule);
// Sets the checksum of the page at the start of bytes.
void setChecksum(std::vector<uint8_t>& page);

// An Ogg Opus file, built without libogg.
struct OggParts {
    OpusHead head = makeHead(1, 312);
    OpusTags tags{"JitterScope tests", {"TITLE=crafted"}};
    uint32_t serial = 0x5eed;
    std::vector<ByteVector> packets;
    size_t packetsPerPage = 50;
    size_t segmentsPerPage = 255; // a small one cuts packets into several pages
    int64_t granuleBefore = 0; // of the first packet's first sample
    int64_t endTrim = 0;
};

// Its pages: head, tags, then audio.
[[nodiscard]] std::vector<ByteVector> makeOggPages(const OggParts& parts);
[[nodiscard]] ByteVector makeOggFile(const OggParts& parts);
[[nodiscard]] ByteVector joined(const std::vector<ByteVector>& pages);

// `count` crafted packets of one SILK frame of 20 ms, each of another content.
[[nodiscard]] std::vector<ByteVector> numberedPackets(size_t count, size_t bytes = 20);

} // namespace core

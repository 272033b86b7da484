#pragma once

#include "core/base/anomaly.h"
#include "core/base/bytes.h"

#include <cstdint>
#include <ogg/ogg.h>
#include <optional>
#include <vector>

namespace core {

// A page whose checksum is right (RFC 3533 §6). The views live until the next call of PageFinder::next.
struct OggPage {
    uint64_t byteOffset = 0;
    uint32_t bytes = 0;
    uint32_t serial = 0;
    uint32_t sequence = 0;
    int64_t granule = 0; // -1: no packet ends here
    bool isContinued = false; // begins inside a packet
    bool isFirst = false; // of its logical stream
    bool isLast = false;
    Bytes lacing;
    Bytes body;

    [[nodiscard]] uint64_t bodyOffset() const { return byteOffset + bytes - body.size(); }
};

// Finds the pages of an Ogg file in memory with libogg, and says what lay between them.
class PageFinder {
public:
    explicit PageFinder(Bytes file);
    PageFinder(const PageFinder&) = delete;
    PageFinder& operator=(const PageFinder&) = delete;
    ~PageFinder();

    // Nothing at the end of the file.
    [[nodiscard]] std::optional<OggPage> next();
    // What was passed over since the last call, in file order: Junk, BadChecksum, TruncatedPage.
    [[nodiscard]] std::vector<Anomaly> takeDamage();

private:
    bool feed();
    bool searchBehindTruncatedPage();
    void describeSkipped(uint64_t end);
    [[nodiscard]] uint64_t nextCapturePattern(uint64_t from) const;
    [[nodiscard]] uint64_t claimedPageBytes(uint64_t offset) const;

    Bytes m_file;
    ogg_sync_state m_sync{};
    uint64_t m_fed = 0; // bytes given to libogg
    uint64_t m_offset = 0; // where libogg stands
    uint64_t m_accounted = 0; // up to here everything was a page or is described
    std::vector<Anomaly> m_damage;
};

} // namespace core

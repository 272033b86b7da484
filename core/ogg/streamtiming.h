#pragma once

#include "core/base/anomaly.h"
#include "core/base/time.h"
#include "core/ogg/reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

// What a page says about the packets that end on it.
struct PageClaim {
    uint64_t byteOffset = 0;
    int64_t granule = -1; // -1: nothing
    int64_t missingPages = 0; // between this page and the one before it
    bool hasLostPacket = false; // a packet before the first one of this page was lost in part
    bool isLast = false;

    [[nodiscard]] bool isBehindHole() const { return missingPages > 0 || hasLostPacket; }
};

// Puts the packets of a stream in time, page after page: durations count, granule positions check them and
// tell what is missing (RFC 7845 §4).
class StreamTiming {
public:
    // The packets from index `first` on end on this page; their durations are set, 0 if unknown. Sets media
    // times and unknown durations, puts missing packets in front of them.
    void place(std::vector<StreamPacket>& packets, size_t first, const PageClaim& page,
        std::vector<Anomaly>& anomalies);

    [[nodiscard]] MediaTime position() const { return m_position; } // end of all packets placed
    [[nodiscard]] MediaTime end() const { return m_end; } // the same, end trimming taken off

private:
    void setUnknownDurations(std::vector<StreamPacket>& packets, size_t first, const PageClaim& page) const;
    [[nodiscard]] int64_t startOfStream(
        const PageClaim& page, int64_t total, std::vector<Anomaly>& anomalies) const;
    [[nodiscard]] int64_t missingSamples(const PageClaim& page, int64_t surplus) const;
    void insertMissing(std::vector<StreamPacket>& packets, size_t first, int64_t samples);
    void trim(const PageClaim& page, int64_t samples, int64_t total, std::vector<Anomaly>& anomalies);

    std::optional<int64_t> m_granule; // at the end of all packets placed, as the pages count
    MediaTime m_position;
    MediaTime m_end;
    uint16_t m_lastDuration = 960; // of the last valid packet
    uint64_t m_missingPackets = 0;
};

} // namespace core

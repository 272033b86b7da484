#pragma once

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/capture/capture.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

// Collects the stamped frames of a file in file order and makes them a capture: sorted by stamp, copies told
// from originals, times relative to the first packet and the fastest arrival.
class StampedBuilder {
public:
    StampedBuilder(CaptureFormat format, size_t fileBytes);

    // frame: everything behind the record's header. What is no stamped frame becomes an anomaly. Returns true
    // if it holds a valid Opus packet.
    bool add(uint64_t byteOffset, std::optional<int64_t> arrivalUs, Bytes frame);
    void note(
        AnomalyKind kind, uint64_t byteOffset, int64_t amount, std::optional<MediaTime> media = std::nullopt);

    // How much of the whole work the reading is, for its reports.
    static constexpr double readingShare = 0.6;

    // Errors: NothingReadable (no valid packet at all), Cancelled. Nothing may be added afterwards.
    [[nodiscard]] Result<Capture::Parts> finished(const JobControl& job);

private:
    struct Entry {
        int64_t stampMs = 0;
        int64_t arrivalUs = 0; // unknownArrival if unknown
        uint64_t byteOffset = 0;
        PacketRecord record;
    };

    void makeRoom(uint64_t byteOffset);
    [[nodiscard]] int64_t medianStamp() const;
    void dropImplausibleStamps();
    void sort();
    void dropImplausibleArrivals();
    void splitOriginalsAndCopies();
    void noteDamage(const Entry& entry);
    void noteOtherContent(const Entry& original, const Entry& copy);
    void setDelays();
    [[nodiscard]] MediaTime mediaOf(const Entry& entry) const;
    void makeHeadAndEnd();

    Capture::Parts m_parts;
    size_t m_fileBytes;
    std::vector<Entry> m_entries; // after splitting: the originals
    struct Copy {
        uint32_t packet = 0;
        Entry entry;
    };
    std::vector<Copy> m_copies;
    bool m_hasValidPacket = false;
};

} // namespace core

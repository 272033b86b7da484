#pragma once

#include "core/ogg/pagefinder.h"
#include "core/ogg/reader.h"
#include "core/ogg/streamtiming.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

// Takes the pages of one logical Opus stream and cuts its packets out of them by their lacing values
// (RFC 3533 §6). Pages of other streams are somebody else's.
class StreamReader {
public:
    // The stream whose first page this is; `head` is known already. Pages are given to accept(), this one
    // too.
    StreamReader(uint32_t serial, const OpusHead& head, size_t fileBytes);

    [[nodiscard]] uint32_t serial() const { return m_stream.serial; }
    [[nodiscard]] MediaTime position() const { return m_timing.position(); }
    [[nodiscard]] std::vector<Anomaly>& anomalies() { return m_stream.anomalies; }

    void accept(const OggPage& page);
    // The whole stream; nothing may be accepted afterwards.
    [[nodiscard]] OpusStream finish();

private:
    enum class Expected : uint8_t { Head, Tags, Audio };

    [[nodiscard]] bool isRepeated(const OggPage& page) const;
    void checkSequence(const OggPage& page);
    void cutPackets(const OggPage& page);
    void dropOpenPacket();
    void finishPacket(uint64_t begin, uint64_t end, uint64_t fileOffset);
    void readTags(Bytes packet, uint64_t fileOffset);
    void addAudio(uint64_t begin, uint64_t end, uint64_t fileOffset);
    void reportInvalid(size_t first);

    OpusStream m_stream;
    StreamTiming m_timing;
    uint64_t m_fileBytes;
    PageClaim m_claim; // of the newest page; holes since the last packet
    Expected m_expected = Expected::Head;
    std::optional<uint32_t> m_nextSequence;
    int64_t m_lastGranule = -1;
    bool m_hasEnd = false;
    // A packet that goes on on the next page; begins in payload and in the file.
    bool m_isOpen = false;
    uint64_t m_openBegin = 0;
    uint64_t m_openFileOffset = 0;
    std::vector<uint64_t> m_invalidOffsets; // in the file, of the invalid packets of this page
};

} // namespace core

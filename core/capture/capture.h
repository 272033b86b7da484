#pragma once

#include "core/base/anomaly.h"
#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/opus/head.h"
#include "core/opus/packet.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core {

enum class CaptureFormat : uint8_t { Ogg, Stamped, StampedHeaderless, StampedText };

// What is known of one packet that was sent. 24 bytes: a day of 20 ms packets is 104 MB.
struct PacketRecord {
    MediaTime media;
    uint64_t payloadOffset = 0;
    uint32_t bytes = 0;
    uint16_t durationSamples = 0; // 120 … 5760; 0 for a corrupt packet whose duration can't be known
    uint8_t toc = 0;
    uint8_t flags = 0; // PacketFlag

    [[nodiscard]] MediaSpan duration() const { return MediaSpan(durationSamples); }
    [[nodiscard]] MediaTime end() const { return media + duration(); }
};

enum PacketFlag : uint8_t {
    HasFec = 1, // carries LBRR for the frame before it
    HasVoice = 2, // a SILK VAD flag is set
    IsDtx = 4,
    IsCorrupt = 8, // not decodable: has a place in the stream, but no valid Opus packet
    IsMissing = 16, // already lost when the file was made; never arrives
};

// A further copy of a packet that the capture itself holds.
struct CapturedCopy {
    uint32_t packet = 0; // index of the packet it repeats
    std::optional<ReceiverSpan> baseDelay; // like Capture::baseDelays
};

// A recorded Opus stream: packets in the order they were sent (by media time), immutable once made. Shared
// between threads as std::shared_ptr<const Capture>.
class Capture {
public:
    struct Parts {
        std::string name; // file name as given, for display
        CaptureFormat format = CaptureFormat::Ogg;
        OpusHead head; // of the file, or made up for stamped captures
        OpusTags tags;
        std::vector<PacketRecord> packets; // ascending media time; first at 0
        std::vector<uint8_t> payload;
        // Delay each packet already had when it was captured, the fastest packet's being 0 (one-way delay
        // can't be known): one a packet, or none at all when the capture holds no arrival times.
        std::vector<ReceiverSpan> baseDelays;
        std::vector<CapturedCopy> copies;
        // Of an excerpt: the place that each packet has in the whole capture, one a packet. Otherwise empty.
        std::vector<uint32_t> places;
        std::vector<Anomaly> anomalies;
        MediaTime end; // end of the audible audio
        int64_t firstStampMs = 0; // stamped captures: wall clock of media time 0, ms since the Unix epoch
        std::optional<int64_t> firstArrivalUs; // wall clock of receiver time 0, µs since the Unix epoch
        bool hasSequence =
            false; // the format numbers its packets, so that a jump in media time is a pause, not a loss
    };

    explicit Capture(Parts parts);

    [[nodiscard]] const std::string& name() const { return m_parts.name; }
    [[nodiscard]] CaptureFormat format() const { return m_parts.format; }
    [[nodiscard]] const OpusHead& head() const { return m_parts.head; }
    [[nodiscard]] const OpusTags& tags() const { return m_parts.tags; }
    [[nodiscard]] int channels() const { return m_parts.head.channels; }
    [[nodiscard]] std::span<const PacketRecord> packets() const { return m_parts.packets; }
    // Valid as long as the capture. Empty for a missing packet.
    [[nodiscard]] Bytes payload(size_t packet) const;
    [[nodiscard]] std::span<const ReceiverSpan> baseDelays() const { return m_parts.baseDelays; }
    [[nodiscard]] std::span<const CapturedCopy> copies() const { return m_parts.copies; }
    // See Parts: empty unless the capture is an excerpt.
    [[nodiscard]] std::span<const uint32_t> places() const { return m_parts.places; }
    [[nodiscard]] std::span<const Anomaly> anomalies() const { return m_parts.anomalies; }
    [[nodiscard]] int64_t firstStampMs() const { return m_parts.firstStampMs; }
    [[nodiscard]] std::optional<int64_t> firstArrivalUs() const { return m_parts.firstArrivalUs; }
    [[nodiscard]] bool hasSequence() const { return m_parts.hasSequence; }

    // Audible audio: from `begin` (pre-skip) to `end` (end trimming), in media time. duration() = end -
    // begin.
    [[nodiscard]] MediaTime begin() const;
    [[nodiscard]] MediaTime end() const { return m_parts.end; }
    [[nodiscard]] MediaSpan duration() const;
    // Where the last packet ends, trimming or not.
    [[nodiscard]] MediaTime packetsEnd() const { return m_packetsEnd; }
    [[nodiscard]] uint64_t packetBytes() const { return m_packetBytes; } // of all packets
    // The configuration and channels that most packets have; a recording may mix several.
    [[nodiscard]] Toc commonToc() const { return m_commonToc; }
    [[nodiscard]] bool hasCorruptPackets() const { return m_hasCorruptPackets; }
    // Some packet that can be decoded begins before the end of the one before it. Only in damaged files.
    [[nodiscard]] bool hasOverlaps() const { return m_hasOverlaps; }

private:
    Parts m_parts;
    MediaTime m_packetsEnd;
    uint64_t m_packetBytes = 0;
    Toc m_commonToc{0};
    bool m_hasCorruptPackets = false;
    bool m_hasOverlaps = false;
};

// Stable name for JSON: "ogg", "stamped", "stamped-headerless", "stamped-text".
[[nodiscard]] const char* name(CaptureFormat format);

} // namespace core

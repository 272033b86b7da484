#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <limits>

namespace core {

enum class Cause : uint8_t { None, Lost, Late, Overflow, Corrupt, Starved };
enum class Repair : uint8_t { None, Fec, Plc, Silence };
enum class EventKind : uint8_t { Packet, Loss, Stall, Resync };

inline constexpr uint32_t noPacket = std::numeric_limits<uint32_t>::max();

// A stretch of playout with one origin. Events follow each other without hole or overlap: each starts where
// the one before it ended. Only a resync has duration 0.
struct TimelineEvent {
    ReceiverTime start;
    ReceiverSpan duration;
    // Packet: its media time. Loss: media time of the audio that is missing. Stall, resync: media time that
    // comes next.
    MediaTime media;
    uint32_t packet = noPacket; // packet: itself; loss repaired by FEC: the packet that carries the FEC
    EventKind kind = EventKind::Packet;
    Cause cause = Cause::None; // loss only
    Repair repair = Repair::None; // loss only

    [[nodiscard]] ReceiverTime end() const { return start + duration; }
    bool operator==(const TimelineEvent&) const = default;
};

} // namespace core

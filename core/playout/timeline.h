#pragma once

#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/network/simulator.h"
#include "core/playout/settings.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace core {

enum class Fate : uint8_t { Played, Lost, Late, Overflow, Corrupt };
enum class Cause : uint8_t { None, Lost, Late, Overflow, Corrupt, Starved };
enum class Repair : uint8_t { None, Fec, Plc, Silence };
enum class EventKind : uint8_t { Packet, Loss, Stall, Resync };

inline constexpr uint32_t noPacket = std::numeric_limits<uint32_t>::max();
// Marks a time that does not exist (a lost packet's arrival, a late one's playout).
inline constexpr ReceiverTime never{std::numeric_limits<int64_t>::min()};

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
};

// What became of one packet that was sent.
struct PacketOutcome {
    ReceiverTime arrival = never; // of the first copy
    ReceiverTime due = never; // when it had to be played, as far as the strategy knew one
    ReceiverTime playout = never;
    Fate fate = Fate::Lost;
    Repair repair = Repair::None; // how the playout of a packet that was not played was filled
};

struct Timeline {
    std::vector<TimelineEvent> events; // in playout order
    std::vector<PacketOutcome> outcomes; // one a packet of the capture
    uint64_t duplicates = 0; // further copies that arrived

    [[nodiscard]] ReceiverTime start() const
    {
        return events.empty() ? ReceiverTime() : events.front().start;
    }
    [[nodiscard]] ReceiverTime end() const { return events.empty() ? ReceiverTime() : events.back().end(); }
};

// Plays the arrivals out with the strategy of the settings, gives every packet its fate and every stretch of
// playout its origin, cause and repair. Pure and deterministic. `recycled` may hold an old result whose
// memory is used again.
[[nodiscard]] Timeline playOut(const Capture& capture, const Arrivals& arrivals,
    const BufferSettings& settings, Concealment concealment, Timeline recycled = {});

// The stream as it was sent: every packet played at its media time, nothing impaired. Packets missing from
// the file are losses, concealed by PLC.
[[nodiscard]] Timeline originalTimeline(const Capture& capture);

} // namespace core

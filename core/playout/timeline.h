#pragma once

#include "core/base/largevector.h"
#include "core/base/storedtime.h"
#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/network/simulator.h"
#include "core/playout/eventlist.h"
#include "core/playout/settings.h"
#include "core/playout/timelineevent.h"

#include <cstdint>
#include <vector>

namespace core {

enum class Fate : uint8_t { Played, Lost, Late, Overflow, Corrupt };

// Marks a time that does not exist (a lost packet's arrival, a late one's playout).
inline constexpr ReceiverTime never{-StoredTime::most - 1};

// What became of one packet that was sent. 20 bytes: a day of 20 ms packets is 86 MB.
struct PacketOutcome {
    StoredTime arrival = never; // of the first copy
    StoredTime due = never; // when it had to be played, as far as the strategy knew one
    StoredTime playout = never;
    Fate fate = Fate::Lost;
    Repair repair = Repair::None; // how the playout of a packet that was not played was filled
};

struct Timeline {
    EventList events; // in playout order
    LargeVector<PacketOutcome> outcomes; // one a packet of the capture
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
// the file are losses, concealed by PLC. Only its events are of use: it has no outcomes, so that it takes
// next to no memory.
[[nodiscard]] Timeline originalTimeline(const Capture& capture);

} // namespace core

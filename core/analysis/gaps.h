#pragma once

#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/playout/timeline.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace core {

// Packets that should have sounded somewhere and did not: how many of each kind.
struct MissingPackets {
    uint32_t all = 0;
    std::array<uint32_t, 6> causes{}; // by Cause
    std::array<uint32_t, 4> repairs{}; // by Repair
};

// Those from `first` to `last`, both included.
[[nodiscard]] MissingPackets missingPackets(const Timeline& timeline, uint32_t first, uint32_t last);

// A run of playout without its own packets: consecutive loss events of the timeline.
struct Gap {
    ReceiverTime start;
    ReceiverSpan length;
    MediaTime media;
    uint32_t firstEvent = 0, eventCount = 0; // in Timeline::events
    uint32_t firstPacket = noPacket,
             lastPacket = noPacket; // packets that should have sounded here, if any are known
    MissingPackets packets; // counted, of those
    Cause cause = Cause::Lost; // the one that fills most of it
    ReceiverSpan fec, plc, silence; // sum = length
    // How much more buffer delay would have saved it: by how much its latest packet missed its due time.
    // Nothing if no delay would have (a packet lost, corrupt or thrown out) or if no due time is known.
    std::optional<ReceiverSpan> savingDelay;
};

// In playout order.
[[nodiscard]] std::vector<Gap> findGaps(const Capture& capture, const Timeline& timeline);

} // namespace core

#pragma once

#include "core/playout/playoutsink.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace core {

// Where media time 0 was on the receiver's clock, as playout went on: when a packet that came too late had to
// be there.
class OffsetHistory {
public:
    // offset: from this time on; times ascend.
    void note(ReceiverTime time, std::optional<ReceiverTime> offset)
    {
        if (offset && (m_changes.empty() || m_changes.back().offset != *offset))
            m_changes.push_back({time, *offset});
    }

    // Refuses these packets, each of which arrived behind the first change, with the offset just before.
    template <typename Sink>
    void refuseLate(std::span<const uint32_t> late, std::span<const PacketRecord> packets,
        std::span<const PacketOutcome> outcomes, Sink& sink) const
    {
        for (const uint32_t packet : late) {
            const auto behind = std::ranges::lower_bound(
                m_changes, ReceiverTime(outcomes[packet].arrival), {}, &Change::time);
            const HeldPacket held = heldPacket(packets[packet], packet);
            sink.onRefusal(held, Refusal::Late, std::prev(behind)->offset + held.stamp);
        }
    }

private:
    struct Change {
        ReceiverTime time;
        ReceiverTime offset;
    };

    std::vector<Change> m_changes;
};

} // namespace core

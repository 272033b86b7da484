#pragma once

#include "core/base/time.h"
#include "core/playout/timeline.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace core {

// A packet in a buffer. stamp and end are its media times, counted in microseconds from media time 0.
struct HeldPacket {
    ReceiverSpan stamp;
    ReceiverSpan end;
    uint32_t packet = noPacket;

    [[nodiscard]] ReceiverSpan duration() const { return end - stamp; }
};

[[nodiscard]] inline HeldPacket heldPacket(const PacketRecord& record, uint32_t packet)
{
    return {toReceiverSpan(record.media.sinceZero()), toReceiverSpan(record.end().sinceZero()), packet};
}

// Storage of a jitter buffer: packets by ascending stamp, each stamp once. A ring kept sorted, because
// packets come in almost the right order: nearly every insertion is at the newer end or a few places from it,
// where a heap would pay its logarithm twice. An insertion far from both ends goes to a search tree beside
// the ring instead, so that no order of arrival costs more than O(log n) a packet.
class StampQueue {
public:
    [[nodiscard]] bool isEmpty() const { return m_count == 0 && m_strays.empty(); }
    // The queue must not be empty. Valid until the next change.
    [[nodiscard]] const HeldPacket& oldest() const { return isOldestInRing() ? at(0) : *m_strays.begin(); }
    void removeOldest()
    {
        if (!isOldestInRing())
            return removeOldestStray();
        m_head = (m_head + 1) & m_mask;
        --m_count;
    }
    // Taken apart, so that a packet stays in registers. False, and nothing changes, if a packet of
    // the same stamp is held.
    [[nodiscard]] bool insert(HeldPacket packet)
    {
        if (!m_strays.empty() && isStray(packet.stamp))
            return false;
        if (m_count > m_mask)
            makeRoom();
        if (m_count > 0 && packet.stamp <= at(m_count - 1).stamp)
            return insertInside({packet.stamp, packet.end, packet.packet});
        HeldPacket& place = at(m_count++);
        place.stamp = packet.stamp;
        place.end = packet.end;
        place.packet = packet.packet;
        return true;
    }

private:
    struct ByStamp {
        bool operator()(const HeldPacket& a, const HeldPacket& b) const { return a.stamp < b.stamp; }
    };

    [[nodiscard]] const HeldPacket& at(size_t place) const { return m_ring[(m_head + place) & m_mask]; }
    [[nodiscard]] HeldPacket& at(size_t place) { return m_ring[(m_head + place) & m_mask]; }
    [[nodiscard]] bool isOldestInRing() const
    {
        return m_strays.empty() || (m_count > 0 && at(0).stamp < m_strays.begin()->stamp);
    }
    [[nodiscard]] bool isStray(ReceiverSpan stamp) const;
    void removeOldestStray();
    [[nodiscard]] size_t lowerBound(ReceiverSpan stamp) const;
    [[nodiscard]] bool insertInside(const HeldPacket& packet);
    void makeRoom();

    std::vector<HeldPacket> m_ring = std::vector<HeldPacket>(16); // a power of two
    size_t m_mask = 15;
    size_t m_head = 0;
    size_t m_count = 0;
    std::set<HeldPacket, ByStamp> m_strays;
};

} // namespace core

#include "core/playout/stampqueue.h"

namespace core {
namespace {
constexpr size_t longestShift = 64;
constexpr size_t steppedOver = 8; // places looked at one by one before searching by halves
} // namespace

void StampQueue::removeOldestStray() { m_strays.erase(m_strays.begin()); }

bool StampQueue::isStray(ReceiverSpan stamp) const { return m_strays.contains({stamp, {}, noPacket}); }

bool StampQueue::insertInside(const HeldPacket& packet)
{
    const size_t place = lowerBound(packet.stamp);
    if (at(place).stamp == packet.stamp)
        return false;
    if (m_count - place <= longestShift) {
        for (size_t i = m_count++; i > place; --i)
            at(i) = at(i - 1);
        at(place) = packet;
    } else if (place <= longestShift) {
        m_head = (m_head - 1) & m_mask;
        ++m_count;
        for (size_t i = 0; i < place; ++i)
            at(i) = at(i + 1);
        at(place) = packet;
    } else {
        m_strays.insert(packet);
    }
    return true;
}

size_t StampQueue::lowerBound(ReceiverSpan stamp) const
{
    size_t low = 0, high = m_count;
    for (size_t steps = 0; steps < steppedOver && high > 0; ++steps, --high) {
        if (at(high - 1).stamp < stamp)
            return high;
    }
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (at(middle).stamp < stamp)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void StampQueue::makeRoom()
{
    std::vector<HeldPacket> larger(m_ring.size() * 2);
    for (size_t i = 0; i < m_count; ++i)
        larger[i] = at(i);
    m_ring = std::move(larger);
    m_mask = m_ring.size() - 1;
    m_head = 0;
}

} // namespace core

#include "core/playout/foreseenbuffer.h"

namespace core {

// The next packet is not there, but one behind it may be.
void ForeseenBuffer::searchOldest()
{
    while (!m_feed.isExhausted() && m_feed.nextTime() <= m_now)
        m_behindNewest = std::max(m_behindNewest, m_feed.takeIndex() + 1);
    for (uint32_t packet = m_next + 1; packet < m_behindNewest; ++packet) {
        if (isThere(packet)) {
            m_oldest = heldPacket(m_packets[packet], packet);
            return;
        }
    }
}

// Passes over the packets before `end`, none of which is there.
void ForeseenBuffer::leaveOut(uint32_t end)
{
    for (; m_next < end; ++m_next) {
        if (m_outcomes[m_next].arrival != never && (m_packets[m_next].flags & IsCorrupt) == 0)
            m_late.push_back(m_next);
    }
}

// In steps, so that not every packet is looked at for a danger that is hardly ever there.
void ForeseenBuffer::lookAhead()
{
    m_horizon = m_now + std::min(longestLookAhead, ReceiverSpan(m_maxDuration.ticks() / 4));
    size_t passed = 0;
    for (; passed < m_ahead.size() && m_ahead[passed].time <= m_horizon; ++passed)
        m_newestAhead = std::max(m_newestAhead, m_ahead[passed].packet);
    m_ahead = m_ahead.subspan(passed);
    m_endAhead = heldPacket(m_packets[m_newestAhead], m_newestAhead).end;
}

uint32_t ForeseenBuffer::countOnTime(ReceiverTime due) const
{
    if (m_next >= m_packets.size() || heldPacket(m_packets[m_next], m_next).stamp != m_tail)
        return 0;
    const PacketRecord& first = m_packets[m_next];
    const ReceiverSpan step = toReceiverSpan(first.duration());
    MediaTime media = first.media;
    uint32_t packet = m_next;
    for (; packet < m_packets.size() && due <= m_horizon; ++packet) {
        const PacketRecord& record = m_packets[packet];
        const ReceiverTime arrival = m_outcomes[packet].arrival;
        if (record.media != media || record.durationSamples != first.durationSamples
            || (record.flags & IsCorrupt) != 0 || arrival > due || arrival == never)
            break;
        media += first.duration();
        due += step;
    }
    return packet - m_next;
}

HeldPacket ForeseenBuffer::takeOnTime(uint32_t count)
{
    const HeldPacket first = heldPacket(m_packets[m_next], m_next);
    m_oldest.packet = noPacket;
    m_next += count;
    m_tail = heldPacket(m_packets[m_next - 1], m_next - 1).end;
    return first;
}

} // namespace core

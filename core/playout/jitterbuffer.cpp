#include "core/playout/jitterbuffer.h"

namespace core {

JitterBuffer::Appended JitterBuffer::append(const HeldPacket& packet)
{
    m_thrownOut.clear();
    if (m_tail && packet.stamp < *m_tail)
        return Appended::Late;
    if (!m_queue.insert(packet))
        return Appended::Duplicate;
    m_heldDuration += packet.duration();
    while (m_heldDuration > m_maxDuration) {
        m_thrownOut.push_back(m_queue.oldest());
        m_heldDuration -= m_queue.oldest().duration();
        m_queue.removeOldest();
    }
    return Appended::Held;
}

JitterBuffer::Next JitterBuffer::next()
{
    const HeldPacket* top = oldest();
    if (top == nullptr)
        return {};
    if (m_tail && top->stamp - *m_tail > m_epsilon) {
        const ReceiverSpan loss = top->stamp - *m_tail;
        skipTo(top->stamp);
        return {.kind = NextKind::Loss, .loss = loss, .packet = *top};
    }
    return {.kind = NextKind::Packet, .loss = {}, .packet = takeOldest()};
}

HeldPacket JitterBuffer::takeOldest()
{
    const HeldPacket packet = m_queue.oldest();
    m_queue.removeOldest();
    m_heldDuration -= packet.duration();
    m_tail = packet.end;
    return packet;
}

} // namespace core

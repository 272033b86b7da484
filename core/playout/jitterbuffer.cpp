#include "core/playout/jitterbuffer.h"

namespace core {

void JitterBuffer::throwOut()
{
    while (m_heldDuration > m_maxDuration) {
        m_thrownOut.push_back(m_queue.oldest());
        m_heldDuration -= m_queue.oldest().duration();
        m_queue.removeOldest();
    }
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

} // namespace core

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

} // namespace core

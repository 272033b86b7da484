#pragma once

#include "core/playout/stampqueue.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace core {

// Puts packets into the order of their stamps and says what is missing between them. Knows no clock: who owns
// it decides when to append and when to ask.
class JitterBuffer {
public:
    enum class Appended : uint8_t {
        Held,
        Late, // older than what was handed out already; not taken
        Duplicate, // same stamp held already; not taken
    };
    enum class NextKind : uint8_t { Nothing, Loss, Packet };
    struct Next {
        NextKind kind = NextKind::Nothing;
        ReceiverSpan loss; // loss: how much is missing before `packet`
        HeldPacket packet; // loss: still held, comes next; packet: handed out
    };

    JitterBuffer(ReceiverSpan maxDuration, ReceiverSpan epsilon)
        : m_maxDuration(maxDuration)
        , m_epsilon(epsilon)
    {
    }

    // Audio held beyond maxDuration (the sum of the packets' durations) makes it throw out the oldest.
    Appended append(HeldPacket packet)
    {
        m_thrownOut.clear();
        if (packet.stamp < m_tail)
            return Appended::Late;
        if (!m_queue.insert(packet))
            return Appended::Duplicate;
        m_heldDuration += packet.duration();
        if (m_heldDuration > m_maxDuration)
            throwOut();
        return Appended::Held;
    }
    // What the last append threw out, oldest first; the appended packet itself may be among it.
    [[nodiscard]] const std::vector<HeldPacket>& thrownOut() const { return m_thrownOut; }

    // Hands out the oldest packet, or the loss before it if its stamp is more than epsilon behind the tail.
    [[nodiscard]] Next next();

    // The parts of next(), for those who decide themselves. oldest() is null while nothing is held.
    [[nodiscard]] const HeldPacket* oldest() const { return m_queue.isEmpty() ? nullptr : &m_queue.oldest(); }
    HeldPacket takeOldest()
    {
        const HeldPacket packet = m_queue.oldest();
        m_queue.removeOldest();
        m_heldDuration -= packet.duration();
        m_tail = packet.end;
        return packet;
    }
    void skipTo(ReceiverSpan stamp) { m_tail = stamp; }

    // Media time up to which everything was handed out or given up; nothing before the first packet.
    [[nodiscard]] std::optional<ReceiverSpan> tail() const
    {
        return m_tail == beforeAll ? std::nullopt : std::optional(m_tail);
    }
    // The later of the two; `position` if there is no tail.
    [[nodiscard]] ReceiverSpan tailOrLater(ReceiverSpan position) const { return std::max(position, m_tail); }
    [[nodiscard]] ReceiverSpan epsilon() const { return m_epsilon; }

private:
    static constexpr ReceiverSpan beforeAll{std::numeric_limits<int64_t>::min()};

    void throwOut();

    StampQueue m_queue;
    std::vector<HeldPacket> m_thrownOut;
    ReceiverSpan m_tail = beforeAll;
    ReceiverSpan m_heldDuration;
    ReceiverSpan m_maxDuration;
    ReceiverSpan m_epsilon;
};

// The rule of next(), for everything that has its parts.
template <typename Buffer> [[nodiscard]] JitterBuffer::Next takeNext(Buffer& buffer)
{
    const HeldPacket* top = buffer.oldest();
    if (top == nullptr)
        return {};
    const std::optional<ReceiverSpan> tail = buffer.tail();
    if (tail && top->stamp - *tail > buffer.epsilon()) {
        const ReceiverSpan loss = top->stamp - *tail;
        buffer.skipTo(top->stamp);
        return {.kind = JitterBuffer::NextKind::Loss, .loss = loss, .packet = *top};
    }
    return {.kind = JitterBuffer::NextKind::Packet, .loss = {}, .packet = buffer.takeOldest()};
}

inline JitterBuffer::Next JitterBuffer::next() { return takeNext(*this); }

} // namespace core

#pragma once

#include "core/playout/jitterbuffer.h"
#include "core/playout/playoutsink.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace core {

// The rules of the jitter buffer that the audio clock pulls, without its input: its owner brings the packets
// that have arrived by the next pull and lets it pull. The sink is told what a PlayoutSink is told, and has
// to outlive it.
template <typename Sink, typename Buffer = JitterBuffer> class PullMachine {
public:
    PullMachine(Sink& sink, Buffer buffer)
        : m_sink(sink)
        , m_buffer(std::move(buffer))
    {
    }

    void start(ReceiverTime firstPull) { m_pull = m_filledUntil = firstPull; }
    // Packets have to be appended in order of arrival, none that arrives after nextPull().
    void append(HeldPacket packet);
    // Performs the pull at nextPull(). False: nothing is held.
    [[nodiscard]] bool pull();
    // After a pull in vain: goes on to the first one at which something has arrived.
    void waitFor(ReceiverTime arrival)
    {
        const int64_t distance = (arrival - m_pull).ticks();
        m_pull += interval * ((distance - 1) / interval.ticks() + 1);
    }

    [[nodiscard]] ReceiverTime nextPull() const { return m_pull; }
    // Receiver time of media time 0, as the packet played last has it.
    [[nodiscard]] std::optional<ReceiverTime> offset() const { return m_offset; }
    [[nodiscard]] Buffer& buffer() { return m_buffer; }

    // What belongs right behind the tail is due at the next pull.
    [[nodiscard]] bool isOnTime() const
    {
        return m_offset && m_filledUntil == m_pull && m_pull == *m_offset + *m_buffer.tail();
    }
    // The buffer was emptied up to its tail, all of it played on time.
    void catchUp() { m_pull = m_filledUntil = *m_offset + *m_buffer.tail(); }

private:
    static constexpr ReceiverSpan interval = receiverMilliseconds(10); // while nothing is held

    void refuse(HeldPacket packet, Refusal refusal) { m_sink.onRefusal(packet, refusal, dueOf(packet)); }
    void lose(const JitterBuffer::Next& next);
    void play(HeldPacket packet);
    [[nodiscard]] ReceiverTime dueOf(HeldPacket packet) const
    {
        return m_offset ? *m_offset + packet.stamp : never;
    }

    Sink& m_sink;
    Buffer m_buffer;
    ReceiverTime m_pull; // the next one
    ReceiverTime m_filledUntil; // what was told to the sink reaches to here
    std::optional<ReceiverTime> m_offset;
};

template <typename Sink, typename Buffer> void PullMachine<Sink, Buffer>::append(HeldPacket packet)
{
    const JitterBuffer::Appended appended = m_buffer.append(packet);
    if (appended == JitterBuffer::Appended::Late)
        refuse(packet, Refusal::Late);
    if (appended == JitterBuffer::Appended::Duplicate)
        refuse(packet, Refusal::Duplicate);
    for (const HeldPacket& thrownOut : m_buffer.thrownOut())
        refuse(thrownOut, Refusal::Overflow);
}

template <typename Sink, typename Buffer> bool PullMachine<Sink, Buffer>::pull()
{
    const JitterBuffer::Next next = m_buffer.next();
    if (next.kind == JitterBuffer::NextKind::Nothing)
        return false;
    if (m_filledUntil < m_pull)
        m_sink.onStall(m_filledUntil, m_pull - m_filledUntil, next.packet.stamp - next.loss);
    if (next.kind == JitterBuffer::NextKind::Loss)
        lose(next);
    else
        play(next.packet);
    m_filledUntil = m_pull;
    return true;
}

template <typename Sink, typename Buffer> void PullMachine<Sink, Buffer>::lose(const JitterBuffer::Next& next)
{
    m_sink.onLoss({.start = m_pull,
        .duration = next.loss,
        .stamp = next.packet.stamp - next.loss,
        .next = next.packet.packet});
    m_pull += next.loss;
}

template <typename Sink, typename Buffer> void PullMachine<Sink, Buffer>::play(HeldPacket packet)
{
    const ReceiverTime due = m_offset ? dueOf(packet) : m_pull;
    m_sink.onPacket(packet, {.start = m_pull, .duration = packet.duration(), .due = due});
    m_offset = m_pull - packet.stamp;
    m_pull += packet.duration();
}

} // namespace core

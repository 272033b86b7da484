#pragma once

#include "core/base/time.h"
#include "core/playout/playoutsink.h"
#include "core/playout/stampqueue.h"

#include <cstdint>

namespace core {

// Lays packets at their due times one behind the other. A packet waits here for the next one, which may
// stretch, shorten or cut it. Sink: told as a PlayoutSink is, of packets and losses.
template <typename Sink> class DueTimes {
public:
    DueTimes(ReceiverTime offset, ReceiverSpan firstStamp, ReceiverSpan epsilon, Sink& sink)
        : m_sink(sink)
        , m_offset(offset)
        , m_end(offset + firstStamp)
        , m_epsilon(epsilon)
    {
    }

    void lay(const HeldPacket& packet)
    {
        const ReceiverTime due = m_offset + packet.stamp;
        if (isLossBefore(packet.packet, due)) {
            flush(m_end);
            lose(due, packet.packet);
        } else {
            flush(due);
        }
        m_waiting = packet;
        m_end = due + packet.duration();
        m_next = packet.packet + 1;
    }

    // `count` packets of one duration, each right behind the one before it. Sink: also told as the
    // TimelineBuilder is.
    void lay(const HeldPacket& first, uint32_t count)
    {
        lay(first);
        if (count == 1)
            return;
        const ReceiverTime due = m_offset + first.stamp;
        const ReceiverSpan length = first.duration() * (count - 1);
        m_sink.onPacketsOnTime(first, count - 1, due);
        m_waiting = {first.stamp + length, first.end + length, first.packet + count - 1};
        m_end += length;
        m_next += count - 1;
    }

    // `packets`: how many were sent, the last of which ends at `lastEnd`.
    void finish(uint32_t packets, ReceiverSpan lastEnd)
    {
        flush(m_end);
        if (isLossBefore(packets, m_offset + lastEnd))
            lose(m_offset + lastEnd, noPacket);
    }

private:
    // A hole within epsilon is the rounding of stamps, unless a packet is known to belong there.
    [[nodiscard]] bool isLossBefore(uint32_t packet, ReceiverTime due) const
    {
        return due - m_end > (packet == m_next ? m_epsilon : ReceiverSpan());
    }

    void flush(ReceiverTime end)
    {
        if (m_waiting.packet == noPacket)
            return;
        const ReceiverTime due = m_offset + m_waiting.stamp;
        m_sink.onPacket(m_waiting, {.start = due, .duration = end - due, .due = due});
        m_waiting.packet = noPacket;
    }

    void lose(ReceiverTime until, uint32_t next)
    {
        m_sink.onLoss({.start = m_end, .duration = until - m_end, .stamp = m_end - m_offset, .next = next});
    }

    Sink& m_sink;
    ReceiverTime m_offset;
    ReceiverTime m_end; // of what was laid so far
    ReceiverSpan m_epsilon;
    uint32_t m_next = 0; // behind the packet laid last
    HeldPacket m_waiting; // noPacket: none
};

} // namespace core

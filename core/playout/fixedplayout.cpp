#include "core/playout/fixedplayout.h"

#include "core/playout/timelinebuilder.h"

namespace core {
namespace {

// Lays packets at their due times one behind the other. A packet waits here for the next one, which may
// stretch, shorten or cut it.
class DueTimes {
public:
    DueTimes(ReceiverTime offset, ReceiverSpan firstStamp, ReceiverSpan epsilon, TimelineBuilder& sink)
        : m_sink(sink)
        , m_offset(offset)
        , m_end(offset + firstStamp)
        , m_epsilon(epsilon)
    {
    }

    void lay(const HeldPacket& packet)
    {
        const ReceiverTime due = m_offset + packet.stamp;
        if (due - m_end > m_epsilon) {
            flush(m_end);
            lose(due, packet.packet);
        } else {
            flush(due);
        }
        m_waiting = packet;
        m_end = due + packet.duration();
    }

    void finish(ReceiverSpan lastEnd)
    {
        flush(m_end);
        if (m_offset + lastEnd - m_end > m_epsilon)
            lose(m_offset + lastEnd, noPacket);
    }

private:
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

    TimelineBuilder& m_sink;
    ReceiverTime m_offset;
    ReceiverTime m_end; // of what was laid so far
    ReceiverSpan m_epsilon;
    HeldPacket m_waiting; // noPacket: none
};

} // namespace

void FixedPlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    ArrivalFeed feed(input);
    if (feed.isExhausted())
        return;
    const std::span<const PacketRecord> packets = input.capture.packets();
    const ReceiverTime firstArrival = feed.nextTime();
    const ReceiverTime offset = firstArrival + m_settings.playoutDelay - feed.take().stamp;
    DueTimes dueTimes(offset, heldPacket(packets.front(), 0).stamp, m_settings.epsilon, sink);
    for (uint32_t i = 0; i < packets.size(); ++i) {
        const HeldPacket packet = heldPacket(packets[i], i);
        const ReceiverTime arrival = input.outcomes[i].arrival;
        if (arrival == never || (packets[i].flags & IsCorrupt) != 0)
            continue;
        if (arrival > offset + packet.stamp)
            sink.onRefusal(packet, Refusal::Late, offset + packet.stamp);
        else
            dueTimes.lay(packet);
    }
    dueTimes.finish(toReceiverSpan(packets.back().end().sinceZero()));
}

} // namespace core

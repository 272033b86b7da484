#include "core/playout/bufferplayout.h"

#include "core/playout/jitterbuffer.h"
#include "core/playout/timelinebuilder.h"

#include <algorithm>
#include <optional>

namespace core {
namespace {

constexpr ReceiverSpan pullInterval = receiverMilliseconds(10); // while nothing is held

class Pull {
public:
    Pull(const BufferSettings& settings, const PlayoutInput& input, TimelineBuilder& sink)
        : m_feed(input)
        , m_sink(sink)
        , m_buffer(settings.maxDuration, settings.epsilon)
        , m_playoutDelay(settings.playoutDelay)
    {
    }

    void run()
    {
        if (m_feed.isExhausted())
            return;
        m_filledUntil = m_time = m_feed.nextTime() + m_playoutDelay;
        bool goesOn = true;
        while (goesOn) {
            while (!m_feed.isExhausted() && m_feed.nextTime() <= m_time)
                append(m_feed.take());
            goesOn = pull();
        }
    }

private:
    void append(HeldPacket packet)
    {
        const JitterBuffer::Appended appended = m_buffer.append(packet);
        if (appended == JitterBuffer::Appended::Late)
            refuse(packet, Refusal::Late);
        if (appended == JitterBuffer::Appended::Duplicate)
            refuse(packet, Refusal::Duplicate);
        for (const HeldPacket& thrownOut : m_buffer.thrownOut())
            refuse(thrownOut, Refusal::Overflow);
    }

    void refuse(HeldPacket packet, Refusal refusal) { m_sink.onRefusal(packet, refusal, dueOf(packet)); }

    // False at the end.
    [[nodiscard]] bool pull()
    {
        const JitterBuffer::Next next = m_buffer.next();
        if (next.kind == JitterBuffer::NextKind::Nothing)
            return waitForInput();
        if (m_filledUntil < m_time)
            m_sink.onStall(m_filledUntil, m_time - m_filledUntil, next.packet.stamp - next.loss);
        if (next.kind == JitterBuffer::NextKind::Loss) {
            m_sink.onLoss({.start = m_time,
                .duration = next.loss,
                .stamp = next.packet.stamp - next.loss,
                .next = next.packet.packet});
            m_time += next.loss;
        } else {
            play(next.packet);
        }
        m_filledUntil = m_time;
        return true;
    }

    void play(HeldPacket packet)
    {
        const ReceiverTime due = m_offset ? dueOf(packet) : m_time;
        m_sink.onPacket(packet, {.start = m_time, .duration = packet.duration(), .due = due});
        m_offset = m_time - packet.stamp;
        m_time += packet.duration();
    }

    // Pulls in vain up to the next arrival, however far that is.
    [[nodiscard]] bool waitForInput()
    {
        if (m_feed.isExhausted())
            return false;
        const int64_t distance = (m_feed.nextTime() - m_time).ticks();
        m_time += pullInterval * ((distance - 1) / pullInterval.ticks() + 1);
        return true;
    }

    [[nodiscard]] ReceiverTime dueOf(HeldPacket packet) const
    {
        return m_offset ? *m_offset + packet.stamp : never;
    }

    ArrivalFeed m_feed;
    TimelineBuilder& m_sink;
    JitterBuffer m_buffer;
    ReceiverSpan m_playoutDelay;
    ReceiverTime m_time; // of the next pull
    ReceiverTime m_filledUntil; // what was told to the sink reaches to here
    std::optional<ReceiverTime> m_offset; // playout of media time 0, as the packet played last has it
};

} // namespace

void BufferPlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    Pull(m_settings, input, sink).run();
}

} // namespace core

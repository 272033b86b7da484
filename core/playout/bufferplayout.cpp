#include "core/playout/bufferplayout.h"

#include "core/playout/foreseenbuffer.h"
#include "core/playout/offsethistory.h"
#include "core/playout/pullmachine.h"
#include "core/playout/timelinebuilder.h"

namespace core {
namespace {

// Brings packets to the buffer in the order of their arrivals: right for every capture and every setting.
class Delivery {
public:
    Delivery(const BufferSettings& settings, const PlayoutInput& input, TimelineBuilder& sink)
        : m_machine(sink, JitterBuffer(settings.maxDuration, settings.epsilon))
        , m_feed(input)
        , m_playoutDelay(settings.playoutDelay)
    {
    }

    void run()
    {
        if (m_feed.isExhausted())
            return;
        m_machine.start(m_feed.nextTime() + m_playoutDelay);
        for (;;) {
            while (!m_feed.isExhausted() && m_feed.nextTime() <= m_machine.nextPull())
                m_machine.append(m_feed.take());
            if (m_machine.pull())
                continue;
            if (m_feed.isExhausted())
                return;
            m_machine.waitFor(m_feed.nextTime());
        }
    }

private:
    PullMachine<TimelineBuilder> m_machine;
    ArrivalFeed m_feed;
    ReceiverSpan m_playoutDelay;
};

// The same for captures without overlaps, from pull to pull, the arrivals being known.
class Foresight {
public:
    Foresight(const BufferSettings& settings, const PlayoutInput& input, TimelineBuilder& sink)
        : m_packets(input.capture.packets())
        , m_outcomes(input.outcomes)
        , m_sink(sink)
        , m_machine(sink, ForeseenBuffer(input, settings))
        , m_playoutDelay(settings.playoutDelay)
    {
    }

    // False, with some of it told to the sink already: a buffer might have thrown packets out.
    [[nodiscard]] bool run()
    {
        if (buffer().isExhausted())
            return true;
        m_machine.start(buffer().nextArrival() + m_playoutDelay);
        while (buffer().advanceTo(m_machine.nextPull())) {
            const ReceiverTime time = m_machine.nextPull();
            if (m_machine.pull()) {
                m_offsets.note(time, m_machine.offset());
                playOnTime();
            } else if (buffer().isExhausted()) {
                m_offsets.refuseLate(buffer().late(), m_packets, m_outcomes, m_sink);
                return true;
            } else {
                m_machine.waitFor(buffer().nextArrival());
            }
        }
        return false;
    }

private:
    [[nodiscard]] ForeseenBuffer& buffer() { return m_machine.buffer(); }

    // What many pulls would do of which each finds its packet.
    void playOnTime()
    {
        if (!m_machine.isOnTime())
            return;
        const ReceiverTime start = m_machine.nextPull();
        const uint32_t count = buffer().countOnTime(start);
        if (count == 0)
            return;
        m_sink.onPacketsOnTime(buffer().takeOnTime(count), count, start);
        m_machine.catchUp();
    }

    std::span<const PacketRecord> m_packets;
    std::span<const PacketOutcome> m_outcomes;
    TimelineBuilder& m_sink;
    PullMachine<TimelineBuilder, ForeseenBuffer> m_machine;
    ReceiverSpan m_playoutDelay;
    OffsetHistory m_offsets;
};

// Flattened into one function each, because a machine whose parts call each other keeps nothing in registers.
[[gnu::flatten]] void deliverAll(
    const BufferSettings& settings, const PlayoutInput& input, TimelineBuilder& sink)
{
    Delivery(settings, input, sink).run();
}

[[gnu::flatten]] bool foresee(
    const BufferSettings& settings, const PlayoutInput& input, TimelineBuilder& sink)
{
    return Foresight(settings, input, sink).run();
}

} // namespace

void BufferPlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    if (!input.capture.hasOverlaps()) {
        if (foresee(m_settings, input, sink))
            return;
        sink.startOver();
    }
    deliverAll(m_settings, input, sink);
}

} // namespace core

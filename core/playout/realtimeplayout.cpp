#include "core/playout/realtimeplayout.h"

#include "core/playout/foreseenbuffer.h"
#include "core/playout/offsethistory.h"
#include "core/playout/realtimemachine.h"
#include "core/playout/timelinebuilder.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace core {
namespace {

// A capture whose arrivals are days apart must not fill the memory with reports of starvation: an hour of
// them every 20 ms, and more in long captures.
class ReportBudget {
public:
    explicit ReportBudget(const PlayoutInput& input)
        : m_left(200000 + 4 * input.capture.packets().size())
    {
    }

    template <typename Machine> void starve(Machine& machine, ReceiverTime until)
    {
        m_left -= std::min(m_left, machine.starveUntil(until, m_left));
    }

private:
    uint64_t m_left;
};

// Brings packets to the machine in the order of their arrivals: right for every capture and every setting.
class Delivery {
public:
    Delivery(const BufferSettings& settings, const PlayoutInput& input, TimelineBuilder& sink)
        : m_machine(settings, sink)
        , m_feed(input)
        , m_budget(input)
    {
    }

    void run()
    {
        while (!m_feed.isExhausted() && !m_machine.hasStarted())
            deliver();
        while (m_machine.hasStarted() && !m_machine.hasEnded()) {
            while (!m_feed.isExhausted() && m_feed.nextTime() <= m_machine.nextWake())
                deliver();
            m_machine.wake(m_feed.isExhausted() ? InputState::Closed : InputState::Open);
            if (m_machine.isStarving() && !m_feed.isExhausted())
                m_budget.starve(m_machine, m_feed.nextTime());
        }
    }

private:
    void deliver()
    {
        const ReceiverTime arrival = m_feed.nextTime();
        m_machine.append(m_feed.take(), arrival);
    }

    RealtimeMachine<TimelineBuilder> m_machine;
    ArrivalFeed m_feed;
    ReportBudget m_budget;
};

// The same for captures without overlaps, from wake to wake, the arrivals being known.
class Foresight {
public:
    Foresight(const BufferSettings& settings, const PlayoutInput& input, TimelineBuilder& sink)
        : m_packets(input.capture.packets())
        , m_outcomes(input.outcomes)
        , m_sink(sink)
        , m_machine(settings, sink, ForeseenBuffer(input, settings))
        , m_budget(input)
    {
        const std::span<const Arrival> arrivals = input.arrivals.list;
        const auto last = std::find_if(arrivals.rbegin(), arrivals.rend(),
            [this](const Arrival& arrival) { return (m_packets[arrival.packet].flags & IsCorrupt) == 0; });
        if (!arrivals.empty())
            m_lastArrival = last == arrivals.rend() ? arrivals.front().time : last->time;
    }

    // False, with some of it told to the sink already: a buffer might have thrown packets out.
    [[nodiscard]] bool run()
    {
        if (buffer().isExhausted())
            return true;
        m_machine.start(buffer().nextArrival());
        while (!m_machine.hasEnded()) {
            if (!buffer().advanceTo(m_machine.nextWake()))
                return false;
            wake();
            if (m_machine.isOnTime())
                playOnTime();
        }
        m_offsets.refuseLate(buffer().late(), m_packets, m_outcomes, m_sink);
        return true;
    }

private:
    [[nodiscard]] ForeseenBuffer& buffer() { return m_machine.buffer(); }

    void wake()
    {
        const ReceiverTime time = m_machine.nextWake();
        m_machine.wake(time < m_lastArrival ? InputState::Open : InputState::Closed);
        m_offsets.note(time, m_machine.offset());
        if (m_machine.isStarving() && !buffer().isExhausted())
            m_budget.starve(m_machine, buffer().nextArrival());
    }

    // What many wakes would do of which each finds its packet.
    void playOnTime()
    {
        const ReceiverTime start = m_machine.nextWake();
        const uint32_t count = buffer().countOnTime(start);
        if (count == 0)
            return;
        m_sink.onPacketsOnTime(buffer().takeOnTime(count), count, start);
        m_machine.catchUp();
    }

    std::span<const PacketRecord> m_packets;
    std::span<const PacketOutcome> m_outcomes;
    TimelineBuilder& m_sink;
    RealtimeMachine<TimelineBuilder, ForeseenBuffer> m_machine;
    ReportBudget m_budget;
    ReceiverTime m_lastArrival;
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

void RealtimePlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    if (!input.capture.hasOverlaps()) {
        if (foresee(m_settings, input, sink))
            return;
        sink.startOver();
    }
    deliverAll(m_settings, input, sink);
}

} // namespace core

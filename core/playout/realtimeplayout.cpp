#include "core/playout/realtimeplayout.h"

#include "core/playout/realtimemachine.h"
#include "core/playout/timelinebuilder.h"

namespace core {

namespace {
void append(RealtimeMachine<TimelineBuilder>& machine, ArrivalFeed& feed)
{
    const ReceiverTime arrival = feed.nextTime();
    machine.append(feed.take(), arrival);
}
} // namespace

// Flattened into one function, because a machine whose parts call each other keeps nothing in registers.
[[gnu::flatten]] void RealtimePlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    RealtimeMachine<TimelineBuilder> machine(m_settings, sink);
    ArrivalFeed feed(input);
    // A capture whose arrivals are days apart must not fill the memory with reports of starvation.
    uint64_t separateReports = 10000 + 4 * input.capture.packets().size();
    while (!feed.isExhausted() && !machine.hasStarted())
        append(machine, feed);
    while (machine.hasStarted() && !machine.hasEnded()) {
        while (!feed.isExhausted() && feed.nextTime() <= machine.nextWake())
            append(machine, feed);
        machine.wake(feed.isExhausted() ? InputState::Closed : InputState::Open);
        if (machine.isStarving() && !feed.isExhausted())
            separateReports -=
                std::min(separateReports, machine.starveUntil(feed.nextTime(), separateReports));
    }
}

} // namespace core

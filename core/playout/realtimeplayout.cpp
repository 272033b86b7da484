#include "core/playout/realtimeplayout.h"

#include "core/playout/realtimemachine.h"
#include "core/playout/timelinebuilder.h"

namespace core {

void RealtimePlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    RealtimeMachine<TimelineBuilder> machine(m_settings, sink);
    ArrivalFeed feed(input);
    // A capture whose arrivals are days apart must not fill the memory with reports of starvation.
    uint64_t separateReports = 10000 + 4 * input.capture.packets().size();
    while (!machine.hasEnded() && !(feed.isExhausted() && !machine.hasStarted())) {
        while (!feed.isExhausted() && (!machine.hasStarted() || feed.nextTime() <= machine.nextWake())) {
            const ReceiverTime arrival = feed.nextTime();
            machine.append(feed.take(), arrival);
        }
        if (!machine.hasStarted())
            continue;
        machine.wake(feed.isExhausted() ? InputState::Closed : InputState::Open);
        if (machine.isStarving() && !feed.isExhausted())
            separateReports -=
                std::min(separateReports, machine.starveUntil(feed.nextTime(), separateReports));
    }
}

} // namespace core

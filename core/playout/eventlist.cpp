#include "core/playout/eventlist.h"

#include <algorithm>

namespace core {

uint32_t EventList::Run::placeAt(ReceiverTime time) const
{
    if (count == 1 || time < first.start)
        return 0;
    const int64_t place = (time - first.start).ticks() / first.duration.ticks();
    return static_cast<uint32_t>(std::min<int64_t>(place, count - 1));
}

EventList::EventList(std::initializer_list<TimelineEvent> events)
{
    for (const TimelineEvent& event : events)
        push_back(event);
}

void EventList::clear() { m_runs.clear(); }

// What does not last, and what is no packet, is never made longer.
void EventList::startRun(const TimelineEvent& event)
{
    m_mediaStep = toMediaSpan(event.duration);
    m_runs.push_back({.first = event, .firstIndex = static_cast<uint32_t>(size())});
    m_expected = event;
    if (event.kind == EventKind::Packet && event.duration > ReceiverSpan())
        expectBehind(m_runs.back(), 1);
    else
        m_expected.duration = ReceiverSpan(-1);
}

size_t EventList::runOf(size_t index) const
{
    if (index >= size())
        return m_runs.size();
    const auto behind = std::ranges::upper_bound(m_runs, index, {}, &Run::firstIndex);
    return static_cast<size_t>(behind - m_runs.begin()) - 1;
}

TimelineEvent EventList::operator[](size_t index) const
{
    const Run& run = m_runs[runOf(index)];
    return run.at(static_cast<uint32_t>(index) - run.firstIndex);
}

EventList::Iterator EventList::at(ReceiverTime time) const
{
    const auto behind =
        std::ranges::upper_bound(m_runs, time, {}, [](const Run& run) { return run.first.start; });
    if (behind == m_runs.begin())
        return begin();
    const Run& run = *std::prev(behind);
    return {*this, run.firstIndex + run.placeAt(time)};
}

} // namespace core

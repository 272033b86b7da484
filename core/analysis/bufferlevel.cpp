#include "core/analysis/bufferlevel.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr ReceiverTime endOfTime{std::numeric_limits<int64_t>::max()};

} // namespace

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis)
    : m_analysis(&analysis)
{
    skipOthers();
}

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis, ReceiverTime time, ReceiverSpan level)
    : m_analysis(&analysis)
    , m_time(time)
    , m_level(level)
{
    const auto& arrivals = analysis.arrivals.list;
    const auto& events = analysis.timeline.events;
    const auto arrival = std::ranges::lower_bound(arrivals, time, {}, &Arrival::time);
    const auto event = std::ranges::lower_bound(events, time, {}, &TimelineEvent::start);
    m_arrival = static_cast<size_t>(arrival - arrivals.begin());
    m_event = static_cast<size_t>(event - events.begin());
    skipOthers();
}

bool BufferLevelCursor::advance()
{
    const ReceiverTime time = std::min(nextArrival(), nextPlayout());
    if (time == endOfTime)
        return false;
    const auto packets = m_analysis->capture->packets();
    while (nextArrival() == time) {
        m_level += toReceiverSpan(packets[m_analysis->arrivals.list[m_arrival++].packet].duration());
        skipOthers();
    }
    while (nextPlayout() == time) {
        m_level -= toReceiverSpan(packets[m_analysis->timeline.events[m_event++].packet].duration());
        skipOthers();
    }
    m_time = time;
    return true;
}

// Leaves out further copies, packets that are never played, and playout that comes from no packet.
void BufferLevelCursor::skipOthers()
{
    const auto& arrivals = m_analysis->arrivals.list;
    const auto& outcomes = m_analysis->timeline.outcomes;
    const auto& events = m_analysis->timeline.events;
    const auto isHeld = [&](const Arrival& arrival) {
        return !arrival.isDuplicate && outcomes[arrival.packet].playout != never;
    };
    while (m_arrival < arrivals.size() && !isHeld(arrivals[m_arrival]))
        ++m_arrival;
    while (m_event < events.size() && events[m_event].kind != EventKind::Packet)
        ++m_event;
}

ReceiverTime BufferLevelCursor::nextArrival() const
{
    const auto& arrivals = m_analysis->arrivals.list;
    return m_arrival < arrivals.size() ? arrivals[m_arrival].time : endOfTime;
}

ReceiverTime BufferLevelCursor::nextPlayout() const
{
    const auto& events = m_analysis->timeline.events;
    return m_event < events.size() ? events[m_event].start : endOfTime;
}

} // namespace core

#include "core/analysis/bufferlevel.h"

#include <algorithm>

namespace core {

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis, ReceiverTime time, ReceiverSpan level)
    : m_packets(analysis.capture->packets())
    , m_outcomes(analysis.timeline.outcomes)
    , m_arrivals(analysis.arrivals->list)
    , m_time(time)
    , m_level(level)
{
    const EventList& events = analysis.timeline.events;
    const auto event = std::ranges::lower_bound(events, time, {}, &TimelineEvent::start);
    m_runs = events.runs().subspan(event.run());
    m_place = m_runs.empty() ? 0 : static_cast<uint32_t>(event.index()) - m_runs.front().firstIndex;
    const auto arrival = std::ranges::lower_bound(m_arrivals, StoredTime(time), {}, &Arrival::time);
    m_arrivals = m_arrivals.subspan(static_cast<size_t>(arrival - m_arrivals.begin()));
    findArrival();
    findPlayout();
}

} // namespace core

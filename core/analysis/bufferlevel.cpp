#include "core/analysis/bufferlevel.h"

#include <algorithm>

namespace core {

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis, ReceiverTime time, ReceiverSpan level)
    : m_packets(analysis.capture->packets())
    , m_outcomes(analysis.timeline.outcomes)
    , m_arrivals(analysis.arrivals.list)
    , m_event(std::ranges::lower_bound(analysis.timeline.events, time, {}, &TimelineEvent::start))
    , m_eventsEnd(analysis.timeline.events.end())
    , m_time(time)
    , m_level(level)
{
    const auto arrival = std::ranges::lower_bound(m_arrivals, StoredTime(time), {}, &Arrival::time);
    m_arrivals = m_arrivals.subspan(static_cast<size_t>(arrival - m_arrivals.begin()));
    findArrival();
    findPlayout();
}

} // namespace core

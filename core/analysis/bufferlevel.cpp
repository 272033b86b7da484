#include "core/analysis/bufferlevel.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr ReceiverTime endOfTime{std::numeric_limits<int64_t>::max()};

} // namespace

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis)
    : m_packets(analysis.capture->packets())
    , m_outcomes(analysis.timeline.outcomes)
    , m_arrivals(analysis.arrivals.list)
    , m_events(analysis.timeline.events)
{
    findArrival();
    findPlayout();
}

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis, ReceiverTime time, ReceiverSpan level)
    : m_packets(analysis.capture->packets())
    , m_outcomes(analysis.timeline.outcomes)
    , m_arrivals(analysis.arrivals.list)
    , m_events(analysis.timeline.events)
    , m_time(time)
    , m_level(level)
{
    const auto arrival = std::ranges::lower_bound(m_arrivals, time, {}, &Arrival::time);
    const auto event = std::ranges::lower_bound(m_events, time, {}, &TimelineEvent::start);
    m_arrivals = m_arrivals.subspan(static_cast<size_t>(arrival - m_arrivals.begin()));
    m_events = m_events.subspan(static_cast<size_t>(event - m_events.begin()));
    findArrival();
    findPlayout();
}

bool BufferLevelCursor::advance()
{
    const ReceiverTime time = std::min(m_nextArrival, m_nextPlayout);
    if (time == endOfTime)
        return false;
    while (m_nextArrival == time) {
        m_level += toReceiverSpan(m_packets[m_arrivals.front().packet].duration());
        m_arrivals = m_arrivals.subspan(1);
        findArrival();
    }
    while (m_nextPlayout == time) {
        m_level -= toReceiverSpan(m_packets[m_events.front().packet].duration());
        m_events = m_events.subspan(1);
        findPlayout();
    }
    m_time = time;
    return true;
}

// Leaves out further copies and packets that are never played.
void BufferLevelCursor::findArrival()
{
    while (!m_arrivals.empty()
        && (m_arrivals.front().isDuplicate || m_outcomes[m_arrivals.front().packet].playout == never))
        m_arrivals = m_arrivals.subspan(1);
    m_nextArrival = m_arrivals.empty() ? endOfTime : m_arrivals.front().time;
}

// Leaves out playout that comes from no packet.
void BufferLevelCursor::findPlayout()
{
    while (!m_events.empty() && m_events.front().kind != EventKind::Packet)
        m_events = m_events.subspan(1);
    m_nextPlayout = m_events.empty() ? endOfTime : m_events.front().start;
}

} // namespace core

#include "core/analysis/bufferlevel.h"

#include <algorithm>

namespace core {

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis, ReceiverSpan level)
    : m_packets(analysis.capture->packets())
    , m_outcomes(analysis.timeline.outcomes)
    , m_arrivals(analysis.arrivals->list)
    , m_runs(analysis.timeline.events.runs())
{
    m_merged[0] = {startOfTime, level};
}

BufferLevelCursor::BufferLevelCursor(const Analysis& analysis, ReceiverTime time, ReceiverSpan level)
    : BufferLevelCursor(analysis, level)
{
    const EventList& events = analysis.timeline.events;
    const auto event = std::ranges::lower_bound(events, time, {}, &TimelineEvent::start);
    m_runs = m_runs.subspan(event.run());
    m_placeInRun = m_runs.empty() ? 0 : static_cast<uint32_t>(event.index()) - m_runs.front().firstIndex;
    const auto arrival = std::ranges::lower_bound(m_arrivals, StoredTime(time), {}, &Arrival::time);
    m_arrivals = m_arrivals.subspan(static_cast<size_t>(arrival - m_arrivals.begin()));
}

// What was merged last is at an end when something comes at another time, or nothing any more.
bool BufferLevelCursor::mergeMore()
{
    if (m_isComplete)
        return false;
    m_merged[0] = m_merged[m_open];
    m_open = 0;
    m_place = m_merged[0].time == startOfTime ? 1 : 0;
    while (m_open <= m_place) {
        if (m_arriving.next == m_arriving.end)
            gatherArrivals();
        if (m_playing.next == m_playing.end)
            gatherPlayout();
        m_isComplete = m_arriving.next == m_arriving.end && m_playing.next == m_playing.end;
        if (m_isComplete)
            return m_place < ++m_open;
        mergeGathered();
    }
    return true;
}

// Until one kind has to be gathered anew; there are no more of one of which nothing is gathered.
void BufferLevelCursor::mergeGathered()
{
    const Change* arriving = m_arriving.next;
    const Change* playing = m_playing.next;
    const Change* const endOfArriving = arriving == m_arriving.end ? nullptr : m_arriving.end;
    const Change* const endOfPlaying = playing == m_playing.end ? nullptr : m_playing.end;
    Level* open = &m_merged[m_open];
    Level merged = *open;
    while (arriving != endOfArriving && playing != endOfPlaying) {
        // Arithmetic instead of comparisons, out of which compilers make branches.
        const int64_t lead = (arriving->time - playing->time).ticks();
        const ReceiverTime time = playing->time + ReceiverSpan(lead & (lead >> 63));
        const auto arrives = static_cast<int64_t>(lead <= 0);
        const auto plays = static_cast<int64_t>(lead >= 0);
        merged.level += ReceiverSpan(arriving->duration.ticks() & -arrives);
        merged.level -= ReceiverSpan(playing->duration.ticks() & -plays);
        arriving += arrives;
        playing += plays;
        open += static_cast<ptrdiff_t>(time != merged.time);
        merged.time = time;
        *open = merged;
    }
    m_open = static_cast<size_t>(open - m_merged.data());
    m_arriving.next = arriving;
    m_playing.next = playing;
}

// Leaves out further copies and packets that are never played.
void BufferLevelCursor::gatherArrivals()
{
    Change* change = m_arriving.list.data();
    m_arriving.next = change;
    while (change == m_arriving.next && !m_arrivals.empty()) {
        const auto looked = m_arrivals.first(std::min(m_arrivals.size(), mostOfAKind));
        for (const Arrival& arrival : looked) {
            *change = {arrival.time, durationOf(arrival.packet)};
            change += !arrival.isDuplicate && m_outcomes[arrival.packet].playout != never ? 1 : 0;
        }
        m_arrivals = m_arrivals.subspan(looked.size());
    }
    *change = {endOfTime, {}};
    m_arriving.end = change;
}

// Leaves out playout that comes from no packet.
void BufferLevelCursor::gatherPlayout()
{
    Change* change = m_playing.list.data();
    m_playing.next = change;
    const Change* const last = change + mostOfAKind;
    while (change < last && !m_runs.empty()) {
        const EventList::Run& run = m_runs.front();
        const uint32_t packets = run.first.kind == EventKind::Packet ? run.count : 0;
        for (; m_placeInRun < packets && change < last; ++m_placeInRun, ++change) {
            const ReceiverTime start = run.first.start + run.first.duration * m_placeInRun;
            *change = {start, durationOf(run.first.packet + m_placeInRun)};
        }
        if (m_placeInRun < packets)
            break;
        m_runs = m_runs.subspan(1);
        m_placeInRun = 0;
    }
    *change = {endOfTime, {}};
    m_playing.end = change;
}

} // namespace core

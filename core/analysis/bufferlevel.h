#pragma once

#include "core/analysis/analysis.h"
#include "core/base/time.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>

namespace core {

// Walks through the changes of the audio held by the buffer: up by a packet's duration when it arrives, down
// when its playout starts. Packets that are never played (late, thrown out, corrupt) are not counted. Changes
// at one time are one change. The analysis has to outlive it.
class BufferLevelCursor {
public:
    explicit BufferLevelCursor(const Analysis& analysis);
    // Continues at `time`, where every change before it adds up to `level`.
    BufferLevelCursor(const Analysis& analysis, ReceiverTime time, ReceiverSpan level);

    // Goes on to the next change; false: there is none.
    bool advance();
    [[nodiscard]] ReceiverTime time() const { return m_time; } // of the change gone to last
    [[nodiscard]] ReceiverSpan level() const { return m_level; } // behind that change

private:
    static constexpr ReceiverTime endOfTime{std::numeric_limits<int64_t>::max()};

    void findArrival();
    void findPlayout();

    std::span<const PacketRecord> m_packets;
    std::span<const PacketOutcome> m_outcomes;
    std::span<const Arrival> m_arrivals; // the next one and all behind it
    std::span<const EventList::Run>
        m_runs; // likewise: the one that holds the next playout, and all behind it
    uint32_t m_place = 0; // of that playout in its run
    ReceiverTime m_nextArrival, m_nextPlayout; // of these
    ReceiverTime m_time;
    ReceiverSpan m_level;
};

inline BufferLevelCursor::BufferLevelCursor(const Analysis& analysis)
    : m_packets(analysis.capture->packets())
    , m_outcomes(analysis.timeline.outcomes)
    , m_arrivals(analysis.arrivals->list)
    , m_runs(analysis.timeline.events.runs())
{
    findArrival();
    findPlayout();
}

inline bool BufferLevelCursor::advance()
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
        m_level -= toReceiverSpan(m_packets[m_runs.front().first.packet + m_place].duration());
        ++m_place;
        findPlayout();
    }
    m_time = time;
    return true;
}

// Leaves out further copies and packets that are never played.
inline void BufferLevelCursor::findArrival()
{
    while (!m_arrivals.empty()
        && (m_arrivals.front().isDuplicate || m_outcomes[m_arrivals.front().packet].playout == never))
        m_arrivals = m_arrivals.subspan(1);
    m_nextArrival = m_arrivals.empty() ? endOfTime : ReceiverTime(m_arrivals.front().time);
}

// Leaves out playout that comes from no packet.
inline void BufferLevelCursor::findPlayout()
{
    while (!m_runs.empty()
        && (m_place == m_runs.front().count || m_runs.front().first.kind != EventKind::Packet)) {
        m_runs = m_runs.subspan(1);
        m_place = 0;
    }
    m_nextPlayout = endOfTime;
    if (!m_runs.empty())
        m_nextPlayout = m_runs.front().first.start + m_runs.front().first.duration * m_place;
}

} // namespace core

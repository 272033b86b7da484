#pragma once

#include "core/analysis/analysis.h"
#include "core/base/time.h"

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
    void findArrival();
    void findPlayout();

    std::span<const PacketRecord> m_packets;
    std::span<const PacketOutcome> m_outcomes;
    std::span<const Arrival> m_arrivals; // the next one and all behind it
    std::span<const TimelineEvent> m_events; // likewise
    ReceiverTime m_nextArrival, m_nextPlayout; // of these
    ReceiverTime m_time;
    ReceiverSpan m_level;
};

} // namespace core

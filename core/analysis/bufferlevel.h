#pragma once

#include "core/analysis/analysis.h"
#include "core/base/time.h"

#include <cstddef>
#include <cstdint>

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
    void skipOthers();
    [[nodiscard]] ReceiverTime nextArrival() const;
    [[nodiscard]] ReceiverTime nextPlayout() const;

    const Analysis* m_analysis;
    size_t m_arrival = 0; // next in Arrivals::list
    size_t m_event = 0; // next in Timeline::events
    ReceiverTime m_time;
    ReceiverSpan m_level;
};

} // namespace core

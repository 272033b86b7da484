#pragma once

#include "core/analysis/analysis.h"
#include "core/base/time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace core {

// Walks through the changes of the audio held by the buffer: up by a packet's duration when it arrives, down
// when its playout starts. Packets that are never played (late, thrown out, corrupt) are not counted. Changes
// at one time are one change. Which kind comes next can't be foretold, so that many at a time are gathered of
// each and merged without branches. The analysis has to outlive it.
class BufferLevelCursor {
public:
    explicit BufferLevelCursor(const Analysis& analysis)
        : BufferLevelCursor(analysis, ReceiverSpan())
    {
    }
    BufferLevelCursor(const BufferLevelCursor&) = delete;
    BufferLevelCursor& operator=(const BufferLevelCursor&) = delete;
    ~BufferLevelCursor() = default;
    // Continues at `time`, where every change before it adds up to `level`.
    BufferLevelCursor(const Analysis& analysis, ReceiverTime time, ReceiverSpan level);

    // Goes on to the next change; false: there is none.
    [[nodiscard]] bool advance() { return ++m_place < m_open || mergeMore(); }
    [[nodiscard]] ReceiverTime time() const { return m_merged[m_place].time; } // of the change gone to last
    [[nodiscard]] ReceiverSpan level() const { return m_merged[m_place].level; } // behind that change

private:
    static constexpr ReceiverTime startOfTime{std::numeric_limits<int64_t>::min()};
    static constexpr ReceiverTime endOfTime{std::numeric_limits<int64_t>::max() / 2};
    static constexpr size_t mostOfAKind = 64;

    struct Change {
        ReceiverTime time;
        ReceiverSpan duration; // of the packet
    };
    // The next changes of one kind. Behind the last one: endOfTime.
    struct Changes {
        std::array<Change, mostOfAKind + 1> list;
        const Change* next = list.data();
        const Change* end = list.data();
    };
    struct Level {
        ReceiverTime time;
        ReceiverSpan level; // behind the changes of that time
    };

    BufferLevelCursor(const Analysis& analysis, ReceiverSpan level);
    [[nodiscard]] bool mergeMore();
    void mergeGathered();
    void gatherArrivals();
    void gatherPlayout();
    [[nodiscard]] ReceiverSpan durationOf(uint32_t packet) const
    {
        return toReceiverSpan(m_packets[packet].duration());
    }

    std::span<const PacketRecord> m_packets;
    std::span<const PacketOutcome> m_outcomes;
    std::span<const Arrival> m_arrivals; // behind those gathered
    std::span<const EventList::Run> m_runs; // likewise: the one that goes on, and all behind it
    uint32_t m_placeInRun = 0; // how far that one is gathered
    Changes m_arriving, m_playing;
    std::array<Level, 2 * mostOfAKind + 2> m_merged;
    size_t m_place = 0; // of the change gone to last
    size_t m_open = 0; // of the last one merged: more may come at the same time
    bool m_isComplete = false; // all is merged: m_open is behind it
};

} // namespace core

#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace core {

struct Analysis;

// What is counted of the packets. Reordered and Duplicate are counted beside the fate, not instead of it.
enum class Mark : uint8_t { Played, Late, Lost, Overflow, Corrupt, Reordered, Duplicate };
inline constexpr size_t markCount = 7;

// Where a stretch of playout comes from.
enum class Origin : uint8_t { Decoded, Fec, Concealed, Silence, Stall };
inline constexpr size_t originCount = 5;

// Lowest and highest of some times in µs, limited to ± 35 minutes. Nothing entered: isEmpty.
struct PlotRange {
    int32_t low = std::numeric_limits<int32_t>::max();
    int32_t high = std::numeric_limits<int32_t>::min();

    [[nodiscard]] bool isEmpty() const { return low > high; }
    void include(ReceiverSpan span)
    {
        const auto value = static_cast<int32_t>(std::clamp<int64_t>(
            span.ticks(), -std::numeric_limits<int32_t>::max(), std::numeric_limits<int32_t>::max()));
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void include(const PlotRange& other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
    bool operator==(const PlotRange&) const = default;
};

// What a stretch of time holds. Packets belong to the stretch in which they were sent, playout and buffered
// audio to that in which they happen.
struct PlotCell {
    PlotRange delay; // arrival - send time of the packets that were not late
    PlotRange late; // the same of those that were
    PlotRange due; // due - send time of packets that had a due time
    PlotRange buffered; // audio held by the buffer
    std::array<uint32_t, markCount> counts{}; // by Mark
    std::array<int64_t, originCount> playout{}; // µs, by Origin

    [[nodiscard]] uint32_t count(Mark mark) const { return counts[static_cast<size_t>(mark)]; }
    [[nodiscard]] ReceiverSpan from(Origin origin) const
    {
        return ReceiverSpan(playout[static_cast<size_t>(origin)]);
    }
    // As Statistics count it: PLC and silence. A stall is told apart.
    [[nodiscard]] ReceiverSpan concealed() const { return from(Origin::Concealed) + from(Origin::Silence); }
    [[nodiscard]] ReceiverSpan played() const;
    void include(const PlotCell& other);
    bool operator==(const PlotCell&) const = default;
};

// What the lanes draw instead of millions of packets: cells for stretches of a power of two microseconds,
// about ten packets each (twenty in captures of many hours), and for stretches 4, 16, 64 … times as long.
// Built once per analysis, off the GUI thread; immutable, shared as std::shared_ptr<const PlotLevels>. Single
// packets are never copied: what is asked for in fine steps is read from the analysis itself, which has to be
// the one it was built from.
class PlotLevels {
public:
    [[nodiscard]] static PlotLevels build(const Analysis& analysis);

    // End of all that can be shown: sent, arrived or played.
    [[nodiscard]] ReceiverTime end() const { return m_end; }
    // The longest time any copy was under way.
    [[nodiscard]] ReceiverSpan longestDelay() const { return m_longestDelay; }
    // The first copy arrived after a packet that was sent later (RFC 4737).
    [[nodiscard]] bool isReordered(uint32_t packet) const { return (m_marks[packet] & reorderedBit) != 0; }
    [[nodiscard]] bool isDuplicated(uint32_t packet) const { return (m_marks[packet] & duplicatedBit) != 0; }
    // Audio held at `time`, before the changes at that very time.
    [[nodiscard]] ReceiverSpan bufferedAt(const Analysis& analysis, ReceiverTime time) const;

    // Fills one cell for each of out, which together cover [begin, end) evenly. Cost: a few cells a column,
    // or the packets of the range where they are few.
    void query(const Analysis& analysis, ReceiverTime begin, ReceiverTime end, std::span<PlotCell> out) const;
    // The length of the stretches that such a query puts into columns as a whole, by their middle (at most a
    // quarter of a column); 0: every packet and playout is put into its own column exactly.
    [[nodiscard]] ReceiverSpan resolution(ReceiverTime begin, ReceiverTime end, size_t columns) const;

private:
    static constexpr uint8_t reorderedBit = 1;
    static constexpr uint8_t duplicatedBit = 2;

    class Builder;
    [[nodiscard]] int levelFor(ReceiverTime begin, ReceiverTime end, size_t columns) const; // -1: exact

    int m_shift = 0; // the finest cells are 2^m_shift µs long
    ReceiverTime m_end;
    ReceiverSpan m_longestDelay;
    std::vector<std::vector<PlotCell>> m_levels;
    std::vector<ReceiverSpan> m_bufferedAtStart; // of each finest cell
    std::vector<uint8_t> m_marks; // one a packet
};

// Index of the first packet sent at or after `time`; packets().size() if there is none.
[[nodiscard]] uint32_t firstPacketSentFrom(const Analysis& analysis, ReceiverTime time);
[[nodiscard]] ReceiverTime sendTimeOf(const Analysis& analysis, uint32_t packet);
// Index of the event that sounds at `time`, the first or last one if it lies outside; 0 if there are none.
[[nodiscard]] size_t eventAt(const Analysis& analysis, ReceiverTime time);
struct TimelineEvent;
[[nodiscard]] Origin originOf(const TimelineEvent& event);

} // namespace core

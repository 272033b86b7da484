#pragma once

#include <QString>

namespace ui {

// What the statistics of an analysis tell, one by one.
enum class Statistic : uint8_t {
    PacketsSent,
    PacketsPlayed,
    Lost,
    Late,
    Overflow,
    Corrupt,
    FecRecovered,
    Reordered,
    Duplicates,
    Concealed,
    Stalled,
    ConcealedOrStalled,
    Gaps,
    LongestGap,
    Jitter,
    DelayP50,
    DelayP95,
    DelayP99,
    WaitMean,
    WaitP95,
    MouthToEar,
    Playout,
};

// The one name and the one definition that a statistic has wherever it is shown.
[[nodiscard]] QString labelOf(Statistic statistic);
[[nodiscard]] QString definitionOf(Statistic statistic);

} // namespace ui

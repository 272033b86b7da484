#pragma once

#include "core/analysis/plotlevels.h"
#include "core/playout/timeline.h"

#include <array>

namespace core {

// Counts a packet in the cell of the stretch in which it was sent.
inline void enterPacket(PlotCell& cell, const PacketOutcome& outcome, ReceiverTime sent)
{
    // In the order of Fate.
    static constexpr std::array<Mark, 5> marks{
        Mark::Played, Mark::Lost, Mark::Late, Mark::Overflow, Mark::Corrupt};
    ++cell.counts[static_cast<size_t>(marks[static_cast<size_t>(outcome.fate)])];
    if (outcome.arrival != never)
        (outcome.fate == Fate::Late ? cell.late : cell.delay).include(outcome.arrival - sent);
    if (outcome.due != never)
        cell.due.include(outcome.due - sent);
}

} // namespace core

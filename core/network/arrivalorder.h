#pragma once

#include "core/network/simulator.h"

#include <cstddef>
#include <vector>

namespace core {

// Brings arrivals into the order of their times while more are put behind them; what has the same time stays
// in the order it stands in. A network mostly disturbs the order of sending only a little, so this costs
// about one comparison an arrival then, and never more than n log n.
class ArrivalOrder {
public:
    // expected: how many there will be, about. The arrivals have to outlive it.
    ArrivalOrder(std::vector<Arrival>& arrivals, size_t expected);

    // Sorts in what has come since the last time, unless there is too much disorder to do so now.
    void sortNew();
    // Sorts everything, wherever sortNew() has got to.
    void finish();

private:
    std::vector<Arrival>& m_arrivals;
    size_t m_sorted = 0; // this many stand in order
    size_t m_budget; // of shifts
};

} // namespace core

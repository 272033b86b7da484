#pragma once

#include "core/network/simulator.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace core {

// Brings arrivals into the order of their times while more are put behind them; what has the same time stays
// in the order it stands in. A network mostly disturbs the order of sending only a little: then each arrival
// is moved past those it overtakes. Where many are overtaken, they are first dealt into short stretches of
// time, which costs the same however far they are apart. Never more than n log n.
class ArrivalOrder {
public:
    // expected: how many there will be, about. The arrivals have to outlive it.
    ArrivalOrder(LargeVector<Arrival>& arrivals, size_t expected);

    // Sorts in what has come since the last time, if that is enough to be worth while and unless there is too
    // much disorder to do so now.
    void sortNew();
    // Sorts everything, wherever sortNew() has got to.
    void finish();

private:
    static constexpr size_t portion = 1024; // arrivals sorted in at a time
    static constexpr size_t farthest = 3 * portion - 1; // among those sorted before
    static constexpr size_t mostStretches = 4096;
    struct Disorder {
        ReceiverTime first, last;
        size_t descents = 0; // arrivals earlier than the one before them
    };

    void sortUpTo(size_t end);
    void insertAll(size_t begin, size_t end);
    [[nodiscard]] Disorder disorderOf(size_t begin, size_t end) const;
    [[nodiscard]] size_t deal(size_t begin, size_t end);
    void dealBetween(size_t begin, size_t end, ReceiverTime first, ReceiverTime last);

    LargeVector<Arrival>& m_arrivals;
    size_t m_sorted = 0; // this many stand in order
    size_t m_budget; // of shifts
    bool m_isDisturbed = false; // much had to be moved in the portion sorted last
    std::vector<Arrival> m_dealt;
    std::array<uint16_t, mostStretches + 1> m_places{};
};

} // namespace core

#pragma once

#include "core/network/settings.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace core {

// Yes or no for each packet in turn, from 64 random bits each, in a chain of two states: P(yes) is `start`
// for the first packet, `stay` after a yes, `enter` after a no. As long as enter ≤ stay, raising any of them
// keeps every yes that there was.
class TwoStateChain {
public:
    struct Rates {
        double start = 0, enter = 0, stay = 0;
    };
    explicit TwoStateChain(Rates rates)
        : m_enter(thresholdOf(rates.enter))
        , m_stay(thresholdOf(rates.stay))
        , m_threshold(thresholdOf(rates.start))
    {
    }

    [[nodiscard]] bool next(uint64_t bits)
    {
        const bool isYes = bits >> 12 < m_threshold;
        m_threshold = isYes ? m_stay : m_enter;
        return isYes;
    }

private:
    // How many of the 2^52 values that the upper bits can have mean yes: those for which CounterRandom::unit
    // is below the rate.
    [[nodiscard]] static uint64_t thresholdOf(double rate)
    {
        const double values = std::ceil(rate * 0x1p52 - 0.5);
        return values > 0 ? static_cast<uint64_t>(std::min(values, 0x1p52)) : 0;
    }

    uint64_t m_enter, m_stay;
    uint64_t m_threshold;
};

// Losses: long-run share `rate`, mean run `burst` (Gilbert-Elliott: the good state loses nothing, the bad one
// everything). A burst below the smallest possible one counts as that.
[[nodiscard]] TwoStateChain::Rates lossRates(const NetworkSettings::Loss& loss);
// Long-run share `rate`, lag-1 correlation of the decisions `correlation`.
[[nodiscard]] TwoStateChain::Rates correlatedRates(double rate, double correlation);

} // namespace core

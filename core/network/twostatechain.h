#pragma once

#include "core/network/settings.h"

namespace core {

// Yes or no for each packet in turn, from one uniform draw each, in a chain of two states: P(yes) is `start`
// for the first packet, `stay` after a yes, `enter` after a no. As long as enter ≤ stay, raising any of them
// keeps every yes that there was.
class TwoStateChain {
public:
    struct Rates {
        double start = 0, enter = 0, stay = 0;
    };
    explicit TwoStateChain(Rates rates)
        : m_rates(rates)
        , m_threshold(rates.start)
    {
    }

    [[nodiscard]] bool next(double unit)
    {
        const bool isYes = unit < m_threshold;
        m_threshold = isYes ? m_rates.stay : m_rates.enter;
        return isYes;
    }

private:
    Rates m_rates;
    double m_threshold;
};

// Losses: long-run share `rate`, mean run `burst` (Gilbert-Elliott: the good state loses nothing, the bad one
// everything). A burst below the smallest possible one counts as that.
[[nodiscard]] TwoStateChain::Rates lossRates(const NetworkSettings::Loss& loss);
// Long-run share `rate`, lag-1 correlation of the decisions `correlation`.
[[nodiscard]] TwoStateChain::Rates correlatedRates(double rate, double correlation);

} // namespace core

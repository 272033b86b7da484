#include "core/network/twostatechain.h"

#include <algorithm>

namespace core {

TwoStateChain::Rates lossRates(const NetworkSettings::Loss& loss)
{
    if (loss.model == LossModel::None || loss.rate <= 0)
        return {};
    if (loss.model == LossModel::Random || loss.rate >= 1)
        return {.start = loss.rate, .enter = loss.rate, .stay = loss.rate};
    // Mean run 1 / leave; the share of bad packets is enter / (enter + leave).
    const double leave = 1 / std::max(loss.burst, smallestBurst(loss.rate));
    const double enter = std::min(1.0, leave * loss.rate / (1 - loss.rate));
    return {.start = loss.rate, .enter = enter, .stay = 1 - leave};
}

TwoStateChain::Rates correlatedRates(double rate, double correlation)
{
    return {.start = rate, .enter = rate * (1 - correlation), .stay = rate + correlation * (1 - rate)};
}

} // namespace core

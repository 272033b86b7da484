#pragma once

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/network/settings.h"

#include <cstdint>

namespace core {

class QuantileTable;

// Network delay, one packet after the other: the fixed delay plus jitter of the chosen distribution,
// correlated from packet to packet. Never below 0.
class DelaySource {
public:
    DelaySource(const NetworkSettings& settings, uint64_t seed);

    // Of the next packet in the order of sending, starting with packet 0.
    [[nodiscard]] ReceiverSpan next();
    // Of a further copy: same distribution, independent of all others. `copy` numbers the copies.
    [[nodiscard]] ReceiverSpan ofCopy(uint64_t copy) const;

private:
    [[nodiscard]] ReceiverSpan fromUnit(double unit) const;
    [[nodiscard]] ReceiverSpan fromNormal(double z) const;
    [[nodiscard]] ReceiverSpan fromShape(double shape) const;

    CounterRandom m_draws, m_copyDraws;
    JitterModel m_model;
    double m_delayUs, m_spreadUs;
    const QuantileTable* m_table = nullptr; // of uniform and gamma
    double m_correlation = 0, m_innovation = 1; // of the normal sequence
    double m_normal = 0;
    uint64_t m_packet = 0;
};

} // namespace core

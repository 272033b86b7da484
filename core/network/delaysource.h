#pragma once

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/network/settings.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace core {

class QuantileTable;

// Network delay, one packet after the other: the fixed delay plus jitter of the chosen distribution,
// correlated from packet to packet. Never below 0.
class DelaySource {
public:
    DelaySource(const NetworkSettings& settings, uint64_t seed);

    // Of the next packet in the order of sending, starting with packet 0.
    [[nodiscard]] ReceiverSpan next()
    {
        if (m_place == blockSize)
            drawBlock();
        return m_block[m_place++];
    }
    // Of a further copy: same distribution, independent of all others. `copy` numbers the copies.
    [[nodiscard]] ReceiverSpan ofCopy(uint64_t copy) const;

    // Of the next blockSize packets. Valid until the next call. Not to be mixed with next().
    [[nodiscard]] std::span<const ReceiverSpan, 64> nextBlock()
    {
        drawBlock();
        return m_block;
    }
    static constexpr size_t blockSize = 64; // many at a time are quicker than one by one

private:
    void drawBlock();
    void correlate(std::span<double> normals);
    [[nodiscard]] ReceiverSpan fromUnit(double unit) const;
    [[nodiscard]] ReceiverSpan fromNormal(double z) const;
    [[nodiscard]] ReceiverSpan fromShape(double shape) const;

    CounterRandom m_draws, m_copyDraws;
    JitterModel m_model;
    double m_delayUs, m_spreadUs;
    const QuantileTable* m_table = nullptr; // of uniform and gamma
    double m_correlation = 0, m_innovation = 1; // of the normal sequence
    double m_normal = 0;
    uint64_t m_packet = 0; // first of the next block
    std::array<ReceiverSpan, blockSize> m_block{};
    size_t m_place = blockSize; // of the next packet in the block
};

} // namespace core

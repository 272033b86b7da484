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

    // Of the next packets in the order of sending, starting with packet 0. Each call but the last asks for a
    // multiple of blockSize, because many at a time are quicker than one by one.
    void draw(std::span<ReceiverSpan> out);
    // Of packets out of a longer sequence, at these places in it; instead of draw(). Correlation goes on from
    // one to the next.
    void drawAt(std::span<const uint32_t> places, std::span<ReceiverSpan> out);
    static constexpr size_t blockSize = 64;
    // Of a further copy: same distribution, independent of all others. `copy` numbers the copies. Can be
    // asked while another thread draws.
    [[nodiscard]] ReceiverSpan ofCopy(uint64_t copy) const;

private:
    using Block = std::array<double, blockSize>;

    void drawBlock(std::span<ReceiverSpan, blockSize> out);
    // From uniform numbers.
    void bend(Block& units, std::span<ReceiverSpan, blockSize> out);
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
    uint64_t m_packet = 0; // first of the next block, counted as drawn
};

} // namespace core

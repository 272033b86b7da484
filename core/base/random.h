#pragma once

#include <bit>
#include <cstdint>

namespace core {

// One stream of random numbers an impairment, so that none shifts another's draws.
enum class DrawStream : uint8_t {
    Loss = 1,
    Delay,
    Reorder,
    Duplicate,
    DuplicateDelay,
};

// Counter-based generator: every draw is a pure function of (seed, stream, index), so that changing one
// setting leaves all other draws where they were. The mixer is SplitMix64's finaliser (Steele, Lea, Flood
// 2014), applied to the counter times an odd constant plus a key; the key is itself the mix of seed and
// stream.
class CounterRandom {
public:
    constexpr CounterRandom(uint64_t seed, DrawStream stream)
        : m_key(mixed(mixed(seed + gamma) + static_cast<uint64_t>(stream) * gamma))
    {
    }

    // 64 uniform bits.
    [[nodiscard]] constexpr uint64_t bits(uint64_t index) const { return mixed(m_key + (index + 1) * gamma); }

    // Uniform in the open interval (0, 1), 53 bits: never 0, never 1.
    [[nodiscard]] constexpr double unit(uint64_t index) const
    {
        // 52 bits become a number as the mantissa of one between 2^52 and 2^53, for which processors need no
        // conversion.
        const auto lifted = std::bit_cast<double>(bits(index) >> 12U | 0x4330000000000000U);
        return (lifted - 0x1p52 + 0.5) * 0x1p-52;
    }

private:
    static constexpr uint64_t gamma = 0x9e3779b97f4a7c15U;

    static constexpr uint64_t mixed(uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }

    uint64_t m_key;
};

} // namespace core

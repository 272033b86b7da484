#pragma once

#include "core/base/time.h"

#include <cstdint>

namespace core {

enum class JitterModel : uint8_t { None, Uniform, Normal, Gamma };
enum class LossModel : uint8_t { None, Random, GilbertElliott };

// The simulated network. Rates and correlations are fractions of 1. The default network does nothing.
struct NetworkSettings {
    // Centre of the delay for uniform and normal, floor for gamma; 0 … 10 s. A delay below 0 becomes 0.
    ReceiverSpan delay{};
    struct Jitter {
        JitterModel model = JitterModel::Normal;
        // Uniform: half width. Normal and gamma (shape 1.25): standard deviation. 0 … 10 s.
        ReceiverSpan spread{};
        double correlation = 0; // lag-1 correlation of the delays that come out, 0 … 0.999
        bool keepOrder = false; // no packet overtakes another

        bool operator==(const Jitter&) const = default;
    } jitter;
    struct Loss {
        LossModel model = LossModel::Random;
        double rate = 0; // long-run share of packets lost, 0 … 1
        double burst = 1; // Gilbert-Elliott: mean run of losses in packets, 1 … 1000

        bool operator==(const Loss&) const = default;
    } loss;
    struct Reorder {
        double rate = 0; // share of packets (of those the gap lets through) that skip the delay, 0 … 1
        double correlation = 0; // 0 … 0.999
        int gap = 1; // every gap-th packet is a candidate, as in netem; 1 … 1000

        bool operator==(const Reorder&) const = default;
    } reorder;
    double duplicateRate = 0; // 0 … 1; a duplicate draws its own delay
    double driftPpm =
        0; // > 0: the sender's clock is fast, media time m leaves at m / (1 + drift * 1e-6); -1000 … 1000

    bool operator==(const NetworkSettings&) const = default;
};

// Smallest mean burst that a Gilbert-Elliott network can have at this loss rate: the good state must be left
// with probability at most 1. Above it any burst is possible.
[[nodiscard]] constexpr double smallestBurst(double rate)
{
    return rate > 0.5 && rate < 1 ? rate / (1 - rate) : 1.0;
}

} // namespace core

#pragma once

#include <cstddef>
#include <future>
#include <utility>

namespace core {

// Starts a piece of work beside what the caller goes on with: on a thread of its own where it concerns so
// many packets that this pays (a thread costs about as much as the work for a few thousand), otherwise when
// its result is asked for. The future waits for it in its destructor, and hands on what it throws.
template <typename Work> [[nodiscard]] auto startBeside(size_t packets, Work work)
{
    constexpr size_t packetsWorthAThread = 20'000;
    const auto policy =
        packets < packetsWorthAThread ? std::launch::deferred : std::launch::async | std::launch::deferred;
    return std::async(policy, std::move(work));
}

} // namespace core

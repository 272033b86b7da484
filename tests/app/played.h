#pragma once

#include "app/audioring.h"
#include "core/analysis/analysis.h"

#include <chrono>
#include <memory>
#include <vector>

namespace test {

inline constexpr size_t packetCount = 100; // of 20 ms
inline constexpr int64_t packetUs = 20000;

// A gliding tone of two seconds with pre-skip and end trimming.
[[nodiscard]] std::shared_ptr<const core::Capture> toneCapture(int channels);
// Every packet is played, from startUs on, with a stall of stallUs in front of one of them.
[[nodiscard]] std::shared_ptr<const core::Analysis> analysisWithStall(
    const std::shared_ptr<const core::Capture>& capture, int64_t startUs, int64_t stallUs,
    uint32_t stalledPacket = 50);
// Silence from a packet on.
[[nodiscard]] std::shared_ptr<const core::Analysis> analysisSilentFrom(
    const std::shared_ptr<const core::Capture>& capture, uint32_t firstSilent);

// What the renderer makes of it, as two speakers play it.
using Frames = std::vector<app::AudioRing::Frame>;
[[nodiscard]] Frames received(const std::shared_ptr<const core::Analysis>& analysis);
[[nodiscard]] Frames original(const std::shared_ptr<const core::Capture>& capture);

[[nodiscard]] constexpr size_t framesOf(int64_t milliseconds)
{
    return static_cast<size_t>(milliseconds) * 48;
}

} // namespace test

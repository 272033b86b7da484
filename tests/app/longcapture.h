#pragma once

#include "core/analysis/scenario.h"

#include <QString>

namespace test {

inline constexpr size_t packetsOfAnHour = 180000;
inline constexpr size_t packetsOfADay = 24 * packetsOfAnHour;

// An Ogg file of so many packets of 20 ms that can be decoded: ten seconds of a tone, over and over. False:
// it could not be written.
[[nodiscard]] bool writeLongCapture(const QString& path, size_t packets);
// Jitter and bursts of loss, so that there is something to be seen everywhere.
[[nodiscard]] core::Scenario lossyScenario();

} // namespace test

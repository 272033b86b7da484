#pragma once

#include "core/analysis/statistics.h"

#include <cstdint>
#include <span>

namespace core {

// Summary of delays in microseconds. Exact; cost a few ns a value whatever their distribution.
[[nodiscard]] DelaySummary summarize(std::span<const int64_t> delaysUs);
[[nodiscard]] DelaySummary summarize(std::span<const int32_t> delaysUs);

} // namespace core

#pragma once

#include "core/analysis/analysis.h"
#include "core/base/error.h"
#include "core/base/job.h"

#include <filesystem>

namespace core {

// What arrived, in order of arrival, duplicates and corrupt packets too, each with its arrival time and, as
// stamped frame v0, with its stamp in whole milliseconds. Wall clock: that of the capture; a capture that has
// none starts at the Unix epoch. Stamps say nothing of pre-skip and end trimming, so these are lost. Errors:
// Unsupported (several streams in a packet, which no stamped frame can hold), WriteFailed, Cancelled.
[[nodiscard]] Result<void> writeStamped(
    const Analysis& analysis, const std::filesystem::path& path, const JobControl& job);

} // namespace core

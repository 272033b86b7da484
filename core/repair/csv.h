#pragma once

#include "core/analysis/analysis.h"
#include "core/base/error.h"
#include "core/base/job.h"

#include <filesystem>

namespace core {

// The two CSV tables of DESIGN §6. An empty cell = does not exist. Errors: WriteFailed, Cancelled.
[[nodiscard]] Result<void> writePacketsCsv(
    const Analysis& analysis, const std::filesystem::path& path, const JobControl& job = {});
[[nodiscard]] Result<void> writeTimelineCsv(
    const Analysis& analysis, const std::filesystem::path& path, const JobControl& job = {});

} // namespace core

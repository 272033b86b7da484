#pragma once

#include "core/analysis/analysis.h"
#include "core/base/error.h"
#include "core/base/job.h"

#include <filesystem>

namespace core {

// The stream as it can be put together from what arrived: every decodable packet that arrived, in time or
// not, bit for bit and at its place; PLC-request packets in place of all others (RFC 7845 §4.1). Header,
// tags, pre-skip and total length are those of the capture; a stamped capture, which has no pre-skip, gets
// one empty frame in front to skip. Jumps of the stamps up to the scenario's epsilon are rounding, not gaps.
// Errors: TooLarge (more than 24 hours would have to be filled), WriteFailed, Cancelled.
[[nodiscard]] Result<void> writeRepairedOgg(
    const Analysis& analysis, const std::filesystem::path& path, const JobControl& job);

} // namespace core

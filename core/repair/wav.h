#pragma once

#include "core/analysis/analysis.h"
#include "core/base/error.h"
#include "core/base/job.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace core {

// What was heard: 48 kHz, 32-bit float. Up to two channels in the plain form, more with a channel mask and in
// the order of WAVE where the mapping family says which channel is which. Errors: TooLarge (more than 4 GiB;
// nothing is rendered then), CodecFailed, Unsupported, WriteFailed, Cancelled.
[[nodiscard]] Result<void> writeWav(const std::shared_ptr<const Analysis>& analysis,
    const std::filesystem::path& path, const JobControl& job);

// All bytes in front of the samples. Errors: TooLarge.
[[nodiscard]] Result<std::vector<uint8_t>> wavHeader(int64_t frames, const OpusHead& head);

} // namespace core

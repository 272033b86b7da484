#pragma once

#include "core/analysis/analysis.h"
#include "core/base/error.h"
#include "core/base/job.h"
#include "core/opus/encoder.h"

#include <filesystem>
#include <memory>

namespace core {

// What was heard, encoded again: mono or stereo, 20 ms packets, as many samples as were heard. The output
// gain is part of the sound then, and 0 in the header. Errors: Unsupported (more than two channels),
// CodecFailed, WriteFailed, Cancelled.
[[nodiscard]] Result<void> writeConcealedOgg(const std::shared_ptr<const Analysis>& analysis,
    const std::filesystem::path& path, const JobControl& job);

// Somewhat above the bit rate of the capture, because coding twice costs; its kind of signal.
[[nodiscard]] EncoderSettings settingsLike(const Capture& capture);

} // namespace core

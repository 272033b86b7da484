#pragma once

#include "core/analysis/analysis.h"
#include "core/base/error.h"
#include "core/base/job.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace core {

enum class ExportKind : uint8_t {
    RepairedOgg, // RFC 7845 §4.1: packets received kept bit for bit, PLC-request packets in place of the
                 // others
    ConcealedOgg, // what was heard, encoded again
    Wav, // what was heard, 32-bit float, 48 kHz
    Stamped, // what arrived, with arrival times
};

// Writes one file; it appears under its name only when complete. What is on disk already stays untouched on
// any error. Errors: WriteFailed, CodecFailed, Unsupported, TooLarge (a WAV above 4 GiB), Cancelled.
[[nodiscard]] Result<void> exportAnalysis(const std::shared_ptr<const Analysis>& analysis, ExportKind kind,
    const std::filesystem::path& path, const JobControl& job = {});

} // namespace core

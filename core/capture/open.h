#pragma once

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/capture/capture.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace core {

// Opens a capture of any known format, told by content, not by name ("-" = standard input). Text captures are
// tried last and need the ending .txt or .hex, or nothing but hexadecimal lines. Errors: those of readFile,
// UnknownFormat, NothingReadable, Unsupported, Cancelled.
[[nodiscard]] Result<std::shared_ptr<const Capture>> openCapture(
    const std::filesystem::path& path, const JobControl& job = {});

// The same for bytes already in memory; `name` is used for display and for the ending. Memory that is handed
// over may be given back before all is done.
[[nodiscard]] Result<std::shared_ptr<const Capture>> parseCapture(
    Bytes file, const std::string& name, const JobControl& job = {});
[[nodiscard]] Result<std::shared_ptr<const Capture>> parseCapture(
    std::vector<uint8_t>&& file, const std::string& name, const JobControl& job = {});

} // namespace core

#pragma once

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/capture/capture.h"

namespace core {

// Reader of Ogg Opus files: the first Opus stream, packets missing from the file entered as such. Errors:
// those of readOpusStream.
[[nodiscard]] Result<Capture::Parts> readOggCapture(Bytes file, const JobControl& job = {});

} // namespace core

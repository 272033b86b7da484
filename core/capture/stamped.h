#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/job.h"
#include "core/capture/capture.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace core {

enum class StampVersion : uint8_t { V0, V1 };

// A stamped frame: 8 bytes of time stamp in front of an Opus packet. v0: int64 big-endian ms since the Unix
// epoch; v1: the byte 0x01 and 56 bits of ms. The first byte tells them apart.
struct StampedFrame {
    int64_t stampMs = 0;
    Bytes packet; // a view into the parsed bytes; not checked
    StampVersion version = StampVersion::V0;
};

// Errors: InvalidValue for fewer than 9 bytes.
[[nodiscard]] Result<StampedFrame> parseStampedFrame(Bytes bytes);
// v1 takes stamps of 0 … 2^56 - 1; v0 any whose first byte is not 0x01. Errors: OutOfRange.
[[nodiscard]] Result<std::vector<uint8_t>> makeStampedFrame(
    int64_t stampMs, Bytes packet, StampVersion version);

// Readers of the stamped forms (DESIGN §5). Those that are handed the file give its memory back as soon as
// all records are read, before these are sorted: of a day each takes hundreds of megabytes. Errors:
// NothingReadable, Cancelled.
[[nodiscard]] Result<Capture::Parts> readStamped(Bytes file, const JobControl& job = {});
[[nodiscard]] Result<Capture::Parts> readStamped(std::vector<uint8_t>&& file, const JobControl& job = {});
[[nodiscard]] Result<Capture::Parts> readStampedHeaderless(Bytes file, const JobControl& job = {});
[[nodiscard]] Result<Capture::Parts> readStampedHeaderless(
    std::vector<uint8_t>&& file, const JobControl& job = {});
[[nodiscard]] Result<Capture::Parts> readStampedText(Bytes file, const JobControl& job = {});

// Writes a `.stamped` capture: the magic, then records. Nothing is visible under the name before finish().
class StampedWriter {
public:
    [[nodiscard]] static Result<StampedWriter> create(const std::filesystem::path& path);
    // arrivalUs: µs since the Unix epoch, or nothing if unknown. Errors: WriteFailed, TooLarge (frame above
    // 2^32 - 1 bytes).
    [[nodiscard]] Result<void> write(std::optional<int64_t> arrivalUs, Bytes stampedFrame);
    [[nodiscard]] Result<void> finish();

private:
    explicit StampedWriter(PendingFile file);
    [[nodiscard]] Result<void> flush();
    PendingFile m_file;
    std::vector<uint8_t> m_buffer;
};

} // namespace core

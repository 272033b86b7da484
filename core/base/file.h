#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/job.h"

#include <filesystem>
#include <vector>

namespace core {

// The whole file, or standard input for "-". Errors: NotFound, NotReadable, IsDirectory, Empty, TooLarge
// (more than 8 GiB, or 1 GiB from where the size is not known beforehand), OutOfMemory, Cancelled. Works for
// pipes and devices too.
[[nodiscard]] Result<std::vector<uint8_t>> readFile(
    const std::filesystem::path& path, const JobControl& job = {});

// Both name one regular file that exists, through links or not. "-" is standard input.
[[nodiscard]] bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b);

// Writes a file that appears under its name only when complete: the bytes go to a temporary file beside it,
// which commit() flushes, renames and thereby replaces what was there. Destroyed without commit, it leaves
// nothing behind and an older file untouched. Path "-" is standard output. A target that exists and is not a
// regular file (a device, a pipe) is written directly.
class PendingFile {
public:
    [[nodiscard]] static Result<PendingFile> create(const std::filesystem::path& path);

    PendingFile(PendingFile&& other) noexcept;
    PendingFile& operator=(PendingFile&& other) noexcept;
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;
    ~PendingFile();

    // Appends. Errors: WriteFailed with the operating system's words.
    [[nodiscard]] Result<void> write(Bytes bytes);
    // Makes the file visible. Nothing may be written afterwards. Errors: WriteFailed.
    [[nodiscard]] Result<void> commit();

private:
    PendingFile() = default;
    void discard() noexcept;

    std::filesystem::path m_target;
    std::filesystem::path m_temporary; // empty: the target itself is written
    int m_descriptor = -1;
};

} // namespace core

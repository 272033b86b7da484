#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace core {

// What a caller can act on. The words for it are made in ui and app.
enum class ErrorCode : uint8_t {
    NotFound,
    NotReadable, // exists, but permissions or the device refuse
    IsDirectory,
    Empty,
    UnknownFormat, // none of the readers recognises it
    NothingReadable, // recognised, but not a single packet could be read
    Unsupported, // recognised and valid, but not handled here
    InvalidValue, // a value that makes no sense where it stands; detail names it
    OutOfRange, // a value outside its range; detail names it and the range
    WriteFailed,
    CodecFailed, // libopus refused; detail holds its words
    TooLarge, // more than this machine should try to hold
    OutOfMemory, // more than this machine can hold now
    Cancelled,
};

// detail: the name of a key, a limit or the operating system's words; never a whole sentence for the user.
struct Error {
    ErrorCode code = ErrorCode::NotReadable;
    std::string detail;
    std::optional<uint64_t> byteOffset;

    bool operator==(const Error&) const = default;
};

template <typename T> using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> failure(
    ErrorCode code, std::string detail = {}, std::optional<uint64_t> byteOffset = std::nullopt);

// Stable name for logs and tests, for example "NotFound". Not for users.
[[nodiscard]] std::string_view name(ErrorCode code);

} // namespace core

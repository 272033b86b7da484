#include "core/base/error.h"

#include <array>

namespace core {

tl::unexpected<Error> failure(ErrorCode code, std::string detail, std::optional<uint64_t> byteOffset)
{
    return tl::unexpected<Error>(Error{code, std::move(detail), byteOffset});
}

std::string_view name(ErrorCode code)
{
    static constexpr std::array<std::string_view, 14> names{"NotFound", "NotReadable", "IsDirectory", "Empty",
        "UnknownFormat", "NothingReadable", "Unsupported", "InvalidValue", "OutOfRange", "WriteFailed",
        "CodecFailed", "TooLarge", "OutOfMemory", "Cancelled"};
    return names.at(static_cast<size_t>(code));
}

} // namespace core

#pragma once

#include <cstdint>

namespace core {

// Serial number of the Ogg streams written here. Always the same, so that the same input makes the same file.
inline constexpr uint32_t streamSerial = 0x4a534350;

} // namespace core

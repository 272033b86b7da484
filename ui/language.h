#pragma once

#include <cstdint>

namespace ui {

// Of all texts of the window, as the user chose it. System: what the desktop is set to.
enum class Language : uint8_t { System, English, German };

} // namespace ui

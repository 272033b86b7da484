#pragma once

#include "ui/theme.h"

#include <QString>

namespace ui {

// What the palette can't say of how widgets look, in these colours.
[[nodiscard]] QString styleSheetOf(const Colours& colours);

} // namespace ui

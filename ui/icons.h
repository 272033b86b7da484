#pragma once

#include <QIcon>

namespace ui {

enum class Glyph : uint8_t { Play, Pause, Stop, Rewind, Loop, Speaker, Muted, Dice };

// Drawn in the colour of the text of the theme, sharp at any size.
[[nodiscard]] QIcon icon(Glyph glyph);
// In a colour of its own (on a coloured button).
[[nodiscard]] QIcon icon(Glyph glyph, const QColor& colour);

} // namespace ui

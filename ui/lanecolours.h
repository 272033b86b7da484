#pragma once

#include <QColor>

namespace ui {

// The theme's colours as the lanes use them. Those that carry meaning always come with a shape of their own.
struct LaneColours {
    QColor background, header, axis, separator, grid;
    QColor text, dimText;
    QColor played, late, lost, reordered, duplicate, discarded, deadline;
    QColor wave, fec, concealed, silence, stall, overview;
    QColor playhead, selection, quality, buffer;

    // As if painted over the background with this opacity, but opaque, which paints many times as fast.
    [[nodiscard]] QColor faint(const QColor& colour, double opacity) const;
    [[nodiscard]] QColor faintInOverview(const QColor& colour, double opacity) const; // likewise
    // Of the theme in use now.
    [[nodiscard]] static LaneColours current();
};

} // namespace ui

#pragma once

#include "ui/columnpaths.h"

#include <QImage>
#include <QRectF>
#include <optional>

class QColor;
class QPainter;

namespace ui {

// Columns side by side, of which lanes draw thousands. Where the painter makes pixels they are written into a
// picture of their own, which is painted at once: a tenth of the cost of as many rectangles. In a vector file
// they are paths.
class PixelColumns {
public:
    // Nothing is drawn outside of the area. The painter has to outlive this.
    PixelColumns(QPainter& painter, const QRectF& area);
    PixelColumns(const PixelColumns&) = delete;
    PixelColumns& operator=(const PixelColumns&) = delete;

    // To whole pixels as QPainter::fillRect does without smoothing; the colour is opaque, and replaces what
    // was filled before.
    void fill(const QRectF& column, const QColor& colour);
    // Shows what was filled. Once, at the end.
    void paint();

private:
    [[nodiscard]] QRect pixelsOf(const QRectF& rect) const;

    QPainter& m_painter;
    double m_scaleX = 1, m_scaleY = 1, m_left = 0, m_top = 0; // from units of the painter to pixels
    QRect m_area; // in pixels
    QImage m_image; // of m_area; null in a vector file
    std::optional<ColumnPaths> m_paths; // in a vector file
};

} // namespace ui

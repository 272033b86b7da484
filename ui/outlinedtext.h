#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

class QPainter;

namespace ui {

// Words that can be read over anything, and hide no more of it than they need: drawn in `ink` with a rim of
// `ground`, in the painter's font, from the left end of their base line. GUI thread.
void drawOutlinedText(
    QPainter& painter, QPointF baseLine, const QString& text, const QColor& ink, const QColor& ground);

} // namespace ui

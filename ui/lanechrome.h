#pragma once

#include "ui/lane.h"

#include <QFont>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace ui {

// What surrounds the lanes: header rows, and what lies over them.

struct LaneHeader {
    QString title, subtitle, unit;
    std::vector<LegendEntry> legend;
    QRectF row;
    QRectF area; // where the lane is drawn

    bool operator==(const LaneHeader&) const = default;
};

// Title and subtitle on the left, legend on the right, unit above the value axis. The legend always stays;
// the subtitle gives way where there is no room for both.
void drawLaneHeader(QPainter& painter, const LaneHeader& header, const LaneColours& colours);

// From top to bottom across all lanes, with a handle at its upper end.
void drawPlayhead(QPainter& painter, double x, double top, double bottom, const LaneColours& colours);
void drawSelection(QPainter& painter, const QRectF& area, const LaneColours& colours);
// From `begin` to `end` across, as far as that lies in the room.
void drawLoop(QPainter& painter, double begin, double end, const QRectF& room, const LaneColours& colours);
// At the left edge of the lane that keys move.
void drawLaneMark(QPainter& painter, const QRectF& row, const LaneColours& colours);
// Where a lane that is dragged would go.
void drawDropLine(QPainter& painter, const QRectF& line, const LaneColours& colours);
// The part of the overview that is in view.
void drawBrush(QPainter& painter, const QRectF& area, const LaneColours& colours);
void drawRing(QPainter& painter, QPointF centre, const LaneColours& colours);

// Smaller than the font of the window, as axes and legends have it.
[[nodiscard]] QFont smallFont(const QFont& font);

} // namespace ui

#pragma once

#include "ui/lane.h"

class QPainter;

namespace ui {

// What is played, in the staircase: each event of the timeline by its origin.
void drawPlayoutOfEvents(QPainter& painter, const LaneScene& scene, const LaneMap& map);
// The same by columns of pixels, where there are more events than these.
void drawPlayoutOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map);

} // namespace ui

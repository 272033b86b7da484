#pragma once

#include "ui/lane.h"

class QPainter;

namespace ui {

// What has arrived, in the staircase: each packet and its wait until it is played.
void drawArrivalsOfPackets(QPainter& painter, const LaneScene& scene, const LaneMap& map);
// The same by stretches of media time, each with the times at which it arrived.
void drawArrivalsOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map);
// Upon them the shapes of what was lost, late, reordered and so on.
void drawMarksOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map);

} // namespace ui

#pragma once

#include "ui/lane.h"

class QPainter;

namespace ui {

// The range of delays in each column of pixels, and what went wrong there.
void drawDelaysOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map);

} // namespace ui

#pragma once

#include "ui/lane.h"

class QPainter;

namespace ui {

// The packets of the visible range one by one, each by its delay over its send time.
void drawDelaysOfPackets(QPainter& painter, const LaneScene& scene, const LaneMap& map);

// The strip below zero on which lost packets lie.
[[nodiscard]] QRectF lostStrip(const LaneMap& map);

} // namespace ui

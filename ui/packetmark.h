#pragma once

#include "ui/lane.h"

class QPainter;

namespace ui {

// The shape of a packet that arrived.
void drawArrival(QPainter& painter, const LaneScene& scene, uint32_t packet, QPointF centre, double size);
// When the listener's side knows what became of a packet.
[[nodiscard]] core::ReceiverTime knownAt(const LaneScene& scene, uint32_t packet);

} // namespace ui

#include "ui/packetmark.h"

namespace ui {

using core::ReceiverTime;

void drawArrival(QPainter& painter, const LaneScene& scene, uint32_t packet, QPointF centre, double size)
{
    const core::Fate fate = scene.analysis->timeline.outcomes[packet].fate;
    if (fate == core::Fate::Late)
        drawShape(painter, LegendShape::Triangle, centre, size * 1.5, scene.colours.late);
    else if (fate == core::Fate::Overflow)
        drawShape(painter, LegendShape::Square, centre, size, scene.colours.discarded);
    else if (fate != core::Fate::Played)
        drawShape(painter, LegendShape::Cross, centre, size, scene.colours.discarded);
    else if (scene.levels->isReordered(packet))
        drawShape(painter, LegendShape::Diamond, centre, size * 1.3, scene.colours.reordered);
    else
        drawShape(painter, LegendShape::Disc, centre, size, scene.colours.played);
}

ReceiverTime knownAt(const LaneScene& scene, uint32_t packet)
{
    const core::PacketOutcome& outcome = scene.analysis->timeline.outcomes[packet];
    if (outcome.arrival != core::never)
        return outcome.arrival;
    return outcome.due != core::never ? ReceiverTime(outcome.due) : core::sendTimeOf(*scene.analysis, packet);
}

} // namespace ui

#include "core/playout/playoutstrategy.h"
#include "core/playout/timeline.h"
#include "core/playout/timelinebuilder.h"

#include <utility>

namespace core {

Timeline playOut(const Capture& capture, const Arrivals& arrivals, const BufferSettings& settings,
    Concealment concealment, Timeline recycled)
{
    TimelineBuilder builder(
        capture, arrivals, LossPlanner(capture, concealment, settings.epsilon), std::move(recycled));
    makeStrategy(settings)->play({capture, arrivals, builder.outcomes()}, builder);
    return builder.take();
}

Timeline originalTimeline(const Capture& capture)
{
    Arrivals arrivals;
    arrivals.list.reserve(capture.packets().size());
    for (uint32_t i = 0; i < capture.packets().size(); ++i) {
        if ((capture.packets()[i].flags & IsMissing) == 0)
            arrivals.list.push_back({.time = sendTime(capture.packets()[i].media, 0), .packet = i});
    }
    BufferSettings settings;
    settings.strategy = Strategy::Fixed;
    settings.playoutDelay = {};
    Timeline timeline = playOut(capture, arrivals, settings, Concealment::Plc);
    timeline.outcomes = std::vector<PacketOutcome>(); // = {} would keep their memory
    return timeline;
}

} // namespace core

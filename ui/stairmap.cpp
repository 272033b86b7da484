#include "ui/stairmap.h"

#include "core/playout/heardmedia.h"

#include <algorithm>
#include <cmath>

namespace ui {

using core::MediaTime;
using core::ReceiverTime;

double mediaSecondsSentAt(const LaneScene& scene, ReceiverTime time)
{
    return time.milliseconds() / 1000 * (1 + scene.analysis->scenario.network.driftPpm * 1e-6);
}

PacketRange packetsInView(const LaneScene& scene, const LaneMap& map)
{
    const core::Analysis& analysis = *scene.analysis;
    PacketRange packets{
        core::firstPacketSentFrom(analysis, map.time.begin - scene.levels->longestDelay()), scene.endPacket};
    if (!analysis.timeline.events.empty()) {
        const auto behind = std::ranges::upper_bound(analysis.capture->packets(),
            core::mediaHeardAt(analysis.timeline, map.time.begin), {}, &core::PacketRecord::media);
        const auto playing = static_cast<uint32_t>(behind - analysis.capture->packets().begin());
        packets.first = std::min(packets.first, playing > 0 ? playing - 1 : 0);
    }
    // One packet that was under way for minutes must not cost a walk through all of these.
    constexpr uint32_t mostBefore = 4000;
    packets.first = std::max(packets.first, scene.firstPacket - std::min(scene.firstPacket, mostBefore));
    return packets;
}

MediaTime StairMap::mediaAt(double y) const
{
    const double seconds = m_zero + m_map.valueAt(y);
    return MediaTime(std::llround(seconds * core::MediaClock::ticksPerSecond));
}

PacketRange packetsAtHeight(const LaneScene& scene, const LaneMap& map, double y, double reach)
{
    constexpr ptrdiff_t mostAside = 1000;
    const auto packets = scene.analysis->capture->packets();
    const StairMap stairs(scene, map);
    const auto firstFrom = [packets](MediaTime media) {
        return std::ranges::lower_bound(packets, media, {}, &core::PacketRecord::media) - packets.begin();
    };
    const ptrdiff_t middle = firstFrom(stairs.mediaAt(y));
    return {static_cast<uint32_t>(std::max(firstFrom(stairs.mediaAt(y + reach)), middle - mostAside)),
        static_cast<uint32_t>(std::min(firstFrom(stairs.mediaAt(y - reach)), middle + mostAside))};
}

ReceiverTime playoutOf(const core::PacketOutcome& outcome)
{
    return outcome.playout != core::never ? outcome.playout : outcome.due;
}

} // namespace ui

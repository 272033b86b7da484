#include "core/playout/fixedplayout.h"

#include "core/playout/duetimes.h"
#include "core/playout/timelinebuilder.h"

namespace core {
void FixedPlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    ArrivalFeed feed(input);
    if (feed.isExhausted())
        return;
    const std::span<const PacketRecord> packets = input.capture.packets();
    const ReceiverTime firstArrival = feed.nextTime();
    const ReceiverTime offset = firstArrival + m_settings.playoutDelay - feed.take().stamp;
    DueTimes dueTimes(offset, heldPacket(packets.front(), 0).stamp, m_settings.epsilon, sink);
    for (uint32_t i = 0; i < packets.size(); ++i) {
        const HeldPacket packet = heldPacket(packets[i], i);
        const ReceiverTime arrival = input.outcomes[i].arrival;
        if (arrival == never || (packets[i].flags & IsCorrupt) != 0)
            continue;
        if (arrival > offset + packet.stamp)
            sink.onRefusal(packet, Refusal::Late, offset + packet.stamp);
        else
            dueTimes.lay(packet);
    }
    dueTimes.finish(static_cast<uint32_t>(packets.size()), toReceiverSpan(packets.back().end().sinceZero()));
}

} // namespace core

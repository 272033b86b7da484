#include "core/playout/duetimes.h"
#include "core/playout/playoutstrategy.h"
#include "core/playout/timeline.h"
#include "core/playout/timelinebuilder.h"

#include <algorithm>
#include <span>
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

namespace {

// Writes down the events of a stream that was sent and heard as it is, all but what came of each packet.
class OriginalEvents {
public:
    OriginalEvents(std::span<const PacketRecord> packets, EventList& events)
        : m_packets(packets)
        , m_events(events)
    {
    }

    void onPacket(const HeldPacket& packet, const PlayoutSink::Played& played)
    {
        m_events.push_back({.start = played.start,
            .duration = played.duration,
            .media = m_packets[packet.packet].media,
            .packet = packet.packet,
            .kind = EventKind::Packet});
    }
    void onLoss(const LostStretch& stretch)
    {
        m_events.push_back({.start = stretch.start,
            .duration = stretch.duration,
            .media = MediaTime() + toMediaSpan(stretch.stamp),
            .kind = EventKind::Loss,
            .cause = Cause::Lost,
            .repair = Repair::Plc});
    }

private:
    std::span<const PacketRecord> m_packets;
    EventList& m_events;
};

BufferSettings undisturbed()
{
    BufferSettings settings;
    settings.strategy = Strategy::Fixed;
    settings.playoutDelay = {};
    return settings;
}

// The long way round, for captures with packets that can't be decoded or lie on each other.
Timeline playedAsSent(const Capture& capture)
{
    Arrivals arrivals;
    arrivals.list.reserve(capture.packets().size());
    for (uint32_t i = 0; i < capture.packets().size(); ++i) {
        if ((capture.packets()[i].flags & IsMissing) == 0)
            arrivals.list.push_back({.time = sendTime(capture.packets()[i].media, 0), .packet = i});
    }
    Timeline timeline = playOut(capture, arrivals, undisturbed(), Concealment::Plc);
    timeline.outcomes = LargeVector<PacketOutcome>(); // = {} would keep their memory
    return timeline;
}

} // namespace

Timeline originalTimeline(const Capture& capture)
{
    if (capture.hasCorruptPackets() || capture.hasOverlaps())
        return playedAsSent(capture);
    const std::span<const PacketRecord> packets = capture.packets();
    const auto isThere = [](const PacketRecord& packet) { return (packet.flags & IsMissing) == 0; };
    Timeline timeline;
    if (std::ranges::none_of(packets, isThere))
        return timeline;
    OriginalEvents events(packets, timeline.events);
    DueTimes dueTimes(ReceiverTime(), heldPacket(packets.front(), 0).stamp, undisturbed().epsilon, events);
    for (uint32_t i = 0; i < packets.size(); ++i) {
        if (isThere(packets[i]))
            dueTimes.lay(heldPacket(packets[i], i));
    }
    dueTimes.finish(static_cast<uint32_t>(packets.size()), toReceiverSpan(packets.back().end().sinceZero()));
    return timeline;
}

} // namespace core

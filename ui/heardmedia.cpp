#include "ui/heardmedia.h"

#include <algorithm>

namespace ui {

using core::EventKind;
using core::MediaTime;
using core::ReceiverTime;

namespace {

constexpr uint32_t farthest = 100000; // packets looked at for one that was played

// The played packet nearest to this one, those before it first.
uint32_t playedNear(const core::Analysis& analysis, uint32_t packet)
{
    const auto& outcomes = analysis.timeline.outcomes;
    const auto isPlayed = [&](uint32_t each) { return outcomes[each].playout != core::never; };
    for (uint32_t i = 0; i <= std::min(packet, farthest); ++i) {
        if (isPlayed(packet - i))
            return packet - i;
    }
    const auto count = static_cast<uint32_t>(outcomes.size());
    for (uint32_t i = packet + 1; i < std::min(count, packet + farthest); ++i) {
        if (isPlayed(i))
            return i;
    }
    return core::noPacket;
}

} // namespace

MediaTime mediaHeardAt(const core::Analysis& analysis, ReceiverTime time)
{
    const auto& events = analysis.timeline.events;
    if (events.empty())
        return MediaTime() + core::toMediaSpan(time - ReceiverTime());
    const core::TimelineEvent event = *events.at(time);
    const bool standsStill = event.kind == EventKind::Stall || event.kind == EventKind::Resync;
    return event.media + core::toMediaSpan(standsStill ? core::ReceiverSpan() : time - event.start);
}

ReceiverTime timeHeard(const core::Analysis& analysis, MediaTime media)
{
    const auto packets = analysis.capture->packets();
    const auto behind = std::ranges::upper_bound(packets, media, {}, &core::PacketRecord::media);
    const auto place = std::max<std::ptrdiff_t>(behind - packets.begin(), 1) - 1;
    const uint32_t packet =
        packets.empty() ? core::noPacket : playedNear(analysis, static_cast<uint32_t>(place));
    if (packet == core::noPacket)
        return ReceiverTime() + core::toReceiverSpan(media - MediaTime());
    return analysis.timeline.outcomes[packet].playout + core::toReceiverSpan(media - packets[packet].media);
}

} // namespace ui

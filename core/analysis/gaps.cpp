#include "core/analysis/gaps.h"

#include <algorithm>
#include <array>
#include <span>

namespace core {

namespace {

// Middle of a packet: decides which stretch of lost audio it belongs to, whatever the stamps were rounded to.
MediaTime middleOf(const PacketRecord& packet)
{
    return packet.media + MediaSpan(packet.durationSamples / 2);
}

void addRepair(Gap& gap, const TimelineEvent& event)
{
    switch (event.repair) {
    case Repair::Fec:
        gap.fec += event.duration;
        break;
    case Repair::Plc:
        gap.plc += event.duration;
        break;
    case Repair::None:
    case Repair::Silence:
        gap.silence += event.duration;
        break;
    }
}

enum class Rescue : uint8_t { Possible, Impossible };

// Raises the saving delay to what this packet needed.
Rescue addSavingDelay(Gap& gap, const PacketOutcome& outcome)
{
    if (outcome.fate != Fate::Late || outcome.due == never)
        return Rescue::Impossible;
    gap.savingDelay = std::max(gap.savingDelay.value_or(ReceiverSpan()), outcome.arrival - outcome.due);
    return Rescue::Possible;
}

// Widens the gap's packets by those that were not played and whose middle lies in the event's lost audio.
// Tells whether more delay would have saved those.
Rescue addPackets(Gap& gap, const TimelineEvent& event, const Capture& capture, const Timeline& timeline)
{
    Rescue rescue = Rescue::Possible;
    const std::span<const PacketRecord> packets = capture.packets();
    const MediaTime end = event.media + toMediaSpan(event.duration);
    auto packet = std::lower_bound(packets.begin(), packets.end(), event.media - maxPacketDuration,
        [](const PacketRecord& record, MediaTime time) { return record.media < time; });
    for (; packet != packets.end() && packet->media < end; ++packet) {
        const auto index = static_cast<uint32_t>(packet - packets.begin());
        const MediaTime middle = middleOf(*packet);
        if (middle < event.media || middle >= end || timeline.outcomes[index].fate == Fate::Played)
            continue;
        gap.firstPacket = std::min(gap.firstPacket, index); // noPacket is the largest index
        gap.lastPacket = gap.lastPacket == noPacket ? index : std::max(gap.lastPacket, index);
        if (addSavingDelay(gap, timeline.outcomes[index]) == Rescue::Impossible)
            rescue = Rescue::Impossible;
    }
    return rescue;
}

using CauseLengths = std::array<ReceiverSpan, 6>; // by Cause

Gap gapFrom(std::span<const EventList::Run> losses, const Capture& capture, const Timeline& timeline)
{
    Gap gap;
    gap.firstEvent = losses.front().firstIndex;
    gap.eventCount = static_cast<uint32_t>(losses.size());
    gap.start = losses.front().first.start;
    gap.media = losses.front().first.media;
    CauseLengths lengths{};
    Rescue rescue = Rescue::Possible;
    for (const EventList::Run& loss : losses) {
        const TimelineEvent& event = loss.first;
        gap.length += event.duration;
        lengths.at(static_cast<size_t>(event.cause)) += event.duration;
        addRepair(gap, event);
        if (addPackets(gap, event, capture, timeline) == Rescue::Impossible)
            rescue = Rescue::Impossible;
    }
    if (rescue == Rescue::Impossible)
        gap.savingDelay.reset();
    const auto* const longest = std::max_element(lengths.begin() + 1, lengths.end());
    gap.cause = static_cast<Cause>(longest - lengths.begin());
    return gap;
}

bool isLoss(const EventList::Run& run) { return run.first.kind == EventKind::Loss; }

size_t countGaps(std::span<const EventList::Run> runs)
{
    size_t count = 0;
    bool isInGap = false;
    for (const EventList::Run& run : runs) {
        count += isLoss(run) && !isInGap ? 1 : 0;
        isInGap = isLoss(run);
    }
    return count;
}

} // namespace

std::vector<Gap> findGaps(const Capture& capture, const Timeline& timeline)
{
    std::vector<Gap> gaps;
    const std::span<const EventList::Run> runs = timeline.events.runs();
    gaps.reserve(countGaps(runs));
    for (auto first = std::ranges::find_if(runs, isLoss); first != runs.end();) {
        const auto behind = std::find_if_not(first, runs.end(), isLoss);
        gaps.push_back(gapFrom({first, behind}, capture, timeline));
        first = std::find_if(behind, runs.end(), isLoss);
    }
    return gaps;
}

} // namespace core

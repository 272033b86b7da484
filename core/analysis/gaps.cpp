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

Cause causeOf(Fate fate)
{
    switch (fate) {
    case Fate::Lost:
        return Cause::Lost;
    case Fate::Late:
        return Cause::Late;
    case Fate::Overflow:
        return Cause::Overflow;
    case Fate::Corrupt:
        return Cause::Corrupt;
    case Fate::Played:
        break;
    }
    return Cause::None;
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

// Finds packets by media time, in a few steps where the times asked for ascend, as those of gaps do but for
// jumps of the stream.
class PacketFinder {
public:
    explicit PacketFinder(std::span<const PacketRecord> packets)
        : m_packets(packets)
    {
    }

    [[nodiscard]] std::span<const PacketRecord> packets() const { return m_packets; }
    // Index of the first packet at `time` or behind it.
    [[nodiscard]] uint32_t firstFrom(MediaTime time)
    {
        size_t begin = m_found > 0 && m_packets[m_found - 1].media >= time ? 0 : m_found;
        size_t end = begin;
        for (size_t step = 1; end < m_packets.size() && m_packets[end].media < time; step *= 2) {
            begin = end + 1;
            end += step;
        }
        const auto part = m_packets.subspan(begin, std::min(end, m_packets.size()) - begin);
        const auto found = std::ranges::lower_bound(part, time, {}, &PacketRecord::media);
        m_found = begin + static_cast<size_t>(found - part.begin());
        return static_cast<uint32_t>(m_found);
    }

private:
    std::span<const PacketRecord> m_packets;
    size_t m_found = 0;
};

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
Rescue addPackets(Gap& gap, const TimelineEvent& event, const Timeline& timeline, PacketFinder& finder)
{
    Rescue rescue = Rescue::Possible;
    const std::span<const PacketRecord> packets = finder.packets();
    const MediaTime end = event.media + toMediaSpan(event.duration);
    const uint32_t first = finder.firstFrom(event.media - maxPacketDuration);
    for (uint32_t index = first; index < packets.size() && packets[index].media < end; ++index) {
        const MediaTime middle = middleOf(packets[index]);
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

Gap gapFrom(std::span<const EventList::Run> losses, const Timeline& timeline, PacketFinder& finder)
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
        if (addPackets(gap, event, timeline, finder) == Rescue::Impossible)
            rescue = Rescue::Impossible;
    }
    if (rescue == Rescue::Impossible)
        gap.savingDelay.reset();
    if (gap.firstPacket != noPacket)
        gap.packets = missingPackets(timeline, gap.firstPacket, gap.lastPacket);
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

MissingPackets missingPackets(const Timeline& timeline, uint32_t first, uint32_t last)
{
    MissingPackets packets;
    for (uint32_t index = first; index <= last; ++index) {
        const PacketOutcome& outcome = timeline.outcomes[index];
        if (outcome.fate == Fate::Played)
            continue;
        ++packets.all;
        ++packets.causes.at(static_cast<size_t>(causeOf(outcome.fate)));
        ++packets.repairs.at(static_cast<size_t>(outcome.repair));
    }
    return packets;
}

std::vector<Gap> findGaps(const Capture& capture, const Timeline& timeline)
{
    std::vector<Gap> gaps;
    const std::span<const EventList::Run> runs = timeline.events.runs();
    gaps.reserve(countGaps(runs));
    PacketFinder finder(capture.packets());
    for (auto first = std::ranges::find_if(runs, isLoss); first != runs.end();) {
        const auto behind = std::find_if_not(first, runs.end(), isLoss);
        gaps.push_back(gapFrom({first, behind}, timeline, finder));
        first = std::find_if(behind, runs.end(), isLoss);
    }
    return gaps;
}

} // namespace core

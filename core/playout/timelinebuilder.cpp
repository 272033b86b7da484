#include "core/playout/timelinebuilder.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace core {
namespace {
MediaTime mediaAt(ReceiverSpan stamp) { return MediaTime() + toMediaSpan(stamp); }
bool hasDue(const PacketOutcome& outcome) { return outcome.due != never; }
} // namespace

TimelineBuilder::TimelineBuilder(
    const Capture& capture, const Arrivals& arrivals, LossPlanner planner, Timeline recycled)
    : m_packets(capture.packets())
    , m_canBeCorrupt(capture.hasCorruptPackets())
    , m_hasOverlaps(capture.hasOverlaps())
    , m_arrivals(arrivals)
    , m_newPlanner(std::move(planner))
    , m_planner(m_newPlanner)
    , m_timeline(std::move(recycled))
{
    startOver();
}

void TimelineBuilder::startOver()
{
    m_planner = m_newPlanner;
    m_timeline.events.clear();
    m_timeline.duplicates = 0;
    m_lastPlayed = noPacket;
    m_withoutDue.clear();
    m_isListComplete = !m_canBeCorrupt && !m_hasOverlaps;
    noteArrivals();
}

// What has arrived and is neither corrupt nor thrown out nor played in the end was too late. The outcomes are
// made just ahead of the arrivals and looked at again just behind them, while they are at hand.
void TimelineBuilder::noteArrivals()
{
    constexpr size_t blockPackets = 128;
    LargeVector<PacketOutcome>& outcomes = m_timeline.outcomes;
    outcomes.clear();
    outcomes.reserve(m_packets.size());
    const bool canBeCorrupt = m_canBeCorrupt;
    size_t looked = 0;
    for (const Arrival& arrival : m_arrivals.list) {
        if (arrival.packet >= outcomes.size()) {
            const size_t passed = outcomes.size() - std::min(outcomes.size(), blockPackets);
            noteMissing(looked, passed);
            looked = passed;
            outcomes.resize(std::min(m_packets.size(), arrival.packet + blockPackets));
        }
        PacketOutcome& outcome = outcomes[arrival.packet];
        if (outcome.arrival != never) {
            ++m_timeline.duplicates;
            continue;
        }
        outcome.arrival = arrival.time;
        const bool isCorrupt = canBeCorrupt && (m_packets[arrival.packet].flags & IsCorrupt) != 0;
        outcome.fate = isCorrupt ? Fate::Corrupt : Fate::Late;
    }
    outcomes.resize(m_packets.size());
    noteMissing(looked, outcomes.size());
}

void TimelineBuilder::noteMissing(size_t begin, size_t end)
{
    for (size_t packet = begin; packet < end; ++packet) {
        if (m_timeline.outcomes[packet].arrival == never)
            m_withoutDue.push_back(static_cast<uint32_t>(packet));
    }
}

void TimelineBuilder::onPacketsOnTime(const HeldPacket& first, uint32_t count, ReceiverTime start)
{
    const ReceiverSpan duration = first.duration();
    ReceiverTime time = start;
    for (PacketOutcome& outcome : std::span(m_timeline.outcomes).subspan(first.packet, count)) {
        outcome.due = outcome.playout = time;
        outcome.fate = Fate::Played;
        outcome.repair = Repair::None;
        time += duration;
    }
    m_lastPlayed = first.packet + count - 1;
    const TimelineEvent event{.start = start,
        .duration = duration,
        .media = m_packets[first.packet].media,
        .packet = first.packet,
        .kind = EventKind::Packet};
    m_timeline.events.push_back(event, count);
}

void TimelineBuilder::onLoss(const LostStretch& stretch)
{
    for (const LossPlanner::Piece& piece : m_planner.plan(stretch, m_lastPlayed, m_timeline.outcomes)) {
        m_timeline.events.push_back({.start = stretch.start + (piece.stamp - stretch.stamp),
            .duration = piece.duration,
            .media = mediaAt(piece.stamp),
            .packet = piece.repair == Repair::Fec ? stretch.next : noPacket,
            .kind = EventKind::Loss,
            .cause = piece.cause,
            .repair = piece.repair});
    }
}

void TimelineBuilder::onStall(ReceiverTime start, ReceiverSpan duration, ReceiverSpan stamp)
{
    m_timeline.events.push_back(
        {.start = start, .duration = duration, .media = mediaAt(stamp), .kind = EventKind::Stall});
}

void TimelineBuilder::onResync(ReceiverTime start, ReceiverSpan stamp)
{
    m_timeline.events.push_back(
        {.start = start, .duration = {}, .media = mediaAt(stamp), .kind = EventKind::Resync});
}

void TimelineBuilder::onRefusal(const HeldPacket& packet, Refusal refusal, ReceiverTime due)
{
    PacketOutcome& outcome = m_timeline.outcomes[packet.packet];
    if (outcome.fate == Fate::Played || refusal == Refusal::Duplicate)
        return;
    if (refusal == Refusal::Overflow)
        outcome.fate = Fate::Overflow;
    if (outcome.due == never)
        outcome.due = due;
    m_isListComplete = m_isListComplete && outcome.due != never;
}

Timeline TimelineBuilder::take()
{
    completeDueTimes();
    return std::move(m_timeline);
}

// A packet that never came had to be played in line with those before it, or, at the start, behind it.
void TimelineBuilder::completeDueTimes()
{
    LargeVector<PacketOutcome>& outcomes = m_timeline.outcomes;
    const auto first = std::ranges::find_if(outcomes, &hasDue);
    if (first == outcomes.end())
        return;
    if (!m_isListComplete) {
        m_withoutDue.resize(outcomes.size());
        std::iota(m_withoutDue.begin(), m_withoutDue.end(), 0U);
    }
    auto known = static_cast<size_t>(first - outcomes.begin());
    size_t next = 0; // behind the one completed last
    for (const uint32_t packet : m_withoutDue) {
        if (hasDue(outcomes[packet]))
            continue;
        if (packet != next)
            known = packet - 1;
        next = packet + 1;
        outcomes[packet].due =
            outcomes[known].due + toReceiverSpan(m_packets[packet].media - m_packets[known].media);
    }
    assert(std::ranges::all_of(outcomes, &hasDue));
}

} // namespace core

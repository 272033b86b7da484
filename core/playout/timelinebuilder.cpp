#include "core/playout/timelinebuilder.h"

#include <algorithm>
#include <utility>

namespace core {
namespace {
MediaTime mediaAt(ReceiverSpan stamp) { return MediaTime() + toMediaSpan(stamp); }
} // namespace

TimelineBuilder::TimelineBuilder(
    const Capture& capture, const Arrivals& arrivals, LossPlanner planner, Timeline recycled)
    : m_packets(capture.packets())
    , m_planner(std::move(planner))
    , m_timeline(std::move(recycled))
{
    m_timeline.events.clear();
    m_timeline.events.reserve(m_packets.size() + m_packets.size() / 8);
    m_timeline.outcomes.resize(m_packets.size());
    m_timeline.duplicates = 0;
    noteArrivals(arrivals);
}

// What has arrived and is neither corrupt nor thrown out nor played in the end was too late. The outcomes,
// which may be old ones, are emptied just ahead of the arrivals, while they are at hand.
void TimelineBuilder::noteArrivals(const Arrivals& arrivals)
{
    constexpr size_t emptiedAtOnce = 128;
    const std::span<PacketOutcome> outcomes = m_timeline.outcomes;
    size_t emptied = 0;
    for (const Arrival& arrival : arrivals.list) {
        if (arrival.packet >= emptied) {
            const size_t end = std::min(outcomes.size(), arrival.packet + emptiedAtOnce);
            std::ranges::fill(outcomes.subspan(emptied, end - emptied), PacketOutcome());
            emptied = end;
        }
        PacketOutcome& outcome = outcomes[arrival.packet];
        if (outcome.arrival != never) {
            ++m_timeline.duplicates;
            continue;
        }
        outcome.arrival = arrival.time;
        outcome.fate = (m_packets[arrival.packet].flags & IsCorrupt) != 0 ? Fate::Corrupt : Fate::Late;
    }
    std::ranges::fill(outcomes.subspan(emptied), PacketOutcome());
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
}

Timeline TimelineBuilder::take()
{
    completeDueTimes();
    return std::move(m_timeline);
}

// A packet that never came had to be played in line with those before it, or, at the start, behind it.
void TimelineBuilder::completeDueTimes()
{
    std::vector<PacketOutcome>& outcomes = m_timeline.outcomes;
    size_t known = 0;
    while (known < outcomes.size() && outcomes[known].due == never)
        ++known;
    if (known == outcomes.size())
        return;
    for (size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i].due != never)
            known = i;
        else
            outcomes[i].due =
                outcomes[known].due + toReceiverSpan(m_packets[i].media - m_packets[known].media);
    }
}

} // namespace core

#include "core/playout/lossplanner.h"

#include "core/opus/packet.h"

#include <algorithm>

namespace core {
namespace {

Cause causeOf(const PacketOutcome& outcome, LossOrigin origin)
{
    switch (outcome.fate) {
    case Fate::Lost:
        return Cause::Lost;
    case Fate::Overflow:
        return Cause::Overflow;
    case Fate::Corrupt:
        return Cause::Corrupt;
    case Fate::Late:
    case Fate::Played:
        break;
    }
    return origin == LossOrigin::Starvation ? Cause::Starved : Cause::Late;
}

Cause causeOfNothing(LossOrigin origin)
{
    return origin == LossOrigin::Starvation ? Cause::Starved : Cause::Lost;
}

} // namespace

LossPlanner::LossPlanner(const Capture& capture, Concealment concealment, ReceiverSpan epsilon)
    : m_packets(capture.packets())
    , m_isOrderly(!capture.hasOverlaps() && !capture.hasCorruptPackets())
    , m_concealment(concealment)
    , m_epsilon(epsilon)
    , m_starvationBudget(10000 + 4 * capture.packets().size())
{
}

// Flattened, because its parts are short and every gap goes through all of them.
[[gnu::flatten]] std::span<const LossPlanner::Piece> LossPlanner::plan(
    const LostStretch& stretch, uint32_t previous, std::span<PacketOutcome> outcomes)
{
    m_pieces.clear();
    if (planSinglePacket(stretch, previous, outcomes))
        return m_pieces;
    m_plannedUntil = stretch.stamp;
    const ReceiverSpan end = stretch.stamp + stretch.duration;
    const bool isStarved = stretch.origin == LossOrigin::Starvation;
    for (uint32_t i = firstWithin(stretch); i < m_packets.size() && stampOf(i) < end; ++i) {
        if (isStarved && m_starvationBudget == 0)
            break;
        m_starvationBudget -= isStarved ? 1 : 0;
        if (outcomes[i].fate != Fate::Played)
            addPacket(stretch, i, outcomes[i]);
    }
    // A rest within epsilon is rounding of the stamps.
    if (m_pieces.empty() || end - m_plannedUntil > m_epsilon)
        add(end, causeOfNothing(stretch.origin));
    else
        add(end, m_pieces.back().cause);
    const ReceiverSpan fec = fecDuration(stretch, previous, outcomes);
    if (fec > ReceiverSpan())
        repairEnd(stretch, end - fec, outcomes);
    return m_pieces;
}

// Most gaps are exactly one packet, repaired as a whole or not at all. False: this one is not.
bool LossPlanner::planSinglePacket(
    const LostStretch& stretch, uint32_t previous, std::span<PacketOutcome> outcomes)
{
    if (!m_isOrderly || stretch.origin != LossOrigin::Gap || stretch.next == noPacket || stretch.next == 0)
        return false;
    const uint32_t packet = stretch.next - 1;
    PacketOutcome& outcome = outcomes[packet];
    if (stampOf(packet) != stretch.stamp || coveredUntil(packet) != stretch.stamp + stretch.duration
        || outcome.fate == Fate::Played)
        return false;
    const ReceiverSpan fec = fecDuration(stretch, previous, outcomes);
    if (fec > ReceiverSpan() && fec != stretch.duration)
        return false;
    outcome.repair = fec > ReceiverSpan() ? Repair::Fec : concealment();
    m_pieces.push_back({.stamp = stretch.stamp,
        .duration = stretch.duration,
        .cause = causeOf(outcome, stretch.origin),
        .repair = outcome.repair});
    return true;
}

void LossPlanner::addPacket(const LostStretch& stretch, uint32_t packet, PacketOutcome& outcome)
{
    const ReceiverSpan end = stretch.stamp + stretch.duration;
    const ReceiverSpan from = std::max(stampOf(packet), stretch.stamp);
    const ReceiverSpan until = std::min(coveredUntil(packet), end);
    if (until <= m_plannedUntil)
        return;
    if (from - m_plannedUntil > m_epsilon)
        add(from, causeOfNothing(stretch.origin));
    add(until, causeOf(outcome, stretch.origin));
    outcome.repair = concealment();
}

void LossPlanner::add(ReceiverSpan until, Cause cause)
{
    const ReceiverSpan duration = until - m_plannedUntil;
    if (duration <= ReceiverSpan())
        return;
    if (!m_pieces.empty() && m_pieces.back().cause == cause) {
        m_pieces.back().duration += duration;
    } else {
        m_pieces.push_back(
            {.stamp = m_plannedUntil, .duration = duration, .cause = cause, .repair = concealment()});
    }
    m_plannedUntil = until;
}

// How much of the end of the stretch the packet behind it repairs: one frame, because libopus decodes the FEC
// of a packet's first frame only, or nothing.
ReceiverSpan LossPlanner::fecDuration(
    const LostStretch& stretch, uint32_t previous, std::span<const PacketOutcome> outcomes) const
{
    if (m_concealment != Concealment::Fec || stretch.next == noPacket)
        return {};
    const PacketRecord& next = m_packets[stretch.next];
    const Toc toc(next.toc);
    if ((next.flags & HasFec) == 0 || toc.mode() == CodecMode::Celt)
        return {};
    if (previous != noPacket && Toc(m_packets[previous].toc).mode() == CodecMode::Celt)
        return {};
    const ReceiverSpan frame = toReceiverSpan(toc.frameDuration());
    const bool isAdjacent = stampOf(stretch.next) == stretch.stamp + stretch.duration;
    const ReceiverTime sounds = stretch.start + stretch.duration - frame;
    const bool isThere = outcomes[stretch.next].arrival <= sounds;
    return isAdjacent && isThere && frame <= stretch.duration ? frame : ReceiverSpan();
}

void LossPlanner::repairEnd(const LostStretch& stretch, ReceiverSpan from, std::span<PacketOutcome> outcomes)
{
    cutForFec(from);
    const ReceiverSpan farthest = from - toReceiverSpan(maxPacketDuration);
    for (uint32_t i = stretch.next; i-- > 0 && stampOf(i) >= farthest;) {
        const bool isReached = coveredUntil(i) > from;
        if (m_isOrderly && !isReached)
            break;
        if (isReached && outcomes[i].fate != Fate::Played)
            outcomes[i].repair = Repair::Fec;
    }
}

void LossPlanner::cutForFec(ReceiverSpan from)
{
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece piece = m_pieces[i];
        if (piece.stamp >= from) {
            m_pieces[i].repair = Repair::Fec;
        } else if (piece.stamp + piece.duration > from) {
            m_pieces[i].duration = from - piece.stamp;
            Piece rest = piece;
            rest.stamp = from;
            rest.duration -= m_pieces[i].duration;
            m_pieces.insert(m_pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
        }
    }
}

// The packet that the stretch begins in, or the first behind that.
uint32_t LossPlanner::firstWithin(const LostStretch& stretch) const
{
    if (stretch.next != noPacket) {
        uint32_t packet = stretch.next;
        while (packet > 0 && stampOf(packet) > stretch.stamp)
            --packet;
        return packet;
    }
    const MediaTime media = MediaTime() + toMediaSpan(stretch.stamp);
    const auto behind = std::upper_bound(m_packets.begin(), m_packets.end(), media,
        [](MediaTime time, const PacketRecord& record) { return time < record.media; });
    return behind == m_packets.begin() ? 0 : static_cast<uint32_t>(behind - m_packets.begin()) - 1;
}

// A corrupt packet of unknown duration reaches to the next packet, but not beyond the longest possible.
ReceiverSpan LossPlanner::coveredUntil(uint32_t packet) const
{
    const PacketRecord& record = m_packets[packet];
    if (record.durationSamples > 0)
        return toReceiverSpan(record.end().sinceZero());
    const ReceiverSpan longest = stampOf(packet) + toReceiverSpan(maxPacketDuration);
    return packet + 1 < m_packets.size() ? std::min(longest, stampOf(packet + 1)) : longest;
}

ReceiverSpan LossPlanner::stampOf(uint32_t packet) const
{
    return toReceiverSpan(m_packets[packet].media.sinceZero());
}

} // namespace core

#pragma once

#include "core/playout/lossplanner.h"
#include "core/playout/playoutsink.h"
#include "core/playout/settings.h"
#include "core/playout/timeline.h"

#include <span>

namespace core {

// Writes down what a strategy does: the events, and what became of each packet.
class TimelineBuilder final : public PlayoutSink {
public:
    // recycled: an old timeline whose memory is used again. Capture and arrivals have to outlive it.
    TimelineBuilder(const Capture& capture, const Arrivals& arrivals, LossPlanner planner, Timeline recycled);

    [[nodiscard]] std::span<const PacketOutcome> outcomes() const { return m_timeline.outcomes; }
    // Forgets all that it was told.
    void startOver();
    // The finished timeline; nothing may be told afterwards.
    [[nodiscard]] Timeline take();

    void onPacket(const HeldPacket& packet, const Played& played) override
    {
        PacketOutcome& outcome = m_timeline.outcomes[packet.packet];
        outcome.due = played.due;
        outcome.playout = played.start;
        outcome.fate = Fate::Played;
        outcome.repair = Repair::None;
        m_lastPlayed = packet.packet;
        m_timeline.events.push_back({.start = played.start,
            .duration = played.duration,
            .media = m_packets[packet.packet].media,
            .packet = packet.packet,
            .kind = EventKind::Packet});
    }
    // `count` packets of one duration, the media of each right behind that of the one before it, are played
    // in a row, each when it is due.
    void onPacketsOnTime(const HeldPacket& first, uint32_t count, ReceiverTime start);
    void onLoss(const LostStretch& stretch) override;
    void onStall(ReceiverTime start, ReceiverSpan duration, ReceiverSpan stamp) override;
    void onResync(ReceiverTime start, ReceiverSpan stamp) override;
    void onRefusal(const HeldPacket& packet, Refusal refusal, ReceiverTime due) override;

private:
    void noteArrivals();
    void noteMissing(size_t begin, size_t end);
    void completeDueTimes();

    std::span<const PacketRecord> m_packets;
    bool m_canBeCorrupt, m_hasOverlaps;
    const Arrivals& m_arrivals;
    const LossPlanner m_newPlanner;
    LossPlanner m_planner;
    Timeline m_timeline;
    uint32_t m_lastPlayed = noPacket;
    std::vector<uint32_t> m_withoutDue; // ascending; holds all packets that get no due time, perhaps others
    bool m_isListComplete = true;
};

} // namespace core

#pragma once

#include "core/playout/playoutsink.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core {

// Cuts a lost stretch where its cause or its repair changes. The causes come from the packets that belong
// there: never arrived, corrupt, thrown out, or not there in time. FEC comes from the packet right behind the
// stretch and repairs one of its frames; the rest is concealed or silent.
class LossPlanner {
public:
    struct Piece {
        ReceiverSpan stamp; // where its audio begins
        ReceiverSpan duration;
        Cause cause = Cause::Lost;
        Repair repair = Repair::Plc;
    };

    LossPlanner(const Capture& capture, Concealment concealment, ReceiverSpan epsilon);

    // The pieces in order; valid until the next call. previous: the packet played last, or noPacket. Notes in
    // the outcomes of the packets that belong there how they are repaired. Cost: the packets within the
    // stretch; for starvation bounded over all calls, later ones being starved as a whole.
    [[nodiscard]] std::span<const Piece> plan(
        const LostStretch& stretch, uint32_t previous, std::span<PacketOutcome> outcomes);

private:
    [[nodiscard]] bool planSinglePacket(
        const LostStretch& stretch, uint32_t previous, std::span<PacketOutcome> outcomes);
    // What is done where there is no FEC.
    [[nodiscard]] Repair concealment() const
    {
        return m_concealment == Concealment::Silence ? Repair::Silence : Repair::Plc;
    }
    [[nodiscard]] ReceiverSpan fecDuration(
        const LostStretch& stretch, uint32_t previous, std::span<const PacketOutcome> outcomes) const;
    [[nodiscard]] uint32_t firstWithin(const LostStretch& stretch) const;
    [[nodiscard]] ReceiverSpan coveredUntil(uint32_t packet) const;
    void addPacket(const LostStretch& stretch, uint32_t packet, PacketOutcome& outcome);
    void add(ReceiverSpan until, Cause cause);
    void repairEnd(const LostStretch& stretch, ReceiverSpan from, std::span<PacketOutcome> outcomes);
    void cutForFec(ReceiverSpan from);
    [[nodiscard]] ReceiverSpan stampOf(uint32_t packet) const;

    std::span<const PacketRecord> m_packets;
    bool m_isOrderly; // each packet ends where the next one begins, or before
    Concealment m_concealment;
    ReceiverSpan m_epsilon;
    uint64_t m_starvationBudget; // packets that starvations may still look at

    std::vector<Piece> m_pieces;
    ReceiverSpan m_plannedUntil;
};

} // namespace core

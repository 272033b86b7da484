#pragma once

#include "core/network/simulator.h"
#include "core/playout/settings.h"
#include "core/playout/stampqueue.h"

#include <memory>
#include <span>
#include <vector>

namespace core {

class TimelineBuilder;

// What a strategy works on. The outcomes hold each packet's first arrival, nothing else yet.
struct PlayoutInput {
    const Capture& capture;
    const Arrivals& arrivals;
    std::span<const PacketOutcome> outcomes;
};

// One way to play a stream out, in virtual time.
class PlayoutStrategy {
public:
    PlayoutStrategy() = default;
    PlayoutStrategy(const PlayoutStrategy&) = delete;
    PlayoutStrategy& operator=(const PlayoutStrategy&) = delete;
    PlayoutStrategy(PlayoutStrategy&&) = delete;
    PlayoutStrategy& operator=(PlayoutStrategy&&) = delete;
    virtual ~PlayoutStrategy() = default;

    virtual void play(const PlayoutInput& input, TimelineBuilder& sink) = 0;
};

[[nodiscard]] std::unique_ptr<PlayoutStrategy> makeStrategy(const BufferSettings& settings);

// The arrivals that can be held in a buffer, one after the other: corrupt packets never get there.
class ArrivalFeed {
public:
    explicit ArrivalFeed(const PlayoutInput& input)
        : m_packets(input.capture.packets())
        , m_next(input.arrivals.list.begin())
        , m_end(input.arrivals.list.end())
        , m_canBeCorrupt(input.capture.hasCorruptPackets())
    {
        skipCorrupt();
    }

    [[nodiscard]] bool isExhausted() const { return m_next == m_end; }
    // Neither may be asked once exhausted.
    [[nodiscard]] ReceiverTime nextTime() const { return m_next->time; }
    [[nodiscard]] HeldPacket take()
    {
        const uint32_t packet = takeIndex();
        return heldPacket(m_packets[packet], packet);
    }
    // The same without looking the packet up.
    [[nodiscard]] uint32_t takeIndex()
    {
        const uint32_t packet = m_next->packet;
        ++m_next;
        skipCorrupt();
        return packet;
    }

private:
    using Place = LargeVector<Arrival>::const_iterator;

    void skipCorrupt()
    {
        while (m_canBeCorrupt && !isExhausted() && (m_packets[m_next->packet].flags & IsCorrupt) != 0)
            ++m_next;
    }

    std::span<const PacketRecord> m_packets;
    Place m_next, m_end;
    bool m_canBeCorrupt;
};

} // namespace core

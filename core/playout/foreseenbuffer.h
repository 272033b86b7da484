#pragma once

#include "core/playout/jitterbuffer.h"
#include "core/playout/playoutstrategy.h"
#include "core/playout/stampqueue.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace core {

// What a JitterBuffer holds, in virtual time, where all arrivals are known beforehand: the packets that have
// arrived by now and are not older than the tail. Nothing is appended or sorted, so that an undisturbed
// stretch costs a look at each packet. Only for captures without overlaps; it knows when a real buffer might
// have thrown something out, which it never does. The input has to outlive it.
class ForeseenBuffer {
public:
    ForeseenBuffer(const PlayoutInput& input, const BufferSettings& settings)
        : m_packets(input.capture.packets())
        , m_outcomes(input.outcomes)
        , m_feed(input)
        , m_ahead(input.arrivals.list)
        , m_maxDuration(settings.maxDuration)
        , m_epsilon(settings.epsilon)
    {
    }

    // Time goes on: all that has arrived by `now` is there. False: a buffer of the settings' duration might
    // have had to throw packets out.
    [[nodiscard]] bool advanceTo(ReceiverTime now)
    {
        m_now = now;
        if (now > m_horizon)
            lookAhead();
        if (m_oldest.packet == noPacket)
            findOldest();
        return m_endAhead - std::max(m_tail, ReceiverSpan()) <= m_maxDuration;
    }
    // At the start, or while nothing is held: what arrives after now.
    [[nodiscard]] bool isExhausted() const { return m_feed.isExhausted(); }
    [[nodiscard]] ReceiverTime nextArrival() const { return m_feed.nextTime(); }

    // As those of JitterBuffer. Only the oldest packet's stamp may be skipped to.
    [[nodiscard]] const HeldPacket* oldest() const
    {
        return m_oldest.packet == noPacket ? nullptr : &m_oldest;
    }
    [[nodiscard]] JitterBuffer::Next next() { return takeNext(*this); }
    HeldPacket takeOldest()
    {
        const HeldPacket packet = m_oldest;
        skipTo(packet.stamp);
        m_tail = packet.end;
        m_next = packet.packet + 1;
        m_oldest.packet = noPacket;
        return packet;
    }
    // How many packets follow right behind the tail, all of one duration, each there when it is due if the
    // first is due at `due`. Looks ahead a few seconds at most. Nothing may be skipped at the time.
    [[nodiscard]] uint32_t countOnTime(ReceiverTime due) const;
    // Takes so many of these. Returns the first.
    HeldPacket takeOnTime(uint32_t count);
    void skipTo(ReceiverSpan stamp)
    {
        if (m_next < m_oldest.packet)
            leaveOut(m_oldest.packet);
        m_tail = stamp;
    }
    [[nodiscard]] std::optional<ReceiverSpan> tail() const
    {
        return m_tail == beforeAll ? std::nullopt : std::optional(m_tail);
    }
    [[nodiscard]] ReceiverSpan tailOrLater(ReceiverSpan position) const { return std::max(position, m_tail); }
    [[nodiscard]] ReceiverSpan epsilon() const { return m_epsilon; }

    // Packets that were passed over and arrive too late, ascending.
    [[nodiscard]] std::span<const uint32_t> late() const { return m_late; }

private:
    static constexpr ReceiverSpan beforeAll{std::numeric_limits<int64_t>::min()};
    static constexpr ReceiverSpan longestLookAhead = receiverMilliseconds(5000);

    [[nodiscard]] bool isThere(uint32_t packet) const
    {
        const ReceiverTime arrival = m_outcomes[packet].arrival;
        return arrival <= m_now && arrival != never && (m_packets[packet].flags & IsCorrupt) == 0;
    }
    void findOldest()
    {
        if (m_next < m_packets.size() && isThere(m_next))
            m_oldest = heldPacket(m_packets[m_next], m_next);
        else
            searchOldest();
    }
    void searchOldest();
    void leaveOut(uint32_t end);
    void lookAhead();

    std::span<const PacketRecord> m_packets;
    std::span<const PacketOutcome> m_outcomes;
    ArrivalFeed m_feed; // not always as far as now
    std::span<const Arrival> m_ahead; // behind the horizon
    ReceiverSpan m_maxDuration, m_epsilon;
    ReceiverTime m_now;
    ReceiverTime m_horizon{std::numeric_limits<int64_t>::min()};
    uint32_t m_newestAhead = 0; // the newest packet that arrives up to the horizon
    ReceiverSpan m_endAhead; // where it ends
    ReceiverSpan m_tail = beforeAll;
    uint32_t m_next = 0; // all before it are gone
    uint32_t m_behindNewest = 0; // one behind the newest packet that m_feed has met
    HeldPacket m_oldest; // noPacket: none
    std::vector<uint32_t> m_late;
};

} // namespace core

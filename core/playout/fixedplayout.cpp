#include "core/playout/fixedplayout.h"

#include "core/playout/duetimes.h"
#include "core/playout/timelinebuilder.h"

#include <span>

namespace core {
namespace {

// The packets of a capture against the times when they are due.
class Punctuality {
public:
    Punctuality(const PlayoutInput& input, ReceiverTime offset)
        : m_packets(input.capture.packets())
        , m_outcomes(input.outcomes)
        , m_offset(offset)
    {
    }

    // It arrives at some time, and can be decoded.
    [[nodiscard]] bool comes(uint32_t packet) const
    {
        return m_outcomes[packet].arrival != never && (m_packets[packet].flags & IsCorrupt) == 0;
    }
    [[nodiscard]] bool isLate(const HeldPacket& packet) const
    {
        return m_outcomes[packet.packet].arrival > m_offset + packet.stamp;
    }
    // How many packets from this one on, which is there in time, follow right behind each other, all of one
    // duration, each there in time.
    [[nodiscard]] uint32_t countInTime(const HeldPacket& first) const
    {
        const PacketRecord& pattern = m_packets[first.packet];
        MediaTime media = pattern.media;
        ReceiverTime due = m_offset + first.stamp;
        uint32_t packet = first.packet;
        do {
            media += pattern.duration();
            due += first.duration();
            ++packet;
        } while (packet < m_packets.size() && m_packets[packet].media == media
            && m_packets[packet].durationSamples == pattern.durationSamples && comes(packet)
            && m_outcomes[packet].arrival <= due);
        return packet - first.packet;
    }

private:
    std::span<const PacketRecord> m_packets;
    std::span<const PacketOutcome> m_outcomes;
    ReceiverTime m_offset;
};

} // namespace

void FixedPlayout::play(const PlayoutInput& input, TimelineBuilder& sink)
{
    ArrivalFeed feed(input);
    if (feed.isExhausted())
        return;
    const std::span<const PacketRecord> packets = input.capture.packets();
    const ReceiverTime firstArrival = feed.nextTime();
    const ReceiverTime offset = firstArrival + m_settings.playoutDelay - feed.take().stamp;
    const Punctuality punctuality(input, offset);
    DueTimes dueTimes(offset, heldPacket(packets.front(), 0).stamp, m_settings.epsilon, sink);
    uint32_t count = 1;
    for (uint32_t i = 0; i < packets.size(); i += count) {
        count = 1;
        if (!punctuality.comes(i))
            continue;
        const HeldPacket packet = heldPacket(packets[i], i);
        if (punctuality.isLate(packet)) {
            sink.onRefusal(packet, Refusal::Late, offset + packet.stamp);
        } else {
            count = punctuality.countInTime(packet);
            dueTimes.lay(packet, count);
        }
    }
    dueTimes.finish(static_cast<uint32_t>(packets.size()), toReceiverSpan(packets.back().end().sinceZero()));
}

} // namespace core

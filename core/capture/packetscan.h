#pragma once

#include "core/capture/capture.h"
#include "core/opus/packet.h"

namespace core {

// What one look into an Opus packet tells: TOC, duration and flags of its record. A packet that breaks the
// rules of RFC 6716 §3.4 gets IsCorrupt and no duration. `streams` above 1: a multistream packet.
inline void scanPacket(Bytes packet, int streams, PacketRecord& record)
{
    record.toc = packet.empty() ? 0 : packet[0];
    const Result<PacketLayout> layout = streams > 1 ? parseMultistream(packet, streams) : parsePacket(packet);
    if (!layout) {
        record.flags = IsCorrupt;
        return;
    }
    const SilkFlags silk = silkFlags(packet, *layout);
    record.durationSamples = static_cast<uint16_t>(layout->duration().ticks());
    record.flags = static_cast<uint8_t>(
        (silk.hasFec ? HasFec : 0) | (silk.hasVoice ? HasVoice : 0) | (isDtx(*layout) ? IsDtx : 0));
}

} // namespace core

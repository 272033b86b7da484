#pragma once

#include "core/capture/capture.h"
#include "core/opus/packet.h"

namespace core {

// What one look into an Opus packet tells: TOC, duration and flags of its record. A packet that breaks the
// rules of RFC 6716 §3.4 gets IsCorrupt and no duration. `streams` above 1: a multistream packet.
inline void scanPacket(Bytes packet, int streams, PacketRecord& record)
{
    record.toc = packet.empty() ? 0 : packet[0];
    const std::optional<PacketSummary> summary = inspectPacket(packet, streams);
    if (!summary) {
        record.flags = IsCorrupt;
        return;
    }
    record.durationSamples = summary->durationSamples;
    record.flags = static_cast<uint8_t>((summary->silk.hasFec ? HasFec : 0)
        | (summary->silk.hasVoice ? HasVoice : 0) | (summary->isDtx ? IsDtx : 0));
}

} // namespace core

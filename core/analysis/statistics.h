#pragma once

#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/network/simulator.h"
#include "core/playout/timeline.h"

#include <cstdint>

namespace core {

// Microseconds; exact percentiles by the nearest-rank definition: the smallest value that at least p % do not
// exceed.
struct DelaySummary {
    uint64_t count = 0; // 0: all others mean nothing
    ReceiverSpan minimum, p50, p95, p99, maximum;
    double meanUs = 0;
};

// DESIGN §6. packetsSent = played + lost + late + overflow + corrupt; playout = decoded + fec + plc + silence
// + stall.
struct Statistics {
    uint64_t packetsSent = 0, packetsPlayed = 0, packetsLost = 0, packetsLate = 0, packetsOverflow = 0,
             packetsCorrupt = 0;
    uint64_t packetsDuplicate = 0; // further copies that arrived
    uint64_t packetsReordered =
        0; // first copies that arrived after a packet sent later (RFC 4737 type P reordered)
    uint64_t packetsFecRecovered =
        0; // packets not played whose playout was filled from FEC, wholly or at its end
    ReceiverSpan decoded, fec, plc, silence, stall, playout;
    uint64_t gaps = 0; // runs of consecutive loss events, as findGaps() lists them
    ReceiverSpan longestGap;
    double jitterRfc3550Us =
        0; // RFC 3550 §6.4.1 at the last arrival, first copies in order of arrival, corrupt ones too
    DelaySummary delay; // arrival - send time, of all packets that arrived (first copies)
    DelaySummary bufferWait; // playout - arrival, of all packets played
    double mouthToEarUs = 0; // playout - send time, mean of all packets played; 0: none was
};

// Playout that is not the sender's sound; FEC is.
[[nodiscard]] inline ReceiverSpan concealedOrStalled(const Statistics& statistics)
{
    return statistics.plc + statistics.silence + statistics.stall;
}

// What the arrivals alone decide: jitter, reordering and delays; the rest is 0. driftPpm gives the send
// times.
[[nodiscard]] Statistics statisticsOfArrivals(
    const Capture& capture, const Arrivals& arrivals, double driftPpm);
// Enters all else.
void addPlayout(const Capture& capture, const Timeline& timeline, double driftPpm, Statistics& statistics);

} // namespace core

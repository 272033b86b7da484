#pragma once

#include "core/base/largevector.h"
#include "core/base/storedtime.h"
#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/network/settings.h"

#include <cstdint>

namespace core {

// One copy of a packet reaching the receiver. 12 bytes: a day of 20 ms packets is 52 MB.
struct Arrival {
    StoredTime time;
    bool isDuplicate = false; // a further copy, made by the network or held by the capture
    uint32_t packet = 0; // index in the capture
};

// All that reaches the receiver, in order of arrival; at the same time the one sent first is first.
struct Arrivals {
    LargeVector<Arrival> list;
};

// Receiver-clock time at which a packet of this media time leaves the sender, which has a drifting clock or
// not.
[[nodiscard]] ReceiverTime driftedSendTime(MediaTime media, double driftPpm);
[[nodiscard]] inline ReceiverTime sendTime(MediaTime media, double driftPpm)
{
    return driftPpm == 0 ? ReceiverTime() + toReceiverSpan(media.sinceZero())
                         : driftedSendTime(media, driftPpm);
}

// Sends every packet of the capture through the network. Pure: every draw is a function of (seed, place of
// the packet in the whole capture, impairment). Cost: a few tens of ns a packet. `recycled` may hold an old
// result whose memory is used again.
[[nodiscard]] Arrivals simulate(
    const Capture& capture, const NetworkSettings& settings, uint64_t seed, Arrivals recycled = {});

} // namespace core

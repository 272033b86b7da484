#pragma once

#include "core/base/job.h"
#include "core/base/largevector.h"
#include "core/base/time.h"

#include <cstdint>
#include <vector>

namespace core {

class Capture;
struct Analysis;
struct Arrivals;

// What every fixed playout delay would do on the same arrivals, for all delays at once, and how the network
// delays are distributed. Counted from sorted margins, hence exact. Immutable once built.
class TradeOff {
public:
    TradeOff() = default;
    // Sorts one number a packet: a few ns a packet, so better not on the GUI thread. Stops early, with an
    // unusable result, when cancelled. Needs no playout, and can be made while that is.
    [[nodiscard]] static TradeOff build(
        const Capture& capture, const Arrivals& arrivals, double driftPpm, const JobControl& job = {});
    [[nodiscard]] static TradeOff build(const Analysis& analysis, const JobControl& job = {});
    // The same of the packets [first, end) alone; offset and first delay stay those of the whole stream.
    [[nodiscard]] static TradeOff build(
        const Analysis& analysis, uint32_t first, uint32_t end, const JobControl& job = {});

    [[nodiscard]] uint64_t sent() const { return m_sent; }
    [[nodiscard]] uint64_t arrived() const { return margins().size(); }
    // Packets that strategy `fixed` would find late with this playout delay.
    [[nodiscard]] uint64_t latePackets(ReceiverSpan playoutDelay) const;
    // The same as a share of the packets sent; 0 if there are none.
    [[nodiscard]] double lateShare(ReceiverSpan playoutDelay) const;
    // The smallest delay, 0 or more, whose lateShare is at most `share`.
    [[nodiscard]] ReceiverSpan smallestDelay(double share) const;

    // How many packets had a network delay (arrival - send time) in [first, first + width), in the stretch of
    // the same width behind it, and so on for `bins` stretches. Costs a look-up a bin, not a packet.
    [[nodiscard]] std::vector<uint64_t> histogram(ReceiverSpan first, ReceiverSpan width, int bins) const;
    // The smallest network delay that at least this share of the packets that arrived does not exceed; 0 if
    // none arrived.
    [[nodiscard]] ReceiverSpan delayOfShare(double share) const;
    // The share of the packets that arrived whose network delay is at most `delay`; 0 if none arrived.
    [[nodiscard]] double shareWithin(ReceiverSpan delay) const;
    // Delay of the packet that came first: at playout delay d, the deadline lies d behind it.
    [[nodiscard]] ReceiverSpan firstDelay() const { return m_firstDelay; }

private:
    class Builder;

    // Arrival - stamp of the packets that can be played, less that of the first one and more by
    // m_marginShift; µs, ascending.
    [[nodiscard]] const LargeVector<int32_t>& margins() const
    {
        return m_marginsAreDelays ? m_delays : m_margins;
    }

    uint64_t m_sent = 0;
    LargeVector<int32_t> m_margins; // empty where they are the delays
    LargeVector<int32_t> m_delays; // arrival - send time, µs, ascending
    bool m_marginsAreDelays = false;
    int64_t m_marginShift = 0;
    ReceiverSpan m_firstDelay;
};

} // namespace core

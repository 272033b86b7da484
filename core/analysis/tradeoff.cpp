#include "core/analysis/tradeoff.h"

#include "core/analysis/analysis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace core {

namespace {

constexpr unsigned digitBits = 11;
constexpr uint32_t digitCount = 1U << digitBits;
constexpr uint32_t signBit = 0x80000000U; // flipped, it lets negative numbers sort first

int32_t clamped(ReceiverSpan span)
{
    constexpr int64_t limit = std::numeric_limits<int32_t>::max();
    return static_cast<int32_t>(std::clamp(span.ticks(), -limit, limit));
}

uint32_t digit(int32_t value, unsigned pass)
{
    return ((static_cast<uint32_t>(value) ^ signBit) >> (pass * digitBits)) % digitCount;
}

// From the lowest digit up: linear, where comparing would cost ten times as much.
void sortByDigits(LargeVector<int32_t>& values)
{
    LargeVector<int32_t> sorted(values.size());
    for (unsigned pass = 0; pass < 3; ++pass) {
        std::array<size_t, digitCount + 1> next{};
        for (const int32_t value : values)
            ++next[digit(value, pass) + 1];
        for (uint32_t i = 1; i <= digitCount; ++i)
            next[i] += next[i - 1];
        for (const int32_t value : values)
            sorted[next[digit(value, pass)]++] = value;
        values.swap(sorted);
    }
}

// Values of a range that has not many more numbers than there are values.
void sortByCounting(LargeVector<int32_t>& values, int64_t lowest, size_t range)
{
    LargeVector<uint32_t> counts(range);
    for (const int32_t value : values)
        ++counts[static_cast<size_t>(value - lowest)];
    auto place = values.begin();
    for (size_t i = 0; i < range; ++i)
        place = std::fill_n(place, counts[i], static_cast<int32_t>(lowest + static_cast<int64_t>(i)));
}

void sort(LargeVector<int32_t>& values)
{
    if (values.empty())
        return;
    const auto [lowest, highest] = std::ranges::minmax(values);
    const auto range = static_cast<size_t>(int64_t{highest} - lowest) + 1;
    if (range / 4 <= values.size())
        sortByCounting(values, lowest, range);
    else
        sortByDigits(values);
}

// Arrival minus stamp of the packet that arrived first: where a fixed playout starts to count its delay.
ReceiverSpan firstOffset(const Capture& capture, const Arrivals& arrivals)
{
    if (arrivals.list.empty())
        return {};
    const Arrival& first = arrivals.list.front();
    return first.time - sendTime(capture.packets()[first.packet].media, 0);
}

} // namespace

// Counts the arrivals that a function walks through: it calls another for each first copy, with its packet
// and time.
class TradeOff::Builder {
public:
    Builder(const Capture& capture, const Arrivals& arrivals, double driftPpm)
        : m_capture(capture)
        , m_packets(capture.packets())
        , m_driftPpm(driftPpm)
        , m_offset(firstOffset(capture, arrivals))
    {
    }

    template <typename Walk> TradeOff build(size_t sent, const Walk& walk, const JobControl& job)
    {
        TradeOff result;
        result.m_sent = sent;
        result.m_firstDelay = m_offset;
        collectDelays(result.m_delays, sent, walk);
        if (areMarginsDelays()) {
            result.m_marginsAreDelays = true;
            result.m_marginShift = m_offset.ticks();
        } else {
            collectMargins(result.m_margins, sent, walk);
        }
        if (!job.isCancelled())
            sort(result.m_margins);
        if (!job.isCancelled())
            sort(result.m_delays);
        return result;
    }

private:
    template <typename Walk> void collectDelays(LargeVector<int32_t>& delays, size_t most, const Walk& walk)
    {
        delays.reserve(most);
        walk([&](uint32_t packet, ReceiverTime arrival) {
            const ReceiverSpan delay = arrival - sendTime(m_packets[packet].media, m_driftPpm);
            m_lowest = std::min(m_lowest, delay);
            m_highest = std::max(m_highest, delay);
            delays.push_back(clamped(delay));
        });
    }

    template <typename Walk> void collectMargins(LargeVector<int32_t>& margins, size_t most, const Walk& walk)
    {
        margins.reserve(most);
        walk([&](uint32_t packet, ReceiverTime arrival) {
            if ((m_packets[packet].flags & IsCorrupt) == 0)
                margins.push_back(clamped(arrival - sendTime(m_packets[packet].media, 0) - m_offset));
        });
    }

    // Whether all margins are the delays less the first one's, which spares half of the memory and of the
    // sorting: where the clocks agree, every packet can be played, and nothing is limited.
    [[nodiscard]] bool areMarginsDelays() const
    {
        constexpr ReceiverSpan safe(std::numeric_limits<int32_t>::max() / 4);
        const auto [lowest, highest] = std::minmax({m_lowest, m_highest, m_offset});
        return m_driftPpm == 0 && !m_capture.hasCorruptPackets() && lowest >= -safe && highest <= safe;
    }

    const Capture& m_capture;
    std::span<const PacketRecord> m_packets;
    double m_driftPpm;
    ReceiverSpan m_offset;
    ReceiverSpan m_lowest, m_highest; // of the delays, and 0
};

TradeOff TradeOff::build(
    const Capture& capture, const Arrivals& arrivals, double driftPpm, const JobControl& job)
{
    const auto walk = [&arrivals](const auto& visit) {
        for (const Arrival& arrival : arrivals.list) {
            if (!arrival.isDuplicate)
                visit(arrival.packet, arrival.time);
        }
    };
    return Builder(capture, arrivals, driftPpm).build(capture.packets().size(), walk, job);
}

TradeOff TradeOff::build(const Analysis& analysis, const JobControl& job)
{
    return build(*analysis.capture, *analysis.arrivals, analysis.scenario.network.driftPpm, job);
}

TradeOff TradeOff::build(const Analysis& analysis, uint32_t first, uint32_t end, const JobControl& job)
{
    const auto walk = [&](const auto& visit) {
        for (uint32_t packet = first; packet < end; ++packet) {
            const ReceiverTime arrival = analysis.timeline.outcomes[packet].arrival;
            if (arrival != never)
                visit(packet, arrival);
        }
    };
    return Builder(*analysis.capture, *analysis.arrivals, analysis.scenario.network.driftPpm)
        .build(end - first, walk, job);
}

uint64_t TradeOff::latePackets(ReceiverSpan playoutDelay) const
{
    const auto inTime =
        std::upper_bound(margins().begin(), margins().end(), clamped(playoutDelay) + m_marginShift);
    return static_cast<uint64_t>(margins().end() - inTime);
}

double TradeOff::lateShare(ReceiverSpan playoutDelay) const
{
    return m_sent == 0 ? 0 : static_cast<double>(latePackets(playoutDelay)) / static_cast<double>(m_sent);
}

ReceiverSpan TradeOff::smallestDelay(double share) const
{
    const auto allowed =
        static_cast<uint64_t>(std::floor(std::max(share, 0.0) * static_cast<double>(m_sent)));
    if (allowed >= margins().size())
        return {};
    // All but `allowed` packets are in time when the delay is the margin of the last one that has to be.
    return ReceiverSpan(std::max<int64_t>(0, margins()[margins().size() - 1 - allowed] - m_marginShift));
}

std::vector<uint64_t> TradeOff::histogram(ReceiverSpan first, ReceiverSpan width, int bins) const
{
    std::vector<uint64_t> counts;
    counts.reserve(static_cast<size_t>(bins));
    auto begin = std::lower_bound(m_delays.begin(), m_delays.end(), clamped(first));
    for (int bin = 1; bin <= bins; ++bin) {
        const auto end = std::lower_bound(begin, m_delays.end(), clamped(first + width * bin));
        counts.push_back(static_cast<uint64_t>(end - begin));
        begin = end;
    }
    return counts;
}

ReceiverSpan TradeOff::delayOfShare(double share) const
{
    if (m_delays.empty())
        return {};
    const double rank = std::ceil(std::clamp(share, 0.0, 1.0) * static_cast<double>(m_delays.size()));
    return ReceiverSpan(m_delays[static_cast<size_t>(std::max(rank, 1.0)) - 1]);
}

double TradeOff::shareWithin(ReceiverSpan delay) const
{
    if (m_delays.empty())
        return 0;
    const auto beyond = std::upper_bound(m_delays.begin(), m_delays.end(), clamped(delay));
    return static_cast<double>(beyond - m_delays.begin()) / static_cast<double>(m_delays.size());
}

} // namespace core

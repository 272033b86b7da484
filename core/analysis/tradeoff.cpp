#include "core/analysis/tradeoff.h"

#include "core/analysis/analysis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

// Radix sort from the lowest digit up: linear, where comparing would cost ten times as much.
void sort(LargeVector<int32_t>& values)
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

// Arrival minus stamp of the packet that arrived first: where a fixed playout starts to count its delay.
ReceiverSpan firstOffset(const Analysis& analysis)
{
    if (analysis.arrivals.list.empty())
        return {};
    const Arrival& first = analysis.arrivals.list.front();
    const MediaTime media = analysis.capture->packets()[first.packet].media;
    return first.time.sinceZero() - toReceiverSpan(media - MediaTime());
}

// Whether all margins are the delays less the first one's, which spares half of the memory and of the
// sorting: where the clocks agree, every packet can be played, and nothing is limited.
bool areMarginsDelays(const Analysis& analysis, ReceiverSpan offset)
{
    constexpr ReceiverSpan safe(std::numeric_limits<int32_t>::max() / 4);
    const DelaySummary& delay = analysis.statistics.delay;
    const bool isLimited =
        delay.count > 0 && (delay.minimum < -safe || delay.maximum > safe || offset < -safe || offset > safe);
    return analysis.scenario.network.driftPpm == 0 && !analysis.capture->hasCorruptPackets() && !isLimited;
}

} // namespace

TradeOff TradeOff::build(const Analysis& analysis, const JobControl& job)
{
    return build(analysis, 0, static_cast<uint32_t>(analysis.capture->packets().size()), job);
}

TradeOff TradeOff::build(const Analysis& analysis, uint32_t first, uint32_t end, const JobControl& job)
{
    TradeOff result;
    const auto packets = analysis.capture->packets();
    const ReceiverSpan offset = firstOffset(analysis);
    result.m_sent = end - first;
    result.m_firstDelay = offset;
    result.m_marginsAreDelays = areMarginsDelays(analysis, offset);
    result.m_marginShift = result.m_marginsAreDelays ? offset.ticks() : 0;
    result.m_margins.reserve(result.m_marginsAreDelays ? 0 : end - first);
    result.m_delays.reserve(end - first);
    for (size_t i = first; i < end; ++i) {
        const PacketOutcome& outcome = analysis.timeline.outcomes[i];
        if (outcome.arrival == never)
            continue;
        const MediaTime media = packets[i].media;
        const ReceiverTime sent = sendTime(media, analysis.scenario.network.driftPpm);
        result.m_delays.push_back(clamped(outcome.arrival - sent));
        if (!result.m_marginsAreDelays && outcome.fate != Fate::Corrupt) {
            const ReceiverSpan stamp = toReceiverSpan(media - MediaTime());
            result.m_margins.push_back(clamped(outcome.arrival.sinceZero() - stamp - offset));
        }
    }
    if (!job.isCancelled())
        sort(result.m_margins);
    if (!job.isCancelled())
        sort(result.m_delays);
    return result;
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

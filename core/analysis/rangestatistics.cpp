#include "core/analysis/rangestatistics.h"

#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "core/analysis/statisticparts.h"

#include <algorithm>

namespace core {

namespace {

struct Packets {
    uint32_t first = 0;
    uint32_t end = 0;

    [[nodiscard]] uint32_t count() const { return end - first; }
    [[nodiscard]] bool contains(uint32_t packet) const { return packet >= first && packet < end; }
};

// No packet arrives before it is sent, so that nothing before `begin` has to be looked at: neither copies of
// the packets of the range, nor packets sent behind one of them and arrived earlier.
void addArrivals(const Analysis& analysis, ReceiverTime begin, ReceiverTime last, const Packets& packets,
    Statistics& statistics)
{
    const std::span<const Arrival> arrivals = analysis.arrivals->list;
    ArrivalSums<> sums(*analysis.capture, analysis.scenario.network.driftPpm, packets.count());
    auto arrival = std::ranges::lower_bound(arrivals, StoredTime(begin), {}, &Arrival::time);
    for (; arrival != arrivals.end() && arrival->time <= last; ++arrival) {
        const bool isInRange = packets.contains(arrival->packet);
        if (arrival->isDuplicate)
            statistics.packetsDuplicate += isInRange;
        else if (isInRange)
            sums.add(*arrival);
        else
            sums.pass(*arrival);
    }
    sums.enterInto(statistics);
}

void addPlayout(const Analysis& analysis, ReceiverTime begin, ReceiverTime end, Statistics& statistics)
{
    const EventList& events = analysis.timeline.events;
    PlayoutSums sums;
    for (const EventList::Run& run : events.runs().subspan(events.at(begin).run())) {
        if (run.first.start >= end)
            break;
        const ReceiverSpan part = std::min(run.end(), end) - std::max(run.first.start, begin);
        if (part > ReceiverSpan() || run.first.duration == ReceiverSpan())
            sums.add(run.first, std::max(part, ReceiverSpan()));
    }
    sums.enterInto(statistics);
}

} // namespace

Statistics computeRangeStatistics(
    const Analysis& analysis, const PlotLevels& levels, ReceiverTime begin, ReceiverTime end)
{
    Statistics statistics;
    const Packets packets{
        firstPacketSentFrom(analysis, begin), firstPacketSentFrom(analysis, std::max(begin, end))};
    addOutcomes(std::span(analysis.timeline.outcomes).subspan(packets.first, packets.count()),
        analysis.capture->packets().subspan(packets.first, packets.count()),
        analysis.scenario.network.driftPpm, statistics);
    if (packets.count() > 0)
        addArrivals(analysis, begin, end + levels.longestDelay(), packets, statistics);
    addPlayout(analysis, begin, end, statistics);
    return statistics;
}

} // namespace core

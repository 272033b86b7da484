#include "core/analysis/statistics.h"

#include "core/analysis/delaysummary.h"
#include "core/analysis/statisticparts.h"

#include <algorithm>
#include <array>
#include <vector>

namespace core {

void addOutcomes(std::span<const PacketOutcome> outcomes, Statistics& statistics)
{
    std::array<uint64_t, 5> counts{};
    uint64_t fecRecovered = 0;
    std::vector<int64_t> waits(outcomes.size());
    size_t played = 0;
    for (const PacketOutcome& outcome : outcomes) {
        if (outcome.fate == Fate::Played) {
            waits[played++] = (outcome.playout - outcome.arrival).ticks();
            continue;
        }
        ++counts[static_cast<size_t>(outcome.fate)];
        fecRecovered += outcome.repair == Repair::Fec;
    }
    const auto countOf = [&](Fate fate) { return counts[static_cast<size_t>(fate)]; };
    statistics.packetsSent = outcomes.size();
    statistics.packetsPlayed = played;
    statistics.packetsLost = countOf(Fate::Lost);
    statistics.packetsLate = countOf(Fate::Late);
    statistics.packetsOverflow = countOf(Fate::Overflow);
    statistics.packetsCorrupt = countOf(Fate::Corrupt);
    statistics.packetsFecRecovered = fecRecovered;
    statistics.bufferWait = summarize(std::span(waits).first(played));
}

void PlayoutSums::enterInto(Statistics& statistics) const
{
    statistics.decoded = m_sums.decoded;
    statistics.fec = m_sums.fec;
    statistics.plc = m_sums.plc;
    statistics.silence = m_sums.silence;
    statistics.stall = m_sums.stall;
    statistics.playout = m_sums.decoded + m_sums.fec + m_sums.plc + m_sums.silence + m_sums.stall;
    statistics.gaps = m_sums.gaps;
    statistics.longestGap = m_sums.longestGap;
}

void ArrivalSums::enterInto(Statistics& statistics) const
{
    statistics.jitterRfc3550Us = m_jitter.microseconds();
    statistics.packetsReordered = m_reordered;
    statistics.delay = summarize(std::span(m_delays).first(m_count));
}

Statistics computeStatistics(
    const Capture& capture, const Arrivals& arrivals, const Timeline& timeline, double driftPpm)
{
    Statistics statistics;
    addOutcomes(timeline.outcomes, statistics);
    statistics.packetsDuplicate = timeline.duplicates;
    PlayoutSums playout;
    for (const TimelineEvent& event : timeline.events)
        playout.add(event, event.duration);
    playout.enterInto(statistics);
    ArrivalSums sums(capture, driftPpm, arrivals.list.size());
    for (const Arrival& arrival : arrivals.list) {
        if (!arrival.isDuplicate)
            sums.add(arrival);
    }
    sums.enterInto(statistics);
    return statistics;
}

} // namespace core

#include "core/analysis/statistics.h"

#include "core/analysis/statisticparts.h"

#include <array>
#include <span>

namespace core {

namespace {

// What became of packets, and how long those that were played had waited.
template <typename Stored> class OutcomeTally {
public:
    // most: at most so many are added.
    OutcomeTally(size_t most, double driftPpm)
        : m_driftPpm(driftPpm)
        , m_waits(most)
    {
    }

    void add(const PacketOutcome& outcome, const PacketRecord& packet)
    {
        const bool isPlayed = outcome.fate == Fate::Played;
        m_waits.addIf(isPlayed, outcome.playout - outcome.arrival);
        // Without a branch, as there.
        const int64_t took = (outcome.playout - sendTime(packet.media, m_driftPpm)).ticks();
        m_mouthToEarUs += took & -static_cast<int64_t>(isPlayed);
        ++m_counts[static_cast<size_t>(outcome.fate)];
        m_fecRecovered +=
            static_cast<uint64_t>(!isPlayed) & static_cast<uint64_t>(outcome.repair == Repair::Fec);
    }
    [[nodiscard]] bool isExact() const { return m_waits.isExact(); }
    void enterInto(Statistics& statistics) const
    {
        const auto countOf = [&](Fate fate) { return m_counts[static_cast<size_t>(fate)]; };
        statistics.packetsPlayed = m_waits.size();
        statistics.packetsLost = countOf(Fate::Lost);
        statistics.packetsLate = countOf(Fate::Late);
        statistics.packetsOverflow = countOf(Fate::Overflow);
        statistics.packetsCorrupt = countOf(Fate::Corrupt);
        statistics.packetsFecRecovered = m_fecRecovered;
        statistics.bufferWait = m_waits.summary();
        if (m_waits.size() > 0)
            statistics.mouthToEarUs =
                static_cast<double>(m_mouthToEarUs) / static_cast<double>(m_waits.size());
    }

private:
    double m_driftPpm;
    int64_t m_mouthToEarUs = 0; // sum
    std::array<uint64_t, 5> m_counts{};
    uint64_t m_fecRecovered = 0;
    DelayList<Stored> m_waits;
};

// False, and nothing is entered, if a delay does not fit Stored.
template <typename Stored>
bool addArrivals(
    const Capture& capture, std::span<const Arrival> arrivals, double driftPpm, Statistics& statistics)
{
    ArrivalSums<Stored> sums(capture, driftPpm, arrivals.size());
    for (const Arrival& arrival : arrivals) {
        if (!arrival.isDuplicate)
            sums.add(arrival);
    }
    if (sums.isExact())
        sums.enterInto(statistics);
    return sums.isExact();
}

template <typename Stored>
bool tallyOutcomes(std::span<const PacketOutcome> outcomes, std::span<const PacketRecord> packets,
    double driftPpm, Statistics& statistics)
{
    OutcomeTally<Stored> tally(outcomes.size(), driftPpm);
    for (size_t i = 0; i < outcomes.size(); ++i)
        tally.add(outcomes[i], packets[i]);
    if (tally.isExact())
        tally.enterInto(statistics);
    return tally.isExact();
}

void addEvents(const EventList& events, Statistics& statistics)
{
    PlayoutSums sums;
    for (const EventList::Run& run : events.runs())
        sums.add(run.first, run.duration());
    sums.enterInto(statistics);
}

} // namespace

// Times of more than 35 minutes are rare: they are counted a second time.
void addOutcomes(std::span<const PacketOutcome> outcomes, std::span<const PacketRecord> packets,
    double driftPpm, Statistics& statistics)
{
    statistics.packetsSent = outcomes.size();
    if (!tallyOutcomes<int32_t>(outcomes, packets, driftPpm, statistics))
        tallyOutcomes<int64_t>(outcomes, packets, driftPpm, statistics);
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

Statistics statisticsOfArrivals(const Capture& capture, const Arrivals& arrivals, double driftPpm)
{
    Statistics statistics;
    if (!addArrivals<int32_t>(capture, arrivals.list, driftPpm, statistics))
        addArrivals<int64_t>(capture, arrivals.list, driftPpm, statistics);
    return statistics;
}

void addPlayout(const Capture& capture, const Timeline& timeline, double driftPpm, Statistics& statistics)
{
    statistics.packetsDuplicate = timeline.duplicates;
    addEvents(timeline.events, statistics);
    addOutcomes(timeline.outcomes, capture.packets(), driftPpm, statistics);
}

} // namespace core

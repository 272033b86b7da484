#include "core/analysis/statistics.h"

#include "core/analysis/delaysummary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace core {

namespace {

// What became of the packets, and how long those that were played had waited.
void addOutcomes(const Timeline& timeline, Statistics& statistics)
{
    std::array<uint64_t, 5> counts{};
    uint64_t fecRecovered = 0;
    std::vector<int64_t> waits(timeline.outcomes.size());
    size_t played = 0;
    for (const PacketOutcome& outcome : timeline.outcomes) {
        if (outcome.fate == Fate::Played) {
            waits[played++] = (outcome.playout - outcome.arrival).ticks();
            continue;
        }
        ++counts[static_cast<size_t>(outcome.fate)];
        fecRecovered += outcome.repair == Repair::Fec;
    }
    const auto countOf = [&](Fate fate) { return counts[static_cast<size_t>(fate)]; };
    statistics.packetsSent = timeline.outcomes.size();
    statistics.packetsPlayed = played;
    statistics.packetsLost = countOf(Fate::Lost);
    statistics.packetsLate = countOf(Fate::Late);
    statistics.packetsOverflow = countOf(Fate::Overflow);
    statistics.packetsCorrupt = countOf(Fate::Corrupt);
    statistics.packetsDuplicate = timeline.duplicates;
    statistics.packetsFecRecovered = fecRecovered;
    statistics.bufferWait = summarize(std::span(waits).first(played));
}

ReceiverSpan& lossShare(Statistics& statistics, Repair repair)
{
    switch (repair) {
    case Repair::Fec:
        return statistics.fec;
    case Repair::Plc:
        return statistics.plc;
    case Repair::None:
    case Repair::Silence:
        break;
    }
    return statistics.silence;
}

// Playout by origin, and the gaps in it.
void addEvents(const Timeline& timeline, Statistics& statistics)
{
    ReceiverSpan decoded, stall, gap; // gap: of the losses right before the event
    for (const TimelineEvent& event : timeline.events) {
        if (event.kind == EventKind::Loss) {
            lossShare(statistics, event.repair) += event.duration;
            statistics.gaps += (&event == timeline.events.data() || (&event - 1)->kind != EventKind::Loss);
            gap += event.duration;
            statistics.longestGap = std::max(statistics.longestGap, gap);
            continue;
        }
        (event.kind == EventKind::Packet ? decoded : stall) += event.duration;
        gap = {};
    }
    statistics.decoded = decoded;
    statistics.stall = stall;
    statistics.playout = decoded + stall + statistics.fec + statistics.plc + statistics.silence;
}

// RFC 3550 §6.4.1, with the relative transit time in µs instead of time stamp units.
class InterarrivalJitter {
public:
    void add(int64_t transitUs)
    {
        if (m_hasPrevious)
            m_jitterUs +=
                (std::abs(static_cast<double>(transitUs - m_previousUs)) - m_jitterUs) * (1.0 / 16.0);
        m_previousUs = transitUs;
        m_hasPrevious = true;
    }
    [[nodiscard]] double microseconds() const { return m_jitterUs; }

private:
    double m_jitterUs = 0;
    int64_t m_previousUs = 0;
    bool m_hasPrevious = false;
};

// Network delay, jitter and reordering, in order of arrival.
void addArrivals(const Capture& capture, const Arrivals& arrivals, double driftPpm, Statistics& statistics)
{
    const std::span<const PacketRecord> packets = capture.packets();
    std::vector<int64_t> delays(arrivals.list.size());
    size_t count = 0;
    uint64_t reordered = 0;
    InterarrivalJitter jitter;
    uint32_t newest = 0;
    for (const Arrival& arrival : arrivals.list) {
        if (arrival.isDuplicate)
            continue;
        const MediaTime media = packets[arrival.packet].media;
        // The time stamp of RFC 3550 is media time, whatever the sender's clock does.
        const int64_t transit = arrival.time.ticks() - toReceiverSpan(media.sinceZero()).ticks();
        jitter.add(transit);
        delays[count++] = driftPpm == 0 ? transit : (arrival.time - sendTime(media, driftPpm)).ticks();
        // RFC 4737 §3: reordered is what is older than something that has arrived before it.
        reordered += arrival.packet < newest;
        newest = std::max(newest, arrival.packet);
    }
    statistics.jitterRfc3550Us = jitter.microseconds();
    statistics.packetsReordered = reordered;
    statistics.delay = summarize(std::span(delays).first(count));
}

} // namespace

Statistics computeStatistics(
    const Capture& capture, const Arrivals& arrivals, const Timeline& timeline, double driftPpm)
{
    Statistics statistics;
    addOutcomes(timeline, statistics);
    addEvents(timeline, statistics);
    addArrivals(capture, arrivals, driftPpm, statistics);
    return statistics;
}

} // namespace core

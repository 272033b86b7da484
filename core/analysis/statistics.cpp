#include "core/analysis/statistics.h"

#include "core/analysis/delaysummary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace core {

namespace {

void countFates(const Timeline& timeline, Statistics& statistics)
{
    std::array<uint64_t, 5> counts{};
    for (const PacketOutcome& outcome : timeline.outcomes) {
        ++counts[static_cast<size_t>(outcome.fate)];
        statistics.packetsFecRecovered += outcome.fate != Fate::Played && outcome.repair == Repair::Fec;
    }
    const auto countOf = [&](Fate fate) { return counts[static_cast<size_t>(fate)]; };
    statistics.packetsSent = timeline.outcomes.size();
    statistics.packetsPlayed = countOf(Fate::Played);
    statistics.packetsLost = countOf(Fate::Lost);
    statistics.packetsLate = countOf(Fate::Late);
    statistics.packetsOverflow = countOf(Fate::Overflow);
    statistics.packetsCorrupt = countOf(Fate::Corrupt);
    statistics.packetsDuplicate = timeline.duplicates;
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
    bool isInGap = false;
    ReceiverSpan gap;
    for (const TimelineEvent& event : timeline.events) {
        statistics.playout += event.duration;
        if (event.kind == EventKind::Loss) {
            lossShare(statistics, event.repair) += event.duration;
            statistics.gaps += !isInGap;
            gap = isInGap ? gap + event.duration : event.duration;
            statistics.longestGap = std::max(statistics.longestGap, gap);
        } else {
            (event.kind == EventKind::Packet ? statistics.decoded : statistics.stall) += event.duration;
        }
        isInGap = event.kind == EventKind::Loss;
    }
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
    std::vector<int64_t> delays;
    delays.reserve(arrivals.list.size());
    InterarrivalJitter jitter;
    uint32_t newest = 0;
    for (const Arrival& arrival : arrivals.list) {
        if (arrival.isDuplicate)
            continue;
        const MediaTime media = packets[arrival.packet].media;
        // The time stamp of RFC 3550 is media time, whatever the sender's clock does.
        const int64_t transit = arrival.time.ticks() - toReceiverSpan(media.sinceZero()).ticks();
        jitter.add(transit);
        delays.push_back(driftPpm == 0 ? transit : (arrival.time - sendTime(media, driftPpm)).ticks());
        // RFC 4737 §3: reordered is what is older than something that has arrived before it.
        statistics.packetsReordered += arrival.packet < newest;
        newest = std::max(newest, arrival.packet);
    }
    statistics.jitterRfc3550Us = jitter.microseconds();
    statistics.delay = summarize(delays);
}

void addBufferWaits(const Timeline& timeline, Statistics& statistics)
{
    std::vector<int64_t> waits;
    waits.reserve(statistics.packetsPlayed);
    for (const PacketOutcome& outcome : timeline.outcomes) {
        if (outcome.fate == Fate::Played)
            waits.push_back((outcome.playout - outcome.arrival).ticks());
    }
    statistics.bufferWait = summarize(waits);
}

} // namespace

Statistics computeStatistics(
    const Capture& capture, const Arrivals& arrivals, const Timeline& timeline, double driftPpm)
{
    Statistics statistics;
    countFates(timeline, statistics);
    addEvents(timeline, statistics);
    addArrivals(capture, arrivals, driftPpm, statistics);
    addBufferWaits(timeline, statistics);
    return statistics;
}

} // namespace core

#pragma once

#include "core/analysis/delaysummary.h"
#include "core/analysis/statistics.h"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <memory>
#include <span>

// What statistics are summed up from: the same for a whole capture and for a part of it.
namespace core {

// Delays one by one, in as many bits as Stored has: the fewer, the less memory they go through.
template <std::signed_integral Stored> class DelayList {
public:
    // most: at most so many are added.
    explicit DelayList(size_t most)
        : m_values(std::make_unique_for_overwrite<Stored[]>(most + 1)) // NOLINT(*-avoid-c-arrays)
    {
    }

    void add(ReceiverSpan delay) { addIf(true, delay); }
    // Without a branch, because nobody can foretell which packets of a bad network are played.
    void addIf(bool isWanted, ReceiverSpan delay)
    {
        const int64_t wanted = delay.ticks() & -static_cast<int64_t>(isWanted);
        const auto stored = static_cast<Stored>(wanted);
        m_lostBits |= stored ^ wanted;
        m_values[m_count] = stored;
        m_count += static_cast<size_t>(isWanted);
    }
    // Every delay fits.
    [[nodiscard]] bool isExact() const { return m_lostBits == 0; }
    [[nodiscard]] size_t size() const { return m_count; }
    [[nodiscard]] DelaySummary summary() const
    {
        return summarize(std::span<const Stored>(m_values.get(), m_count));
    }

private:
    std::unique_ptr<Stored[]> m_values; // NOLINT(*-avoid-c-arrays): left as it is until it is written
    size_t m_count = 0;
    int64_t m_lostBits = 0;
};

// Counts fates and FEC, and summarizes how long the packets that were played had waited and taken in all.
// Sets packetsSent to the number of outcomes. packets: theirs, one for each.
void addOutcomes(std::span<const PacketOutcome> outcomes, std::span<const PacketRecord> packets,
    double driftPpm, Statistics& statistics);

// Playout by origin, and the gaps in it. Fed with consecutive events, or the first one of a run of packets
// for all.
class PlayoutSums {
public:
    // `duration`: as much of the event or run as counts.
    void add(const TimelineEvent& event, ReceiverSpan duration)
    {
        if (event.kind == EventKind::Loss) {
            lossShare(event.repair) += duration;
            m_sums.gaps += !m_isInGap;
            m_gap += duration;
            m_sums.longestGap = std::max(m_sums.longestGap, m_gap);
            m_isInGap = true;
            return;
        }
        (event.kind == EventKind::Packet ? m_sums.decoded : m_sums.stall) += duration;
        m_gap = {};
        m_isInGap = false;
    }
    void enterInto(Statistics& statistics) const;

private:
    ReceiverSpan& lossShare(Repair repair)
    {
        switch (repair) {
        case Repair::Fec:
            return m_sums.fec;
        case Repair::Plc:
            return m_sums.plc;
        case Repair::None:
        case Repair::Silence:
            break;
        }
        return m_sums.silence;
    }

    Statistics m_sums;
    ReceiverSpan m_gap; // of the losses right before the next event
    bool m_isInGap = false;
};

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

// Network delay, jitter and reordering of first copies, fed in order of arrival.
template <std::signed_integral Stored = int64_t> class ArrivalSums {
public:
    // most: at most so many are fed.
    ArrivalSums(const Capture& capture, double driftPpm, size_t most)
        : m_packets(capture.packets())
        , m_driftPpm(driftPpm)
        , m_delays(most)
    {
    }

    void add(const Arrival& arrival)
    {
        const MediaTime media = m_packets[arrival.packet].media;
        // The time stamp of RFC 3550 is media time, whatever the sender's clock does.
        const ReceiverSpan transit = arrival.time - sendTime(media, 0);
        m_jitter.add(transit.ticks());
        m_delays.add(m_driftPpm == 0 ? transit : arrival.time - sendTime(media, m_driftPpm));
        // RFC 4737 §3: reordered is what is older than something that has arrived before it.
        m_reordered += arrival.packet < m_newest;
        pass(arrival);
    }
    // An arrival that is not summed up, but that those behind it may be reordered by.
    void pass(const Arrival& arrival) { m_newest = std::max(m_newest, arrival.packet); }
    // Every delay fits; otherwise they have to be counted anew with more bits.
    [[nodiscard]] bool isExact() const { return m_delays.isExact(); }
    void enterInto(Statistics& statistics) const
    {
        statistics.jitterRfc3550Us = m_jitter.microseconds();
        statistics.packetsReordered = m_reordered;
        statistics.delay = m_delays.summary();
    }

private:
    std::span<const PacketRecord> m_packets;
    double m_driftPpm;
    DelayList<Stored> m_delays;
    uint64_t m_reordered = 0;
    uint32_t m_newest = 0;
    InterarrivalJitter m_jitter;
};

} // namespace core

#include "core/analysis/statistics.h"

#include "core/analysis/analysis.h"
#include "core/analysis/gaps.h"
#include "tests/support/plaincapture.h"

#include <QTest>

using namespace core;

namespace {

// A stretch of a hand-made timeline; times in ms.
struct Stretch {
    EventKind kind = EventKind::Packet;
    int64_t durationMs = 20;
    Cause cause = Cause::None;
    Repair repair = Repair::None;
    int64_t mediaMs = 0;
};

Timeline timelineOf(const std::vector<Stretch>& stretches)
{
    Timeline timeline;
    ReceiverTime time(60000);
    for (const Stretch& stretch : stretches) {
        TimelineEvent event;
        event.start = time;
        event.duration = receiverMilliseconds(stretch.durationMs);
        event.media = MediaTime(stretch.mediaMs * 48);
        event.kind = stretch.kind;
        event.cause = stretch.cause;
        event.repair = stretch.repair;
        timeline.events.push_back(event);
        time = event.end();
    }
    return timeline;
}

constexpr Stretch lossOf(int64_t durationMs, Cause cause, Repair repair, int64_t mediaMs)
{
    return {EventKind::Loss, durationMs, cause, repair, mediaMs};
}

// Packet 0 played, 1 and 2 missing, stall, 3 played, 4 missing.
Timeline crafted()
{
    Timeline timeline = timelineOf({{.mediaMs = 0}, lossOf(20, Cause::Lost, Repair::Plc, 20),
        lossOf(20, Cause::Late, Repair::Fec, 40), {EventKind::Stall, 7, Cause::None, Repair::None, 60},
        {.mediaMs = 60}, lossOf(20, Cause::Corrupt, Repair::Silence, 80)});
    timeline.outcomes.resize(5);
    const auto set = [&](size_t i, Fate fate, int64_t arrivalMs, int64_t playoutMs) {
        timeline.outcomes[i].fate = fate;
        if (arrivalMs >= 0)
            timeline.outcomes[i].arrival = ReceiverTime(arrivalMs * 1000);
        if (playoutMs >= 0)
            timeline.outcomes[i].playout = ReceiverTime(playoutMs * 1000);
    };
    set(0, Fate::Played, 10, 60);
    set(1, Fate::Lost, -1, -1);
    set(2, Fate::Late, 150, -1);
    timeline.outcomes[2].repair = Repair::Fec;
    set(3, Fate::Played, 80, 127);
    set(4, Fate::Corrupt, 95, -1);
    timeline.duplicates = 3;
    return timeline;
}

Arrivals arrivalsOf(std::initializer_list<Arrival> list) { return {list}; }

Statistics statisticsOf(const Timeline& timeline, const Arrivals& arrivals, double driftPpm = 0)
{
    const auto capture = plainCapture(timeline.outcomes.size(), mediaMilliseconds(20));
    Statistics statistics = statisticsOfArrivals(*capture, arrivals, driftPpm);
    addPlayout(*capture, timeline, driftPpm, statistics);
    return statistics;
}

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT
private slots:
    void everyPacketIsCountedUnderItsFate()
    {
        const Statistics statistics = statisticsOf(crafted(), {});
        QCOMPARE(statistics.packetsSent, uint64_t(5));
        QCOMPARE(statistics.packetsPlayed, uint64_t(2));
        QCOMPARE(statistics.packetsLost, uint64_t(1));
        QCOMPARE(statistics.packetsLate, uint64_t(1));
        QCOMPARE(statistics.packetsOverflow, uint64_t(0));
        QCOMPARE(statistics.packetsCorrupt, uint64_t(1));
        QCOMPARE(statistics.packetsDuplicate, uint64_t(3));
        QCOMPARE(statistics.packetsFecRecovered, uint64_t(1));
    }

    void everyMicrosecondOfPlayoutIsCountedUnderItsOrigin()
    {
        const Statistics statistics = statisticsOf(crafted(), {});
        QCOMPARE(statistics.decoded.ticks(), 40000);
        QCOMPARE(statistics.plc.ticks(), 20000);
        QCOMPARE(statistics.fec.ticks(), 20000);
        QCOMPARE(statistics.silence.ticks(), 20000);
        QCOMPARE(statistics.stall.ticks(), 7000);
        QCOMPARE(statistics.playout.ticks(), 107000);
    }

    void neighbouringLossesAreOneGap()
    {
        const Statistics statistics = statisticsOf(crafted(), {});
        QCOMPARE(statistics.gaps, uint64_t(2));
        QCOMPARE(statistics.longestGap.ticks(), 40000);
    }

    void waitIsPlayoutMinusArrivalOfPlayedPackets()
    {
        const Statistics statistics = statisticsOf(crafted(), {});
        QCOMPARE(statistics.bufferWait.count, uint64_t(2));
        QCOMPARE(statistics.bufferWait.minimum.ticks(), 47000);
        QCOMPARE(statistics.bufferWait.maximum.ticks(), 50000);
        QCOMPARE(statistics.bufferWait.meanUs, 48500.0);
        QCOMPARE(statistics.mouthToEarUs, 63500.0); // sent at 0 and 60 ms, played at 60 and 127
    }

    void nothingPlayedTakesNoTime()
    {
        Timeline timeline;
        timeline.outcomes.resize(3);
        QCOMPARE(statisticsOf(timeline, {}).mouthToEarUs, 0.0);
    }

    void timesOfDaysAreExact()
    {
        const int64_t days = int64_t{3} * 86400 * 1000000;
        Timeline timeline;
        timeline.outcomes.resize(2);
        timeline.outcomes[0] = {
            ReceiverTime(7), ReceiverTime(7), ReceiverTime(days), Fate::Played, Repair::None};
        const Arrivals arrivals = arrivalsOf({{ReceiverTime(7), false, 0}, {ReceiverTime(days), false, 1}});
        const Statistics statistics = statisticsOf(timeline, arrivals);
        QCOMPARE(statistics.bufferWait.maximum.ticks(), days - 7);
        QCOMPARE(statistics.delay.minimum.ticks(), 7);
        QCOMPARE(statistics.delay.maximum.ticks(), days - 20000);
        QCOMPARE(statistics.delay.meanUs, static_cast<double>(days - 20000 + 7) / 2);
        QCOMPARE(statistics.jitterRfc3550Us, static_cast<double>(days - 20007) / 16);
    }

    // RFC 3550 §6.4.1 by hand: transit times 0, 16, 16, 0 ms; J += (|D| - J) / 16.
    void jitterFollowsRfc3550()
    {
        Timeline timeline;
        timeline.outcomes.resize(4);
        const Arrivals arrivals = arrivalsOf({{ReceiverTime(0), false, 0}, {ReceiverTime(36000), false, 1},
            {ReceiverTime(56000), false, 2}, {ReceiverTime(60000), false, 3}});
        QCOMPARE(statisticsOf(timeline, arrivals).jitterRfc3550Us, 1000 - 62.5 + (16000 - 937.5) / 16);
    }

    void jitterTakesPacketsInOrderOfArrivalAndNoDuplicates()
    {
        Timeline timeline;
        timeline.outcomes.resize(2);
        // Transit times 30 ms (packet 1), then 60 ms (packet 0).
        const Arrivals arrivals = arrivalsOf({{ReceiverTime(50000), false, 1}, {ReceiverTime(50001), true, 1},
            {ReceiverTime(60000), false, 0}, {ReceiverTime(99999), true, 0}});
        const Statistics statistics = statisticsOf(timeline, arrivals);
        QCOMPARE(statistics.jitterRfc3550Us, 30000.0 / 16);
        QCOMPARE(statistics.delay.count, uint64_t(2));
        QCOMPARE(statistics.delay.minimum.ticks(), 30000);
        QCOMPARE(statistics.delay.maximum.ticks(), 60000);
    }

    void reorderedIsWhatIsOlderThanWhatHasArrived()
    {
        Timeline timeline;
        timeline.outcomes.resize(5);
        // RFC 4737 §3.3: in the order 0 3 1 2 4, packets 1 and 2 are reordered, 3 is not.
        const Arrivals arrivals =
            arrivalsOf({{ReceiverTime(1), false, 0}, {ReceiverTime(2), false, 3}, {ReceiverTime(3), false, 1},
                {ReceiverTime(4), false, 2}, {ReceiverTime(5), false, 4}, {ReceiverTime(6), true, 0}});
        QCOMPARE(statisticsOf(timeline, arrivals).packetsReordered, uint64_t(2));
    }

    void delayCountsFromTheSendTimeOfADriftingClock()
    {
        Timeline timeline;
        timeline.outcomes.resize(2);
        // Media time 20 ms leaves at 20 ms / 1.001 = 19.980 ms.
        const Arrivals arrivals =
            arrivalsOf({{ReceiverTime(5000), false, 0}, {ReceiverTime(25000), false, 1}});
        const Statistics statistics = statisticsOf(timeline, arrivals, 1000);
        QCOMPARE(statistics.delay.maximum.ticks(), 25000 - 19980);
    }

    void gapsTellCauseRepairAndPackets()
    {
        const Timeline timeline = crafted();
        const auto capture = plainCapture(5, mediaMilliseconds(20));
        const std::vector<Gap> gaps = findGaps(*capture, timeline);
        QCOMPARE(gaps.size(), size_t(2));
        QCOMPARE(gaps[0].start.ticks(), 80000);
        QCOMPARE(gaps[0].length.ticks(), 40000);
        QCOMPARE(gaps[0].media.ticks(), 960);
        QCOMPARE(gaps[0].firstEvent, 1U);
        QCOMPARE(gaps[0].eventCount, 2U);
        QCOMPARE(gaps[0].firstPacket, 1U);
        QCOMPARE(gaps[0].lastPacket, 2U);
        QVERIFY(gaps[0].cause == Cause::Lost); // as long as the other, and first
        QCOMPARE(gaps[0].packets.all, 2U);
        QVERIFY(gaps[0].packets.causes == (std::array<uint32_t, 6>{0, 1, 1, 0, 0, 0}));
        QVERIFY(gaps[0].packets.repairs == (std::array<uint32_t, 4>{1, 1, 0, 0}));
        QVERIFY(gaps[1].packets.causes == (std::array<uint32_t, 6>{0, 0, 0, 0, 1, 0}));
        QCOMPARE(gaps[0].plc.ticks(), 20000);
        QCOMPARE(gaps[0].fec.ticks(), 20000);
        QCOMPARE(gaps[1].silence.ticks(), 20000);
        QCOMPARE(gaps[1].firstPacket, 4U);
        QVERIFY(gaps[1].cause == Cause::Corrupt);
    }

    void gapOfNoKnownPacketNamesNone()
    {
        Timeline timeline =
            timelineOf({{.mediaMs = 0}, lossOf(200, Cause::Starved, Repair::Plc, 20), {.mediaMs = 20}});
        timeline.outcomes.resize(2);
        for (PacketOutcome& outcome : timeline.outcomes)
            outcome.fate = Fate::Played;
        const std::vector<Gap> gaps = findGaps(*plainCapture(2, mediaMilliseconds(20)), timeline);
        QCOMPARE(gaps.size(), size_t(1));
        QCOMPARE(gaps[0].firstPacket, noPacket);
        QCOMPARE(gaps[0].lastPacket, noPacket);
        QVERIFY(gaps[0].cause == Cause::Starved);
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"

#include "core/playout/realtimemachine.h"
#include "core/playout/timeline.h"
#include "tests/support/streams.h"

#include <QTest>

using namespace core;

namespace {

using Times = std::vector<std::pair<uint32_t, double>>;

BufferSettings settingsWith(int64_t playoutDelayMs = 60)
{
    BufferSettings settings;
    settings.strategy = Strategy::Realtime;
    settings.playoutDelay = receiverMilliseconds(playoutDelayMs);
    return settings;
}

Timeline played(const Capture& capture, const Times& times, const BufferSettings& settings = settingsWith())
{
    return playOut(capture, arrivalsAt(times), settings, Concealment::Plc);
}

// Sums up what a machine tells about starvation.
class Tally final : public PlayoutSink {
public:
    void onPacket(const HeldPacket&, const Played&) override { }
    void onLoss(const LostStretch& stretch) override
    {
        lost += stretch.duration;
        ++losses;
    }
    void onStall(ReceiverTime, ReceiverSpan duration, ReceiverSpan) override { stalled += duration; }
    void onResync(ReceiverTime, ReceiverSpan) override { }
    void onRefusal(const HeldPacket&, Refusal, ReceiverTime) override { }

    ReceiverSpan lost, stalled;
    int losses = 0;
};

constexpr HeldPacket firstPacket{receiverMilliseconds(0), receiverMilliseconds(20), 0};
constexpr HeldPacket secondPacket{receiverMilliseconds(20), receiverMilliseconds(40), 1};

} // namespace

class TestRealtimePlayout : public QObject {
    Q_OBJECT
private slots:
    void playsAsComputedByHand_data();
    void playsAsComputedByHand()
    {
        QFETCH(Times, times);
        QFETCH(QStringList, events);
        QCOMPARE(inWords(played(evenStream(6), times)), events);
    }

    void stampsWithinEpsilonAreNoLossAndTheHoleIsAStall()
    {
        const Capture capture = streamOf({{0}, {22}, {42}});
        const QStringList events{"play 0 60-80", "play 1 80-100", "stall 100-102", "play 2 102-122"};
        QCOMPARE(inWords(played(capture, {{0, 0}, {1, 20}, {2, 40}})), events);
    }

    void lossIsNotLongerThanTheGapByEpsilon()
    {
        const Capture capture = streamOf({{0}, {23}});
        const QStringList events{"play 0 60-80", "loss 80-83 lost plc", "play 1 83-103"};
        QCOMPARE(inWords(played(capture, {{0, 0}, {1, 20}})), events);
    }

    void gapOfMaxLossIsALossAndALongerOneAResync()
    {
        const Times times{{0, 0}, {1, 20}};
        QCOMPARE(inWords(played(streamOf({{0}, {5020}}), times)),
            (QStringList{"play 0 60-80", "loss 80-5080 lost plc", "play 1 5080-5100"}));
        const Capture jump = streamOf({{0}, {5021}, {5041}});
        const Timeline timeline = played(jump, {{0, 0}, {1, 20}, {2, 30}});
        QCOMPARE(
            inWords(timeline), (QStringList{"play 0 60-80", "resync 80", "play 1 80-100", "play 2 100-120"}));
        QCOMPARE(timeline.events[1].media.ticks(), 5021 * 48);
        QCOMPARE(timeline.outcomes[2].due.milliseconds(), 100.0);
    }

    void starvationIsReportedAtTheThresholdThenEachStepAndTheRestIsAStall()
    {
        const Timeline timeline = played(evenStream(2), {{0, 0}, {1, 330}});
        QCOMPARE(inWords(timeline),
            (QStringList{"play 0 60-80", "loss 80-280 starved plc", "loss 280-300 starved plc",
                "loss 300-320 starved plc", "stall 320-340", "play 1 340-360"}));
        QCOMPARE(timeline.events[1].media.milliseconds(), 20.0);
        QCOMPARE(timeline.events[2].media.milliseconds(), 220.0);
    }

    void thresholdOfZeroReportsFromTheSecondEmptyWake()
    {
        BufferSettings settings = settingsWith();
        settings.lossThreshold = {};
        QCOMPARE(inWords(played(evenStream(2), {{0, 0}, {1, 115}}, settings)),
            (QStringList{"play 0 60-80", "loss 80-100 starved plc", "stall 100-120", "play 1 120-140"}));
    }

    void starvationThatAPacketExplainsIsALoss()
    {
        // Packet 1 never comes: of the 200 ms its 20 are lost, the others only late to come.
        const Timeline timeline = played(evenStream(3), {{0, 0}, {2, 285}});
        QCOMPARE(inWords(timeline),
            (QStringList{"play 0 60-80", "loss 80-100 lost plc", "loss 100-280 starved plc", "stall 280-300",
                "play 2 300-320"}));
        QCOMPARE(timeline.events[2].media.milliseconds(), 40.0);
        QCOMPARE(timeline.outcomes[1].repair, Repair::Plc);
        QCOMPARE(timeline.outcomes[2].repair, Repair::None);
    }

    void offsetComesFromTheOldestPacketHeldAtTheFirstWake()
    {
        QCOMPARE(inWords(played(evenStream(3), {{2, 0}, {1, 30}, {0, 60}})),
            (QStringList{"play 0 60-80", "play 1 80-100", "play 2 100-120"}));
    }

    void firstEventIsNoLossHoweverLateInTheStream()
    {
        QCOMPARE(inWords(played(evenStream(100000), {{99999, 5}})), QStringList{"play 99999 65-85"});
    }

    void packetsOf2500MicrosecondsKeepTheirDuration()
    {
        QCOMPARE(inWords(played(evenStream(4, 2.5), {{0, 0}, {1, 2}, {3, 9}})),
            (QStringList{"play 0 60-62.5", "play 1 62.5-65", "loss 65-67.5 lost plc", "play 3 67.5-70"}));
    }

    void packetsOf60Milliseconds()
    {
        QCOMPARE(inWords(played(evenStream(3, 60), {{0, 0}, {2, 130}})),
            (QStringList{"play 0 60-120", "stall 120-140", "loss 140-180 lost plc", "play 2 180-240"}));
    }

    void overflowAndDueTimes()
    {
        BufferSettings settings = settingsWith();
        settings.maxDuration = receiverMilliseconds(60);
        const Timeline timeline =
            played(evenStream(5), {{0, 0}, {1, 61}, {2, 62}, {3, 63}, {4, 64}}, settings);
        QCOMPARE(inWords(timeline),
            (QStringList{"play 0 60-80", "loss 80-100 overflow plc", "play 2 100-120", "play 3 120-140",
                "play 4 140-160"}));
        QCOMPARE(timeline.outcomes[1].fate, Fate::Overflow);
        QCOMPARE(timeline.outcomes[1].due.milliseconds(), 80.0);
        QVERIFY(timeline.outcomes[1].playout == never);
    }

    void everythingThrownOutEndsInNothingPlayed()
    {
        BufferSettings settings = settingsWith();
        settings.maxDuration = receiverMilliseconds(1);
        const Timeline timeline = played(evenStream(3), {{0, 0}, {1, 20}, {2, 40}}, settings);
        for (const PacketOutcome& outcome : timeline.outcomes)
            QCOMPARE(outcome.fate, Fate::Overflow);
    }

    void copiesAreCountedAndChangeNothing()
    {
        const Timeline timeline = played(evenStream(3), {{0, 0}, {1, 20}, {1, 25}, {2, 40}, {0, 90}});
        QCOMPARE(inWords(timeline), (QStringList{"play 0 60-80", "play 1 80-100", "play 2 100-120"}));
        QCOMPARE(timeline.duplicates, uint64_t(2));
        QCOMPARE(timeline.outcomes[1].arrival.milliseconds(), 20.0);
    }

    void latePacketKeepsItsDueTime()
    {
        const Timeline timeline = played(evenStream(3), {{0, 0}, {2, 40}, {1, 90}});
        QCOMPARE(timeline.outcomes[1].fate, Fate::Late);
        QCOMPARE(timeline.outcomes[1].due.milliseconds(), 80.0);
        QCOMPARE(timeline.outcomes[1].repair, Repair::Plc);
    }

    void wakesInOneLeapEqualWakesOneByOne_data()
    {
        QTest::addColumn<qint64>("stepMs");
        QTest::addColumn<qint64>("thresholdMs");
        QTest::addColumn<qint64>("arrivalUs");
        for (const qint64 step : {1, 7, 20, 300}) {
            for (const qint64 threshold : {0, 10, 200}) {
                for (const qint64 arrival : {80001, 85000, 100000, 280000, 280001, 999999, 2000000})
                    QTest::addRow("%lld %lld %lld", step, threshold, arrival) << step << threshold << arrival;
            }
        }
    }
    void wakesInOneLeapEqualWakesOneByOne()
    {
        QFETCH(qint64, stepMs);
        QFETCH(qint64, thresholdMs);
        QFETCH(qint64, arrivalUs);
        BufferSettings settings = settingsWith();
        settings.lossStep = receiverMilliseconds(stepMs);
        settings.lossThreshold = receiverMilliseconds(thresholdMs);
        Tally single, leap;
        RealtimeMachine walker(settings, single), leaper(settings, leap);
        for (auto* machine : {&walker, &leaper}) {
            machine->append(firstPacket, ReceiverTime(0));
            machine->wake(InputState::Open);
            machine->wake(InputState::Open);
        }
        const ReceiverTime arrival(arrivalUs);
        while (walker.nextWake() < arrival)
            walker.wake(InputState::Open);
        QVERIFY(leaper.starveUntil(arrival, 2) <= 3);
        QCOMPARE(leaper.nextWake().ticks(), walker.nextWake().ticks());
        QCOMPARE(leap.lost.ticks(), single.lost.ticks());
        for (auto* machine : {&walker, &leaper}) {
            machine->append(secondPacket, arrival);
            machine->wake(InputState::Closed);
        }
        QCOMPARE(leap.stalled.ticks(), single.stalled.ticks());
    }

    void anHourWithoutAPacketIsReportedStepByStep()
    {
        const Timeline timeline = played(evenStream(2), {{0, 0}, {1, 3600000}});
        // From the threshold of 200 ms on, every 20 ms; a stall, and the packet.
        QCOMPARE(timeline.events.size(), size_t(1 + (3600000 - 280) / 20 + 1 + 1));
    }

    void sixDaysWithoutAPacketStayBounded()
    {
        BufferSettings settings = settingsWith();
        settings.lossStep = receiverMilliseconds(1);
        settings.maxLoss = receiverMilliseconds(600000);
        constexpr double sixDaysMs = 6.0 * 86400 * 1000;
        const Timeline timeline = played(evenStream(2), {{0, 0}, {1, sixDaysMs}}, settings);
        QVERIFY(timeline.events.size() < 210000);
        QCOMPARE(timeline.end().milliseconds(), sixDaysMs + 20);
        QCOMPARE(timeline.outcomes[1].fate, Fate::Played);
    }

    void manyHolesOfDaysStayBounded()
    {
        constexpr uint32_t count = 20000;
        Times times;
        for (uint32_t i = 0; i < count; i += 2)
            times.emplace_back(i, i * 86400.0 * 1000);
        Arrivals arrivals;
        for (const auto& [packet, ms] : times)
            arrivals.list.push_back({ReceiverTime(static_cast<int64_t>(ms * 1000)), false, packet});
        const Timeline timeline = playOut(evenStream(count), arrivals, settingsWith(), Concealment::Fec);
        QVERIFY(timeline.events.size() < 20 * count);
    }
};

// Packets of 20 ms; the first arrives at 0 unless the row says otherwise, so media 0 is due at 60.
void TestRealtimePlayout::playsAsComputedByHand_data()
{
    QTest::addColumn<Times>("times");
    QTest::addColumn<QStringList>("events");
    QTest::newRow("first wake is playout delay after the first arrival")
        << Times{{0, 10}, {1, 30}} << QStringList{"play 0 70-90", "play 1 90-110"};
    QTest::newRow("gap is a loss of exactly what is missing") << Times{{0, 0}, {2, 40},
        {3, 60}} << QStringList{"play 0 60-80", "loss 80-100 lost plc", "play 2 100-120", "play 3 120-140"};
    QTest::newRow("disorder within the delay is put right")
        << Times{{0, 0}, {2, 40}, {1, 50}} << QStringList{"play 0 60-80", "play 1 80-100", "play 2 100-120"};
    QTest::newRow("arrival exactly at the wake is in time")
        << Times{{0, 0}, {1, 80}} << QStringList{"play 0 60-80", "play 1 80-100"};
    QTest::newRow("arrival a microsecond behind the wake waits for the next")
        << Times{{0, 0}, {1, 80.001}} << QStringList{"play 0 60-80", "stall 80-100", "play 1 100-120"};
    QTest::newRow("two arrivals at the time of a wake are both there")
        << Times{{0, 0}, {1, 80}, {2, 80}} << QStringList{"play 0 60-80", "play 1 80-100", "play 2 100-120"};
    QTest::newRow("40 ms of starvation are a stall")
        << Times{{0, 0}, {1, 115}} << QStringList{"play 0 60-80", "stall 80-120", "play 1 120-140"};
    QTest::newRow("packet behind a loss that was passed over is late") << Times{
        {0, 0}, {2, 40}, {1, 90}} << QStringList{"play 0 60-80", "loss 80-100 late plc", "play 2 100-120"};
    QTest::newRow("a stall adds delay that a later gap eats up")
        << Times{{0, 0}, {1, 115}, {3, 118}, {4, 119}}
        << QStringList{"play 0 60-80", "stall 80-120", "play 1 120-140", "play 3 140-160", "play 4 160-180"};
    QTest::newRow("what the extra delay does not cover of a gap is lost")
        << Times{{0, 0}, {1, 95}, {4, 96}}
        << QStringList{
               "play 0 60-80", "stall 80-100", "play 1 100-120", "loss 120-140 lost plc", "play 4 140-160"};
    QTest::newRow("gap in a stall") << Times{{0, 0},
        {3, 95}} << QStringList{"play 0 60-80", "stall 80-100", "loss 100-120 lost plc", "play 3 120-140"};
    QTest::newRow("the end comes when the input has ended and nothing is held")
        << Times{{0, 0}} << QStringList{"play 0 60-80"};
}

QTEST_APPLESS_MAIN(TestRealtimePlayout)
#include "tst_realtimeplayout.moc"

#include "core/playout/foreseenbuffer.h"

#include "core/playout/pullmachine.h"
#include "core/playout/realtimemachine.h"
#include "core/playout/timelinebuilder.h"
#include "tests/support/plaincapture.h"
#include "tests/support/streams.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <random>

using namespace core;

namespace {

// Packets of several durations, some of them corrupt or missing, with pauses; none overlaps another.
Capture streamOf(std::mt19937& random, uint32_t mostPackets)
{
    constexpr std::array<uint16_t, 3> durations{120, 960, 2880};
    Capture::Parts parts;
    MediaTime media;
    const bool isEven = random() % 2 == 0;
    for (uint32_t count = random() % mostPackets; count > 0; --count) {
        PacketRecord record;
        record.media = media;
        record.durationSamples = isEven ? 960 : durations.at(random() % 3);
        record.toc = 9 << 3;
        const uint32_t kind = random() % 40;
        record.flags = kind == 0 ? IsCorrupt : kind == 1 ? IsMissing : HasFec;
        parts.packets.push_back(record);
        media = record.end();
        if (random() % 60 == 0)
            media += mediaMilliseconds(random() % 8000);
    }
    parts.end = media;
    return Capture(std::move(parts));
}

NetworkSettings networkOf(std::mt19937& random)
{
    NetworkSettings network = roughScenario(Strategy::Realtime, 1).network;
    network.jitter.spread = receiverMilliseconds(random() % 120);
    network.loss.rate = random() % 3 == 0 ? 0.3 : 0.03;
    network.driftPpm = static_cast<double>(random() % 2001) - 1000;
    return network;
}

BufferSettings settingsOf(std::mt19937& random, Strategy strategy)
{
    BufferSettings settings;
    settings.strategy = strategy;
    settings.playoutDelay = receiverMilliseconds(random() % 150);
    settings.maxDuration = receiverMilliseconds(random() % 2 == 0 ? 120000 : 100 + random() % 1500);
    settings.maxLoss = receiverMilliseconds(random() % 2 == 0 ? 5000 : random() % 200);
    settings.lossThreshold = receiverMilliseconds(random() % 250);
    return settings;
}

void deliverToRealtime(ArrivalFeed feed, const BufferSettings& settings, TimelineBuilder& sink)
{
    RealtimeMachine<TimelineBuilder> machine(settings, sink);
    while (!feed.isExhausted() || (machine.hasStarted() && !machine.hasEnded())) {
        while (!feed.isExhausted() && (!machine.hasStarted() || feed.nextTime() <= machine.nextWake())) {
            const ReceiverTime arrival = feed.nextTime();
            machine.append(feed.take(), arrival);
        }
        machine.wake(feed.isExhausted() ? InputState::Closed : InputState::Open);
    }
}

void deliverToPulled(ArrivalFeed feed, const BufferSettings& settings, TimelineBuilder& sink)
{
    if (feed.isExhausted())
        return;
    PullMachine<TimelineBuilder> machine(sink, JitterBuffer(settings.maxDuration, settings.epsilon));
    machine.start(feed.nextTime() + settings.playoutDelay);
    for (bool isHeld = true; isHeld || !feed.isExhausted();) {
        while (!feed.isExhausted() && feed.nextTime() <= machine.nextPull())
            machine.append(feed.take());
        isHeld = machine.pull();
        if (!isHeld && !feed.isExhausted())
            machine.waitFor(feed.nextTime());
    }
}

// Each packet appended when it arrives.
Timeline deliveredOneByOne(const Capture& capture, const Arrivals& arrivals, const BufferSettings& settings)
{
    TimelineBuilder sink(capture, arrivals, LossPlanner(capture, Concealment::Fec, settings.epsilon), {});
    const ArrivalFeed feed({capture, arrivals, sink.outcomes()});
    if (settings.strategy == Strategy::Buffer)
        deliverToPulled(feed, settings, sink);
    else
        deliverToRealtime(feed, settings, sink);
    return sink.take();
}

bool isSame(const PacketOutcome& a, const PacketOutcome& b)
{
    return a.arrival == b.arrival && a.due == b.due && a.playout == b.playout && a.fate == b.fate
        && a.repair == b.repair;
}

bool isSame(const Timeline& a, const Timeline& b)
{
    return std::ranges::equal(a.events, b.events) && a.duplicates == b.duplicates
        && std::equal(a.outcomes.begin(), a.outcomes.end(), b.outcomes.begin(), b.outcomes.end(),
            [](const PacketOutcome& x, const PacketOutcome& y) { return isSame(x, y); });
}

} // namespace

class TestForeseenBuffer : public QObject {
    Q_OBJECT
private slots:
    void playsWhatABufferWouldToWhichPacketsAreDelivered_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("realtime") << Strategy::Realtime;
        QTest::newRow("buffer") << Strategy::Buffer;
    }
    void playsWhatABufferWouldToWhichPacketsAreDelivered()
    {
        QFETCH(Strategy, strategy);
        std::mt19937 random(20261122);
        for (int round = 0; round < 400; ++round) {
            const Capture capture = streamOf(random, 600);
            QVERIFY(!capture.hasOverlaps());
            const BufferSettings settings = settingsOf(random, strategy);
            const Arrivals arrivals = simulate(capture, networkOf(random), random());
            QVERIFY2(isSame(playOut(capture, arrivals, settings, Concealment::Fec),
                         deliveredOneByOne(capture, arrivals, settings)),
                qPrintable(QStringLiteral("round %1").arg(round)));
        }
    }

    void holdsWhatHasArrived()
    {
        const Capture capture = evenStream(4);
        const Arrivals arrivals = arrivalsAt({{1, 30}, {0, 40}, {3, 70}});
        const TimelineBuilder sink(capture, arrivals, LossPlanner(capture, Concealment::Plc, {}), {});
        ForeseenBuffer buffer({capture, arrivals, sink.outcomes()}, BufferSettings());
        QVERIFY(buffer.advanceTo(at(29)));
        QVERIFY(buffer.oldest() == nullptr);
        QCOMPARE(buffer.nextArrival().ticks(), at(30).ticks());
        QVERIFY(buffer.advanceTo(at(40)));
        QCOMPARE(buffer.takeOldest().packet, 0U);
        QVERIFY(buffer.advanceTo(at(60)));
        QCOMPARE(buffer.takeOldest().packet, 1U);
        QVERIFY(buffer.advanceTo(at(80)));
        QCOMPARE(buffer.takeOldest().packet, 3U);
        QVERIFY(buffer.late().empty());
    }

    void knowsWhatComesTooLate()
    {
        const Capture capture = evenStream(3);
        const Arrivals arrivals = arrivalsAt({{0, 0}, {2, 40}, {1, 90}});
        const TimelineBuilder sink(capture, arrivals, LossPlanner(capture, Concealment::Plc, {}), {});
        ForeseenBuffer buffer({capture, arrivals, sink.outcomes()}, BufferSettings());
        QVERIFY(buffer.advanceTo(at(60)));
        QCOMPARE(buffer.takeOldest().packet, 0U);
        QVERIFY(buffer.advanceTo(at(80)));
        QCOMPARE(buffer.takeOldest().packet, 2U);
        QVERIFY(std::ranges::equal(buffer.late(), std::vector<uint32_t>{1}));
    }

    void seesPacketsThatWillBeOnTime()
    {
        const Capture capture = evenStream(5);
        const Arrivals arrivals = arrivalsAt({{0, 0}, {1, 79}, {2, 100}, {3, 121}, {4, 122}});
        const TimelineBuilder sink(capture, arrivals, LossPlanner(capture, Concealment::Plc, {}), {});
        ForeseenBuffer buffer({capture, arrivals, sink.outcomes()}, BufferSettings());
        QVERIFY(buffer.advanceTo(at(60)));
        QCOMPARE(buffer.takeOldest().packet, 0U);
        QCOMPARE(buffer.countOnTime(at(80)), 2U); // packet 3 misses 120 ms by 1
        QCOMPARE(buffer.takeOnTime(2).packet, 1U);
        QCOMPARE(buffer.tail()->milliseconds(), 60.0);
        QCOMPARE(buffer.countOnTime(at(121)), 2U);
    }

    void warnsBeforeABufferWouldOverflow()
    {
        const Capture capture = evenStream(100);
        std::vector<std::pair<uint32_t, double>> times;
        for (uint32_t packet = 0; packet < 100; ++packet)
            times.emplace_back(packet, 0);
        const Arrivals arrivals = arrivalsAt(times);
        const TimelineBuilder sink(capture, arrivals, LossPlanner(capture, Concealment::Plc, {}), {});
        BufferSettings settings;
        settings.maxDuration = receiverMilliseconds(2000);
        QVERIFY(ForeseenBuffer({capture, arrivals, sink.outcomes()}, settings).advanceTo(at(60)));
        settings.maxDuration = receiverMilliseconds(1999);
        QVERIFY(!ForeseenBuffer({capture, arrivals, sink.outcomes()}, settings).advanceTo(at(60)));
    }

private:
    [[nodiscard]] static ReceiverTime at(int64_t ms) { return ReceiverTime() + receiverMilliseconds(ms); }
};

QTEST_APPLESS_MAIN(TestForeseenBuffer)
#include "tst_foreseenbuffer.moc"

#include "core/analysis/analysis.h"
#include "core/analysis/excerpt.h"
#include "tests/support/plaincapture.h"

#include <QTest>
#include <algorithm>
#include <map>

using namespace core;

namespace {

constexpr size_t manyPackets = 200'000;

ReceiverTime secondsIn(int64_t seconds) { return ReceiverTime(seconds * ReceiverClock::ticksPerSecond); }

// Conditions whose draws do not hang together from packet to packet.
Scenario unconnectedScenario(Strategy strategy)
{
    Scenario scenario = roughScenario(strategy, 5);
    scenario.network.loss.burst = 1;
    scenario.network.loss.model = LossModel::Random;
    scenario.network.reorder.rate = 0;
    return scenario;
}

// By place in the whole.
std::map<uint32_t, ReceiverSpan> delaysOf(const Capture& capture, const Arrivals& arrivals)
{
    std::map<uint32_t, ReceiverSpan> delays;
    for (const Arrival& arrival : arrivals.list) {
        if (arrival.isDuplicate)
            continue;
        const uint32_t place = capture.places().empty() ? arrival.packet : capture.places()[arrival.packet];
        delays[place] = arrival.time - sendTime(capture.packets()[arrival.packet].media, 0);
    }
    return delays;
}

} // namespace

// An excerpt shows at once what the whole will show.
class TestExcerpt : public QObject {
    Q_OBJECT
private slots:
    void holdsTheHeadTheSurroundingsAndTheWholeOfAShortStretch()
    {
        const auto whole = plainCapture(manyPackets, mediaMilliseconds(20));
        const Excerpt excerpt = Excerpt::of(*whole, {secondsIn(1000), secondsIn(1010)});
        QCOMPARE(excerpt.thinning(), 1);
        const auto places = excerpt.capture()->places();
        QCOMPARE(places.size(), size_t(256 + 2048 + 500 + 256));
        QCOMPARE(places[255], 255U);
        QCOMPARE(places[256], 50000U - 2048);
        QCOMPARE(places.back(), 50499U + 256);
        // One behind the other.
        for (size_t i = 0; i < places.size(); ++i)
            QCOMPARE(excerpt.capture()->packets()[i].media, MediaTime(static_cast<int64_t>(i) * 960));
        const ReceiverTime begin = excerpt.toExcerpt(secondsIn(1000));
        QCOMPARE(begin, ReceiverTime((256 + 2048) * 20'000));
        QCOMPARE(excerpt.toExcerpt(secondsIn(1010)) - begin, receiverMilliseconds(10'000));
        QCOMPARE(begin - excerpt.toExcerpt(secondsIn(999)), receiverMilliseconds(1000));
    }

    void isTheWholeWhereThatIsShort()
    {
        const auto whole = plainCapture(1500, mediaMilliseconds(20));
        const Excerpt excerpt = Excerpt::of(*whole, {secondsIn(10), secondsIn(30)});
        QCOMPARE(excerpt.capture()->packets().size(), size_t(1500));
        QCOMPARE(excerpt.toExcerpt(secondsIn(20)), secondsIn(20));
        const Scenario scenario = roughScenario(Strategy::Realtime, 3);
        const auto expected = analyze(whole, scenario).value();
        const auto found = analyze(excerpt.capture(), scenario).value();
        QCOMPARE(found->statistics.packetsLost, expected->statistics.packetsLost);
        QCOMPARE(found->statistics.packetsLate, expected->statistics.packetsLate);
        QCOMPARE(found->statistics.playout, expected->statistics.playout);
    }

    void spreadsRunsEvenlyOverALongStretch()
    {
        const auto whole = plainCapture(manyPackets, mediaMilliseconds(20));
        const ReceiverTime end = secondsIn(manyPackets / 50);
        const Excerpt excerpt = Excerpt::of(*whole, {ReceiverTime(), end, 0, 20'000});
        QCOMPARE(excerpt.thinning(), 11);
        const size_t taken = excerpt.capture()->packets().size();
        QVERIFY2(
            taken > manyPackets / 11 && taken < manyPackets / 11 + 2048, qPrintable(QString::number(taken)));
        // No packet twice, none overlaps, no hole between the runs; each lies where the clocks say, to a run.
        const auto places = excerpt.capture()->places();
        QVERIFY(std::ranges::is_sorted(places, std::less_equal<>()));
        const auto packets = excerpt.capture()->packets();
        for (size_t i = 0; i < taken; ++i) {
            QCOMPARE(packets[i].media, MediaTime(static_cast<int64_t>(i) * 960));
            const ReceiverTime expected = excerpt.toExcerpt(ReceiverTime(int64_t(places[i]) * 20'000));
            const ReceiverSpan away = sendTime(packets[i].media, 0) - expected;
            QVERIFY(std::abs(away.milliseconds()) <= 4000.0 / 1024 * 1000);
        }
    }

    void networkDoesToAPacketWhatItDoesInTheWhole()
    {
        const auto whole = plainCapture(manyPackets, mediaMilliseconds(20));
        const Scenario scenario = unconnectedScenario(Strategy::Fixed);
        const auto expected = delaysOf(*whole, simulate(*whole, scenario.network, scenario.seed));
        for (const Excerpt& excerpt : {Excerpt::of(*whole, {secondsIn(2000), secondsIn(2300)}),
                 Excerpt::of(*whole, {secondsIn(0), secondsIn(4000), 0, 10'000})}) {
            const Capture& capture = *excerpt.capture();
            const auto found = delaysOf(capture, simulate(capture, scenario.network, scenario.seed));
            for (const uint32_t place : capture.places()) {
                const auto there = expected.find(place);
                const auto here = found.find(place);
                QCOMPARE(here == found.end(), there == expected.end());
                if (here != found.end())
                    QCOMPARE(here->second, there->second);
            }
        }
    }

    // The first packet decides when everything is due.
    void fixedPlayoutOfAStretchIsThatOfTheWhole()
    {
        const auto whole = plainCapture(manyPackets, mediaMilliseconds(20));
        const Scenario scenario = unconnectedScenario(Strategy::Fixed);
        const Excerpt excerpt = Excerpt::of(*whole, {secondsIn(2000), secondsIn(2300)});
        const auto expected = analyze(whole, scenario).value();
        const auto found = analyze(excerpt.capture(), scenario).value();
        for (size_t i = 0; i < excerpt.capture()->packets().size(); ++i) {
            const PacketOutcome& there = expected->timeline.outcomes[excerpt.capture()->places()[i]];
            QCOMPARE(found->timeline.outcomes[i].fate, there.fate);
            QCOMPARE(found->timeline.outcomes[i].repair, there.repair);
        }
    }

    void sharesOfALongStretchAreNearlyThoseOfTheWhole_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::newRow("fixed") << static_cast<int>(Strategy::Fixed);
        QTest::newRow("realtime") << static_cast<int>(Strategy::Realtime);
        QTest::newRow("buffer") << static_cast<int>(Strategy::Buffer);
    }

    void sharesOfALongStretchAreNearlyThoseOfTheWhole()
    {
        QFETCH(const int, strategy);
        const auto whole = plainCapture(manyPackets, mediaMilliseconds(20));
        const Scenario scenario = roughScenario(static_cast<Strategy>(strategy), 8);
        const Excerpt excerpt = Excerpt::of(*whole, {ReceiverTime(), secondsIn(4000), 0, 40'000});
        const Statistics all = analyze(whole, scenario).value()->statistics;
        const Statistics few = analyze(excerpt.capture(), scenario).value()->statistics;
        const auto share = [](uint64_t part, const Statistics& of) {
            return static_cast<double>(part) / static_cast<double>(of.packetsSent);
        };
        const auto isNear = [](double found, double expected) {
            return std::abs(found - expected) < 0.1 * expected + 0.001;
        };
        QVERIFY(isNear(share(few.packetsLost, few), share(all.packetsLost, all)));
        QVERIFY(isNear(share(few.packetsLate, few), share(all.packetsLate, all)));
        QVERIFY(isNear(share(few.packetsFecRecovered, few), share(all.packetsFecRecovered, all)));
        QVERIFY(isNear(few.delay.p95.milliseconds(), all.delay.p95.milliseconds()));
    }

    void driftMovesTheClocksAlike()
    {
        const auto whole = plainCapture(manyPackets, mediaMilliseconds(20));
        const double drift = 150;
        const Excerpt excerpt = Excerpt::of(*whole, {secondsIn(3000), secondsIn(3010), drift});
        const auto packets = excerpt.capture()->packets();
        for (size_t i = 256; i < packets.size(); ++i) {
            const MediaTime media = whole->packets()[excerpt.capture()->places()[i]].media;
            const ReceiverTime expected = excerpt.toExcerpt(sendTime(media, drift));
            QVERIFY(std::abs((sendTime(packets[i].media, drift) - expected).ticks()) <= 42); // two samples
        }
    }

    void pausesOfTheStretchStayAsLong()
    {
        Capture::Parts parts;
        parts.hasSequence = true;
        for (int64_t i = 0; i < 4000; ++i) {
            PacketRecord packet;
            packet.media = MediaTime(i * 960 + (i >= 3500 ? 48'000 * 60 : 0));
            packet.durationSamples = 960;
            parts.packets.push_back(packet);
        }
        parts.end = parts.packets.back().end();
        const Capture whole(parts);
        const Excerpt excerpt = Excerpt::of(whole, {secondsIn(69), secondsIn(140)});
        const auto packets = excerpt.capture()->packets();
        const auto behind =
            std::ranges::find(excerpt.capture()->places(), 3500U) - excerpt.capture()->places().begin();
        QCOMPARE(packets[size_t(behind)].media - packets[size_t(behind) - 1].end(), MediaSpan(48'000 * 60));
    }

    void ofNothingIsEmpty()
    {
        const Capture nothing{Capture::Parts()};
        const Excerpt excerpt = Excerpt::of(nothing, {secondsIn(1), secondsIn(2)});
        QVERIFY(excerpt.capture()->packets().empty());
        const auto whole = plainCapture(3000, mediaMilliseconds(20));
        QVERIFY(!Excerpt::of(*whole, {secondsIn(100), secondsIn(200)}).capture()->packets().empty());
        QCOMPARE(Excerpt::of(*whole, {secondsIn(20), secondsIn(10)}).thinning(), 1);
    }

    void takesDelaysAndCopiesOfTheCaptureAlong()
    {
        Capture::Parts parts;
        for (int64_t i = 0; i < 10'000; ++i) {
            PacketRecord packet;
            packet.media = MediaTime(i * 960);
            packet.durationSamples = 960;
            parts.packets.push_back(packet);
            parts.baseDelays.push_back(ReceiverSpan(i));
        }
        parts.copies = {{9000, ReceiverSpan(77)}, {5000, std::nullopt}, {3, std::nullopt}};
        parts.end = parts.packets.back().end();
        const Capture whole(parts);
        const Excerpt excerpt = Excerpt::of(whole, {secondsIn(180), secondsIn(190)});
        const auto places = excerpt.capture()->places();
        for (size_t i = 0; i < places.size(); ++i)
            QCOMPARE(excerpt.capture()->baseDelays()[i], ReceiverSpan(places[i]));
        QCOMPARE(excerpt.capture()->copies().size(), size_t(2));
        QCOMPARE(places[excerpt.capture()->copies()[0].packet], 9000U);
        QCOMPARE(places[excerpt.capture()->copies()[1].packet], 3U);
    }
};

QTEST_GUILESS_MAIN(TestExcerpt)
#include "tst_excerpt.moc"

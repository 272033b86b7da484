#include "core/analysis/analysis.h"

#include "tests/support/plaincapture.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace core;

namespace {

void verifyConserved(const Analysis& analysis)
{
    const Statistics& s = analysis.statistics;
    QCOMPARE(s.packetsSent, uint64_t(analysis.capture->packets().size()));
    QCOMPARE(s.packetsSent,
        s.packetsPlayed + s.packetsLost + s.packetsLate + s.packetsOverflow + s.packetsCorrupt);
    QCOMPARE(s.playout.ticks(), (s.decoded + s.fec + s.plc + s.silence + s.stall).ticks());
    QCOMPARE(s.playout.ticks(), (analysis.timeline.end() - analysis.timeline.start()).ticks());
    QCOMPARE(s.gaps, uint64_t(analysis.gaps.size()));
    ReceiverSpan inGaps, longest;
    for (const Gap& gap : analysis.gaps) {
        QCOMPARE(gap.length.ticks(), (gap.fec + gap.plc + gap.silence).ticks());
        inGaps += gap.length;
        longest = std::max(longest, gap.length);
    }
    QCOMPARE(inGaps.ticks(), (s.fec + s.plc + s.silence).ticks());
    QCOMPARE(longest.ticks(), s.longestGap.ticks());
}

Scenario randomScenario(std::mt19937& random)
{
    const auto share = [&] { return static_cast<double>(random() % 1001) / 1000; };
    Scenario scenario;
    scenario.seed = random();
    scenario.network.delay = receiverMilliseconds(random() % 200);
    scenario.network.jitter = {static_cast<JitterModel>(random() % 4), receiverMilliseconds(random() % 100),
        share() * 0.9, random() % 2 == 0};
    scenario.network.loss = {static_cast<LossModel>(random() % 3), share() * 0.5, 1 + share() * 5};
    scenario.network.reorder = {share() * 0.2, share() * 0.5, 1 + static_cast<int>(random() % 4)};
    scenario.network.duplicateRate = share() * 0.2;
    scenario.network.driftPpm = static_cast<double>(random() % 2001) - 1000;
    scenario.buffer.strategy = static_cast<Strategy>(random() % 3);
    scenario.buffer.playoutDelay = receiverMilliseconds(random() % 200);
    scenario.buffer.maxDuration = receiverMilliseconds(random() % 2 == 0 ? 60 + random() % 200 : 120000);
    scenario.buffer.epsilon = receiverMilliseconds(random() % 30);
    scenario.buffer.lossStep = receiverMilliseconds(1 + random() % 40);
    scenario.buffer.lossThreshold = receiverMilliseconds(random() % 300);
    scenario.buffer.maxLoss = receiverMilliseconds(random() % 6000);
    scenario.concealment = static_cast<Concealment>(random() % 3);
    return scenario;
}

} // namespace

class TestAnalysis : public QObject {
    Q_OBJECT
private slots:
    void sumsAgreeForRandomScenarios()
    {
        std::mt19937 random(20261122);
        const MediaSpan durations[]{MediaSpan(120), MediaSpan(960), MediaSpan(2880), MediaSpan(5760)};
        for (int round = 0; round < 200; ++round) {
            const auto capture = plainCapture(random() % 400, durations[random() % 4]);
            const auto analysis = analyze(capture, randomScenario(random));
            QVERIFY(analysis.has_value());
            verifyConserved(**analysis);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("round %1").arg(round)));
        }
    }

    void sameInputGivesTheSameAnalysis()
    {
        const auto capture = plainCapture(2000, mediaMilliseconds(20));
        const auto first = analyze(capture, roughScenario(Strategy::Realtime, 3)).value();
        const auto second = analyze(capture, roughScenario(Strategy::Realtime, 3)).value();
        QCOMPARE(first->statistics.jitterRfc3550Us, second->statistics.jitterRfc3550Us);
        QCOMPARE(first->timeline.events.size(), second->timeline.events.size());
        for (size_t i = 0; i < first->timeline.events.size(); ++i)
            QVERIFY(first->timeline.events[i].start == second->timeline.events[i].start);
    }

    void arrivalsAreSharedByScenariosOfOneNetworkOnly()
    {
        const auto capture = plainCapture(500, mediaMilliseconds(20));
        const Scenario scenario = roughScenario(Strategy::Realtime, 3);
        const auto before = analyze(capture, scenario).value();
        const auto isShared = [&](const auto& ofCapture, const Scenario& other) {
            return transmit(ofCapture, other, before.get()).value() == before->arrivals;
        };
        QVERIFY(isShared(capture, scenario));
        Scenario other = scenario;
        other.buffer.strategy = Strategy::Fixed;
        other.buffer.playoutDelay += receiverMilliseconds(7);
        other.concealment = Concealment::Silence;
        QVERIFY(isShared(capture, other));
        QVERIFY(!isShared(plainCapture(500, mediaMilliseconds(20)), other));
        other.seed = 4;
        QVERIFY(!isShared(capture, other));
        other = scenario;
        other.network.jitter.keepOrder = !other.network.jitter.keepOrder;
        QVERIFY(!isShared(capture, other));
    }

    // Long enough for several threads.
    void sharedArrivalsGiveTheAnalysisThatNewOnesGive()
    {
        const auto capture = plainCapture(50000, mediaMilliseconds(20));
        Scenario scenario = roughScenario(Strategy::Realtime, 3);
        const auto before = analyze(capture, scenario).value();
        scenario.buffer.playoutDelay += receiverMilliseconds(30);
        const auto shared =
            analyzeArrivals(capture, scenario, transmit(capture, scenario, before.get()).value()).value();
        const auto fresh = analyze(capture, scenario).value();
        QVERIFY(shared->arrivals == before->arrivals && fresh->arrivals != before->arrivals);
        QVERIFY(std::ranges::equal(shared->timeline.events, fresh->timeline.events));
        QCOMPARE(shared->gaps.size(), fresh->gaps.size());
        QCOMPARE(shared->statistics.jitterRfc3550Us, fresh->statistics.jitterRfc3550Us);
        QCOMPARE(shared->statistics.delay.p99, fresh->statistics.delay.p99);
        QCOMPARE(shared->statistics.packetsLate, fresh->statistics.packetsLate);
        verifyConserved(*shared);
    }

    void scenarioOutOfRangeIsRefused()
    {
        Scenario scenario;
        scenario.network.duplicateRate = -0.1;
        const auto analysis = analyze(plainCapture(5, mediaMilliseconds(20)), scenario);
        QCOMPARE(analysis.error().code, ErrorCode::OutOfRange);
    }

    void cancelledAnalysisIsAnError()
    {
        std::stop_source source;
        source.request_stop();
        const auto analysis =
            analyze(plainCapture(5, mediaMilliseconds(20)), {}, JobControl(source.get_token()));
        QCOMPARE(analysis.error().code, ErrorCode::Cancelled);
    }

    void timelineKeepsItsAnalysisAlive()
    {
        auto analysis = analyze(plainCapture(5, mediaMilliseconds(20)), {}).value();
        const std::weak_ptr<const Analysis> watch = analysis;
        const std::shared_ptr<const Timeline> timeline = timelineOf(analysis);
        analysis.reset();
        QVERIFY(!watch.expired());
        QCOMPARE(timeline->outcomes.size(), size_t(5));
    }
};

QTEST_APPLESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"

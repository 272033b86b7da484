#include "core/analysis/analysis.h"
#include "core/analysis/tradeoff.h"
#include "tests/support/plaincapture.h"

#include <QTest>

using namespace core;

namespace {

Scenario busyScenario()
{
    Scenario scenario;
    scenario.seed = 3;
    scenario.network.delay = receiverMilliseconds(40);
    scenario.network.jitter = {JitterModel::Gamma, receiverMilliseconds(25), 0.3, false};
    scenario.network.loss.rate = 0.05;
    scenario.network.duplicateRate = 0.01;
    scenario.network.driftPpm = 50;
    scenario.buffer.strategy = Strategy::Fixed;
    return scenario;
}

std::shared_ptr<const Analysis> analysisOf(const Scenario& scenario)
{
    const auto analysis = analyze(plainCapture(4000, mediaMilliseconds(20)), scenario);
    return analysis ? *analysis : nullptr;
}

} // namespace

class TestTradeOff : public QObject {
    Q_OBJECT
private slots:
    void latePacketsAreThoseOfTheFixedStrategyAtEveryDelay_data()
    {
        QTest::addColumn<qint64>("delayUs");
        QTest::addColumn<double>("driftPpm");
        for (const qint64 delayUs : {0, 1000, 20000, 35001, 60000, 90000, 150000, 400000}) {
            QTest::addRow("%lld us", static_cast<long long>(delayUs)) << delayUs << 50.0;
            QTest::addRow("%lld us without drift", static_cast<long long>(delayUs)) << delayUs << 0.0;
        }
    }

    void latePacketsAreThoseOfTheFixedStrategyAtEveryDelay()
    {
        QFETCH(const qint64, delayUs);
        QFETCH(const double, driftPpm);
        Scenario scenario = busyScenario();
        scenario.network.driftPpm = driftPpm;
        const auto anyDelay = analysisOf(scenario);
        QVERIFY(anyDelay);
        scenario.buffer.playoutDelay = ReceiverSpan(delayUs);
        const auto analysis = analysisOf(scenario);
        QVERIFY(analysis);
        const TradeOff tradeOff = TradeOff::build(*anyDelay);
        QCOMPARE(tradeOff.latePackets(scenario.buffer.playoutDelay), analysis->statistics.packetsLate);
    }

    void smallestDelayMeetsTheLossAndNoSmallerOneDoes()
    {
        const TradeOff tradeOff = TradeOff::build(*analysisOf(busyScenario()));
        for (const double share : {0.0, 0.001, 0.01, 0.1, 0.3}) {
            const ReceiverSpan delay = tradeOff.smallestDelay(share);
            QVERIFY(tradeOff.lateShare(delay) <= share);
            QVERIFY(delay == ReceiverSpan() || tradeOff.lateShare(delay - ReceiverSpan(1)) > share);
        }
        QCOMPARE(tradeOff.smallestDelay(1), ReceiverSpan());
    }

    void histogramCountsEachArrivalOnce()
    {
        const auto analysis = analysisOf(busyScenario());
        const TradeOff tradeOff = TradeOff::build(*analysis);
        uint64_t sum = 0;
        for (const uint64_t count : tradeOff.histogram({}, receiverMilliseconds(5), 1000))
            sum += count;
        QCOMPARE(sum, tradeOff.arrived());
        QCOMPARE(tradeOff.sent(), analysis->statistics.packetsSent);
        QCOMPARE(tradeOff.arrived(), analysis->statistics.packetsSent - analysis->statistics.packetsLost);
    }

    void percentilesAreThoseOfTheStatistics()
    {
        const auto analysis = analysisOf(busyScenario());
        const TradeOff tradeOff = TradeOff::build(*analysis);
        QCOMPARE(tradeOff.delayOfShare(0.5), analysis->statistics.delay.p50);
        QCOMPARE(tradeOff.delayOfShare(0.99), analysis->statistics.delay.p99);
        QCOMPARE(tradeOff.delayOfShare(1), analysis->statistics.delay.maximum);
        QCOMPARE(tradeOff.delayOfShare(0), analysis->statistics.delay.minimum);
    }

    void sharesAreCountedUpToTheVeryDelay()
    {
        const TradeOff tradeOff = TradeOff::build(*analysisOf(busyScenario()));
        constexpr ReceiverSpan tick(1);
        for (const double share : {0.01, 0.5, 0.99, 1.0}) {
            const ReceiverSpan delay = tradeOff.delayOfShare(share);
            QVERIFY(tradeOff.shareWithin(delay) >= share);
            QVERIFY(tradeOff.shareWithin(delay - tick) < share);
        }
        QCOMPARE(tradeOff.shareWithin(tradeOff.delayOfShare(0) - tick), 0.0);
    }

    void nothingArrivedIsNoTrouble()
    {
        Scenario scenario = busyScenario();
        scenario.network.loss.rate = 1;
        const TradeOff tradeOff = TradeOff::build(*analysisOf(scenario));
        QCOMPARE(tradeOff.arrived(), uint64_t(0));
        QCOMPARE(tradeOff.lateShare({}), 0.0);
        QCOMPARE(tradeOff.smallestDelay(0), ReceiverSpan());
        QCOMPARE(tradeOff.delayOfShare(0.5), ReceiverSpan());
        QCOMPARE(tradeOff.shareWithin(receiverMilliseconds(1000)), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestTradeOff)
#include "tst_tradeoff.moc"

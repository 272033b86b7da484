#include "core/analysis/rangestatistics.h"

#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "core/analysis/tradeoff.h"
#include "tests/support/plaincapture.h"

#include <QTest>

using namespace core;

namespace {

constexpr size_t packetCount = 3000;

std::shared_ptr<const Analysis> analysisOf(Strategy strategy, double driftPpm)
{
    Scenario scenario = roughScenario(strategy, 7);
    scenario.network.driftPpm = driftPpm;
    return analyze(plainCapture(packetCount, mediaMilliseconds(20)), scenario).value();
}

std::vector<uint64_t> packetsOf(const Statistics& s)
{
    return {s.packetsSent, s.packetsPlayed, s.packetsLost, s.packetsLate, s.packetsOverflow, s.packetsCorrupt,
        s.packetsDuplicate, s.packetsReordered, s.packetsFecRecovered, s.delay.count, s.bufferWait.count};
}

std::vector<int64_t> playoutOf(const Statistics& s)
{
    return {s.decoded.ticks(), s.fec.ticks(), s.plc.ticks(), s.silence.ticks(), s.stall.ticks(),
        s.playout.ticks()};
}

template <typename Number> void add(std::vector<Number>& to, const std::vector<Number>& more)
{
    to.resize(more.size());
    for (size_t i = 0; i < more.size(); ++i)
        to[i] += more[i];
}

} // namespace

class TestRangeStatistics : public QObject {
    Q_OBJECT
private slots:
    void wholeRangeIsTheWholeCapture_data() { strategies(); }
    void wholeRangeIsTheWholeCapture()
    {
        const Statistics range = of(ReceiverTime(), m_levels.end());
        const Statistics& whole = m_analysis->statistics;
        QCOMPARE(packetsOf(range), packetsOf(whole));
        QCOMPARE(playoutOf(range), playoutOf(whole));
        QCOMPARE(range.gaps, whole.gaps);
        QCOMPARE(range.longestGap, whole.longestGap);
        QCOMPARE(range.jitterRfc3550Us, whole.jitterRfc3550Us);
        QCOMPARE(range.delay.p95, whole.delay.p95);
        QCOMPARE(range.bufferWait.meanUs, whole.bufferWait.meanUs);
    }

    // Cut at times that hit neither packets nor events.
    void piecesAddUpToTheWhole_data() { strategies(); }
    void piecesAddUpToTheWhole()
    {
        std::vector<uint64_t> packets;
        std::vector<int64_t> playout;
        ReceiverTime begin;
        for (int64_t step = 1; begin < m_levels.end(); ++step) {
            const ReceiverTime end = std::min(begin + ReceiverSpan(step * step * 7919), m_levels.end());
            const Statistics piece = of(begin, end);
            QCOMPARE(piece.packetsSent,
                piece.packetsPlayed + piece.packetsLost + piece.packetsLate + piece.packetsOverflow
                    + piece.packetsCorrupt);
            QCOMPARE(piece.playout, piece.decoded + piece.fec + piece.plc + piece.silence + piece.stall);
            QVERIFY(piece.playout <= end - begin);
            add(packets, packetsOf(piece));
            add(playout, playoutOf(piece));
            begin = end;
        }
        QCOMPARE(packets, packetsOf(m_analysis->statistics));
        QCOMPARE(playout, playoutOf(m_analysis->statistics));
    }

    void playoutInsideFillsTheRange_data() { strategies(); }
    void playoutInsideFillsTheRange()
    {
        const ReceiverTime begin = m_analysis->timeline.start() + ReceiverSpan(1234567);
        QCOMPARE(of(begin, begin + ReceiverSpan(7654321)).playout.ticks(), 7654321);
    }

    void gapCutByTheEdgeCountsWithItsPart_data() { strategies(); }
    void gapCutByTheEdgeCountsWithItsPart()
    {
        const Gap& gap = m_analysis->gaps[m_analysis->gaps.size() / 2];
        const Statistics part = of(gap.start + gap.length - ReceiverSpan(300), gap.start + gap.length);
        QCOMPARE(part.gaps, uint64_t(1));
        QCOMPARE(part.longestGap.ticks(), 300);
        QCOMPARE(part.decoded.ticks(), 0);
    }

    void packetsBelongToTheirSendTime_data() { strategies(); }
    void packetsBelongToTheirSendTime()
    {
        const ReceiverTime sent = sendTimeOf(*m_analysis, 1000);
        QCOMPARE(of(sent, sent + ReceiverSpan(1)).packetsSent, uint64_t(1));
        QCOMPARE(of(sent - ReceiverSpan(1), sent).packetsSent, uint64_t(0));
        QCOMPARE(of(sent, sendTimeOf(*m_analysis, 1050)).packetsSent, uint64_t(50));
    }

    void emptyRangeHoldsNothing_data() { strategies(); }
    void emptyRangeHoldsNothing()
    {
        const Statistics none = of(ReceiverTime(5000000), ReceiverTime(5000000));
        QCOMPARE(none.packetsSent, uint64_t(0));
        QCOMPARE(none.playout.ticks(), 0);
        QCOMPARE(none.gaps, uint64_t(0));
    }

    void delaysOfTheRangeAreThoseOfItsPackets_data() { strategies(); }
    void delaysOfTheRangeAreThoseOfItsPackets()
    {
        const Statistics range = of(sendTimeOf(*m_analysis, 500), sendTimeOf(*m_analysis, 900));
        const TradeOff tradeOff = TradeOff::build(*m_analysis, 500, 900);
        QCOMPARE(tradeOff.sent(), range.packetsSent);
        QCOMPARE(tradeOff.delayOfShare(0.95), range.delay.p95);
        QCOMPARE(tradeOff.firstDelay(), TradeOff::build(*m_analysis).firstDelay());
    }

    void init()
    {
        QFETCH(const Strategy, strategy);
        QFETCH(const double, driftPpm);
        m_analysis = analysisOf(strategy, driftPpm);
        m_levels = PlotLevels::build(*m_analysis);
    }

private:
    static void strategies()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::addColumn<double>("driftPpm");
        QTest::newRow("buffer") << Strategy::Buffer << 0.0;
        QTest::newRow("realtime") << Strategy::Realtime << 0.0;
        QTest::newRow("fixed") << Strategy::Fixed << 0.0;
        QTest::newRow("fixed, drift") << Strategy::Fixed << 80.0;
    }

    [[nodiscard]] Statistics of(ReceiverTime begin, ReceiverTime end) const
    {
        return computeRangeStatistics(*m_analysis, m_levels, begin, end);
    }

    std::shared_ptr<const Analysis> m_analysis;
    PlotLevels m_levels;
};

QTEST_GUILESS_MAIN(TestRangeStatistics)
#include "tst_rangestatistics.moc"

#include "core/analysis/sweep.h"

#include "core/analysis/analysis.h"
#include "tests/support/plaincapture.h"

#include <QTest>
#include <algorithm>
#include <atomic>
#include <limits>

using namespace core;
using enum SweepMeasure;

namespace {

SweepPlan planOf(const char* path, std::vector<double> values, int seeds, const Scenario& base)
{
    return {base, findParameter(path), std::move(values), seeds};
}

// By place, however they came.
std::vector<SweepPoint> pointsOf(
    const std::shared_ptr<const Capture>& capture, const SweepPlan& plan, size_t workers = 1)
{
    std::vector<SweepPoint> points(plan.values.size());
    const auto publish = [&points](const SweepPoint& point) { points.at(point.place) = point; };
    const Result<void> done = sweep(capture, plan, publish, {}, workers);
    return done ? points : std::vector<SweepPoint>();
}

// Ten packets of 20 ms, of which the fifth came 30 ms later than the others.
std::shared_ptr<const Capture> captureWithALatePacket()
{
    Capture::Parts parts;
    for (int i = 0; i < 10; ++i) {
        PacketRecord record;
        record.media = MediaTime() + mediaMilliseconds(int64_t{20} * i);
        record.durationSamples = static_cast<uint16_t>(mediaMilliseconds(20).ticks());
        record.toc = 9 << 3;
        parts.packets.push_back(record);
        parts.baseDelays.push_back(receiverMilliseconds(i == 5 ? 30 : 0));
    }
    parts.end = parts.packets.back().end();
    return std::make_shared<const Capture>(std::move(parts));
}

SweepSpread same(double value, int count = 1) { return {value, value, value, count}; }

} // namespace

class TestSweep : public QObject {
    Q_OBJECT

private slots:
    void countsWhatCanBeCountedByHand()
    {
        Scenario base;
        base.buffer.strategy = Strategy::Fixed;
        base.concealment = Concealment::Plc;
        const auto points =
            pointsOf(captureWithALatePacket(), planOf("buffer.playout_delay_ms", {20, 40}, 1, base));
        QCOMPARE(points.size(), size_t(2));
        QCOMPARE(points[0].value, 20.0);
        QCOMPARE(points[0][Late], same(0.1));
        QCOMPARE(points[0][Lost], same(0));
        QCOMPARE(points[0][ConcealedOrStalled], same(0.1)); // 20 of 200 ms
        QCOMPARE(points[0][Gaps], same(1));
        QCOMPARE(points[0][LongestGap], same(20000));
        QCOMPARE(points[0][Wait], same(20000));
        QCOMPARE(points[0][MouthToEar], same(20000));
        QCOMPARE(points[1][Late], same(0));
        QCOMPARE(points[1][ConcealedOrStalled], same(0));
        QCOMPARE(points[1][Wait], same(37000)); // nine times 40 ms, and once 10 ms
        QCOMPARE(points[1][MouthToEar], same(40000));
        QCOMPARE(bestPlace(points), std::optional<size_t>(1));
    }

    void isMadeOfSingleAnalyses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("network") << QByteArray("network.loss.rate") << QList<double>{0, 0.04, 0.3};
        QTest::newRow("buffer") << QByteArray("buffer.playout_delay_ms") << QList<double>{0, 35.5, 200};
    }
    void isMadeOfSingleAnalyses()
    {
        QFETCH(QByteArray, path);
        QFETCH(QList<double>, values);
        const auto capture = plainCapture(3000, mediaMilliseconds(20));
        for (const Strategy strategy : {Strategy::Buffer, Strategy::Realtime, Strategy::Fixed}) {
            const SweepPlan plan = planOf(path.constData(), {values.begin(), values.end()}, 3,
                roughScenario(strategy, std::numeric_limits<uint64_t>::max() - 1)); // its third seed is 0
            for (const SweepPoint& point : pointsOf(capture, plan))
                verifyPoint(point, plan, capture);
        }
    }

    void isTheSameWhateverTheNumberOfThreads()
    {
        const auto capture = plainCapture(2000, mediaMilliseconds(20));
        for (const char* path : {"network.jitter.spread_ms", "buffer.playout_delay_ms"}) {
            const SweepPlan plan =
                planOf(path, {5, 10, 20, 40, 80, 160, 320}, 4, roughScenario(Strategy::Realtime, 7));
            const auto alone = pointsOf(capture, plan, 1);
            QCOMPARE(alone.size(), size_t(7));
            for (const size_t workers : {0, 2, 3, 16})
                QVERIFY(pointsOf(capture, plan, workers) == alone);
        }
    }

    void moreLossConcealsMore()
    {
        const auto points = pointsOf(plainCapture(5000, mediaMilliseconds(20)),
            planOf("network.loss.rate", {0, 0.1, 0.2}, 5, Scenario()));
        for (const SweepPoint& point : points) {
            QCOMPARE(point.seeds, 5);
            QVERIFY(point[Lost].least <= point[Lost].mean && point[Lost].mean <= point[Lost].greatest);
        }
        QVERIFY(points[0][ConcealedOrStalled].greatest < points[1][ConcealedOrStalled].least);
        QVERIFY(points[1][ConcealedOrStalled].greatest < points[2][ConcealedOrStalled].least);
        QVERIFY(points[1][Lost].least < points[1][Lost].greatest); // other seeds, other losses
    }

    void aValueThatIsImpossibleIsToldOf()
    {
        Scenario base;
        base.network.loss = {LossModel::GilbertElliott, 0.1, 2};
        const auto points = pointsOf(plainCapture(100, mediaMilliseconds(20)),
            planOf("network.loss.rate", {0.1, 0.9, 1.5, std::numeric_limits<double>::quiet_NaN()}, 2, base));
        QCOMPARE(points.size(), size_t(4));
        QVERIFY(!points[0].problem);
        QCOMPARE(points[1].problem,
            std::optional(Error{ErrorCode::OutOfRange, "network.loss.burst: 9 … 1000", {}}));
        QCOMPARE(
            points[2].problem, std::optional(Error{ErrorCode::OutOfRange, "network.loss.rate: 0 … 1", {}}));
        QVERIFY(points[3].problem.has_value());
        QCOMPARE(points[1].seeds, 0);
        QCOMPARE(points[1][Late].count, 0);
        QCOMPARE(bestPlace(points), std::optional<size_t>(0));
    }

    // No playout has no concealment: that is not the best of all.
    void whereNothingIsPlayedNothingIsMeasured()
    {
        const auto points = pointsOf(
            plainCapture(100, mediaMilliseconds(20)), planOf("network.loss.rate", {0.2, 1}, 2, Scenario()));
        QCOMPARE(points[1].seeds, 2);
        QCOMPARE(points[1][Lost], same(1, 2));
        QCOMPARE(points[1][ConcealedOrStalled].count, 0);
        QCOMPARE(points[1][Wait].count, 0);
        QCOMPARE(points[1][MouthToEar].count, 0);
        QCOMPARE(bestPlace(points), std::optional<size_t>(0));
    }

    void ofEqualPointsTheSmallestValueIsBest()
    {
        const auto points = pointsOf(plainCapture(100, mediaMilliseconds(20)),
            planOf("buffer.playout_delay_ms", {200, 50, 100}, 2, Scenario()));
        QCOMPARE(bestPlace(points), std::optional<size_t>(1));
        QVERIFY(!bestPlace({}));
        const std::vector<SweepPoint> unknown(3);
        QVERIFY(!bestPlace(unknown));
    }

    void anEmptyCaptureIsNoTrouble()
    {
        const auto points = pointsOf(
            plainCapture(0, mediaMilliseconds(20)), planOf("network.delay_ms", {0, 10}, 3, Scenario()), 2);
        QCOMPARE(points.size(), size_t(2));
        QCOMPARE(points[1].seeds, 3);
        QCOMPARE(points[1][Lost].count, 0);
    }

    void endsWhenItIsCancelled_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("alone") << 1;
        QTest::newRow("many") << 4;
    }
    void endsWhenItIsCancelled()
    {
        QFETCH(int, workers);
        std::stop_source stop;
        std::atomic<int> published = 0;
        const SweepPlan plan = planOf("buffer.playout_delay_ms",
            evenValues(*findParameter("buffer.playout_delay_ms"), 0, 1000, 100), 2, Scenario());
        const auto publish = [&](const SweepPoint&) {
            if (++published == 3)
                stop.request_stop();
        };
        const Result<void> done = sweep(plainCapture(50, mediaMilliseconds(20)), plan, publish,
            JobControl(stop.get_token()), static_cast<size_t>(workers));
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QVERIFY(published < 3 + workers);
    }

    void tellsHowFarItIs()
    {
        std::vector<double> told;
        const SweepPlan plan = planOf("buffer.playout_delay_ms", {0, 20, 40}, 2, Scenario());
        const JobControl job({}, [&told](double done) { told.push_back(done); });
        QVERIFY(sweep(
            plainCapture(50, mediaMilliseconds(20)), plan, [](const SweepPoint&) {}, job, 3));
        QCOMPARE(told.size(), size_t(2 + 6)); // the network once a seed, playout for each value
        QVERIFY(std::ranges::is_sorted(told));
        QCOMPARE(told.back(), 1.0);
    }

    void stepsAreWhatAUserWouldType()
    {
        const auto even = [](const char* path, double from, double to, int steps) {
            return evenValues(*findParameter(path), from, to, steps);
        };
        QCOMPARE(even("network.loss.rate", 0, 0.1, 11),
            std::vector<double>({0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1}));
        QCOMPARE(even("buffer.playout_delay_ms", 0, 1, 4), std::vector<double>({0, 0.333, 0.667, 1}));
        QCOMPARE(even("network.drift_ppm", 100, -100, 3), std::vector<double>({100, 0, -100}));
        QCOMPARE(even("network.reorder.gap", 1, 3, 9), std::vector<double>({1, 2, 3})); // whole numbers
        QCOMPARE(even("network.delay_ms", 5, 5, 4), std::vector<double>({5}));
        QCOMPARE(even("network.reorder.gap", 1000, 1e300, 2), std::vector<double>({1000, 1e300}));
    }

private:
    static void verifyPoint(
        const SweepPoint& point, const SweepPlan& plan, const std::shared_ptr<const Capture>& capture)
    {
        std::vector<Statistics> single;
        for (int seed = 0; seed < plan.seeds; ++seed) {
            Scenario scenario = plan.base;
            plan.parameter->set(scenario, point.value);
            scenario.seed += static_cast<uint64_t>(seed);
            single.push_back((*analyze(capture, scenario))->statistics);
        }
        QCOMPARE(point.seeds, plan.seeds);
        for (size_t measure = 0; measure < sweepMeasures; ++measure) {
            std::vector<double> values;
            for (const Statistics& statistics : single)
                values.push_back(*sweepMeasuresOf(statistics).at(measure));
            const auto [least, greatest] = std::ranges::minmax(values);
            const SweepSpread& spread = point.spreads.at(measure);
            QCOMPARE(spread.count, plan.seeds);
            QVERIFY(spread.least == least && spread.greatest == greatest); // exactly
            QVERIFY(spread.mean == std::clamp((values[0] + values[1] + values[2]) / 3, least, greatest));
        }
    }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"

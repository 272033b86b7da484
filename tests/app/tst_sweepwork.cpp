#include "app/session.h"
#include "tests/support/plaincapture.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <atomic>

using app::Session;
using app::SessionEngine;
using core::JobControl;
using core::SweepPoint;

namespace {

constexpr int limitMs = 20000;

core::SweepPlan planOf(std::vector<double> values)
{
    return {core::Scenario(), core::findParameter("buffer.playout_delay_ms"), std::move(values), 2};
}

// A sweep that waits, before each point, until the test lets it go on.
struct Gate {
    QSemaphore started;
    QSemaphore goOn;

    core::Result<void> sweep(const core::SweepPlan& plan,
        const std::function<void(const SweepPoint&)>& publish, const JobControl& job)
    {
        for (size_t place = 0; place < plan.values.size(); ++place) {
            started.release();
            goOn.acquire();
            if (job.isCancelled())
                return core::failure(core::ErrorCode::Cancelled);
            SweepPoint point;
            point.place = place;
            point.value = plan.values[place];
            point.seeds = plan.seeds;
            publish(point);
            job.report(static_cast<double>(place + 1) / static_cast<double>(plan.values.size()));
        }
        return {};
    }
};

SessionEngine engineWith(Gate& gate)
{
    SessionEngine engine = SessionEngine::real();
    engine.open = [](const auto&, const JobControl&) {
        return core::Result<std::shared_ptr<const core::Capture>>(
            core::plainCapture(200, core::mediaMilliseconds(20)));
    };
    engine.sweep = [&gate](const auto&, const core::SweepPlan& plan, const auto& publish,
                       const JobControl& job) { return gate.sweep(plan, publish, job); };
    return engine;
}

// What a session has told of its sweeps.
struct Told {
    explicit Told(Session& session)
        : ended(&session, &Session::sweepEnded)
    {
        QObject::connect(
            &session, &Session::sweepFound, &session, [this](const std::vector<SweepPoint>& found) {
                ++messages;
                points.insert(points.end(), found.begin(), found.end());
            });
    }
    [[nodiscard]] std::vector<double> values() const
    {
        std::vector<double> result;
        std::ranges::transform(points, std::back_inserter(result), &SweepPoint::value);
        std::ranges::sort(result);
        return result;
    }

    std::vector<SweepPoint> points;
    int messages = 0;
    QSignalSpy ended;
};

} // namespace

// Sweeps as a session makes them.
class TestSweepWork : public QObject {
    Q_OBJECT

    static void open(Session& session)
    {
        session.open(QStringLiteral("a.opus"));
        QTRY_VERIFY_WITH_TIMEOUT(session.analysis() != nullptr, limitMs);
    }

private slots:
    void withoutACaptureItEndsAtOnce()
    {
        Session session;
        const Told told(session);
        session.startSweep(planOf({0, 20}));
        QCOMPARE(told.ended.count(), 1);
        QVERIFY(told.points.empty());
    }

    void findsTheNumbersOfTheEngine()
    {
        Gate unused;
        SessionEngine engine = engineWith(unused);
        engine.sweep = SessionEngine::real().sweep;
        Session session(engine);
        open(session);
        const Told told(session);
        const core::SweepPlan plan = planOf({0, 20, 40, 60});
        session.startSweep(plan);
        QTRY_COMPARE_WITH_TIMEOUT(told.ended.count(), 1, limitMs);
        QCOMPARE(told.points.size(), size_t(4));
        const auto compare = [&told](const SweepPoint& expected) {
            QVERIFY(std::ranges::find(told.points, expected) != told.points.end());
        };
        QVERIFY(core::sweep(session.capture(), plan, compare));
    }

    void tellsPointsAsTheyComeAndHowFarItIs()
    {
        Gate gate;
        Session session(engineWith(gate));
        open(session);
        const Told told(session);
        QString what;
        connect(&session, &Session::progressChanged, this, [&what](const QString& text, double done) {
            if (done < 1 && text.startsWith(QStringLiteral("Sweeping")))
                what = text;
        });
        session.startSweep(planOf({0, 20, 40}));
        QVERIFY(gate.started.tryAcquire(1, limitMs));
        gate.goOn.release();
        QTRY_COMPARE_WITH_TIMEOUT(told.values(), std::vector<double>({0}), limitMs);
        QTRY_COMPARE_WITH_TIMEOUT(what, QStringLiteral("Sweeping: Playout delay"), limitMs);
        QCOMPARE(told.ended.count(), 0);
        gate.goOn.release(2);
        QTRY_COMPARE_WITH_TIMEOUT(told.ended.count(), 1, limitMs);
        QCOMPARE(told.values(), std::vector<double>({0, 20, 40}));
    }

    // Points come far faster than anybody looks.
    void aFewMessagesASecondAreEnough()
    {
        Gate gate;
        Session session(engineWith(gate));
        open(session);
        const Told told(session);
        gate.goOn.release(100000);
        std::vector<double> many(2000);
        std::ranges::generate(many, [next = 0.0]() mutable { return next++; });
        QElapsedTimer time;
        time.start();
        session.startSweep(planOf(many));
        QTRY_COMPARE_WITH_TIMEOUT(told.ended.count(), 1, limitMs);
        QCOMPARE(told.values(), many);
        QVERIFY(told.messages <= 2 + time.elapsed() / 200);
    }

    void endsAtOnceWhenItIsCancelled()
    {
        Gate gate;
        Session session(engineWith(gate));
        open(session);
        const Told told(session);
        session.startSweep(planOf({0, 20, 40}));
        QVERIFY(gate.started.tryAcquire(1, limitMs));
        gate.goOn.release();
        QTRY_COMPARE_WITH_TIMEOUT(told.values(), std::vector<double>({0}), limitMs);
        session.cancelSweep();
        QCOMPARE(told.ended.count(), 1);
        session.cancelSweep(); // there is none any more
        gate.goOn.release(10);
        session.startSweep(planOf({100})); // behind what was cancelled
        QTRY_COMPARE_WITH_TIMEOUT(told.ended.count(), 2, limitMs);
        QCOMPARE(told.values(), std::vector<double>({0, 100}));
    }

    void theStatusBarsCancelEndsItToo()
    {
        Gate gate;
        Session session(engineWith(gate));
        open(session);
        const Told told(session);
        const auto letGo = qScopeGuard([&gate] { gate.goOn.release(10); });
        QString work; // as the status bar tells it
        connect(&session, &Session::progressChanged, this, [&work](const QString& what) { work = what; });
        session.startSweep(planOf({0, 20}));
        gate.goOn.release();
        QTRY_VERIFY_WITH_TIMEOUT(work.startsWith(QStringLiteral("Sweeping")), limitMs);
        session.cancel();
        QCOMPARE(told.ended.count(), 1);
    }

    void theNewestWins()
    {
        Gate gate;
        Session session(engineWith(gate));
        open(session);
        const Told told(session);
        session.startSweep(planOf({0, 20}));
        QVERIFY(gate.started.tryAcquire(1, limitMs));
        session.startSweep(planOf({100, 120})); // waits, and is forgotten
        session.startSweep(planOf({200, 220}));
        gate.goOn.release(10);
        QTRY_COMPARE_WITH_TIMEOUT(told.ended.count(), 1, limitMs);
        QCOMPARE(told.values(), std::vector<double>({200, 220}));
    }

    void endsWithItsCapture()
    {
        Gate gate;
        Session session(engineWith(gate));
        open(session);
        const Told told(session);
        session.startSweep(planOf({0, 20}));
        QVERIFY(gate.started.tryAcquire(1, limitMs));
        QSignalSpy opened(&session, &Session::captureOpened);
        session.open(QStringLiteral("b.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, limitMs);
        QCOMPARE(told.ended.count(), 1);
        gate.goOn.release(10);
        session.startSweep(planOf({300}));
        QTRY_COMPARE_WITH_TIMEOUT(told.ended.count(), 2, limitMs);
        QCOMPARE(told.values(), std::vector<double>({300}));
    }
};

QTEST_GUILESS_MAIN(TestSweepWork)
#include "tst_sweepwork.moc"

#include "app/outputhealth.h"

#include <QTest>

using app::OutputCounts;
using app::OutputHealth;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Verdict = OutputHealth::Verdict;

namespace {

// A device on a clock that only the test moves.
struct Device {
    app::TimePoint now{seconds(100)};
    OutputCounts counts;
    OutputHealth health;

    void start(milliseconds latency = milliseconds(30)) { health.started(now, counts, latency); }
    Verdict after(milliseconds time)
    {
        now += time;
        return health.look(now, counts, true);
    }
    // Asks every 10 ms.
    Verdict run(milliseconds time)
    {
        for (milliseconds passed{}; passed < time; passed += milliseconds(10)) {
            ++counts.pulls;
            if (const Verdict verdict = after(milliseconds(10)); verdict != Verdict::Well)
                return verdict;
        }
        return Verdict::Well;
    }
    Verdict runDry(uint64_t times)
    {
        counts.underruns += times;
        return run(milliseconds(10));
    }
};

} // namespace

class TestOutputHealth : public QObject {
    Q_OBJECT

private slots:
    void isWellWhileItAsks()
    {
        Device device;
        device.start();
        QCOMPARE(device.run(seconds(60)), Verdict::Well);
    }

    void isStuckWhenItNeverBeginsToAsk()
    {
        Device device;
        device.start();
        QCOMPARE(device.after(milliseconds(430)), Verdict::Well);
        QCOMPARE(device.after(milliseconds(1)), Verdict::Stuck);
    }

    void isStuckWhenItStopsAsking()
    {
        Device device;
        device.start();
        (void)device.run(milliseconds(100));
        QCOMPARE(device.after(milliseconds(1030)), Verdict::Well);
        QCOMPARE(device.after(milliseconds(1)), Verdict::Stuck);
    }

    void mayBeSilentForAsLongAsItHoldsAudio()
    {
        Device device;
        device.start(milliseconds(480));
        QCOMPARE(device.after(milliseconds(880)), Verdict::Well);
        QCOMPARE(device.after(milliseconds(1)), Verdict::Stuck);
    }

    void isGoneWhenStartingItAgainDidNotHelp()
    {
        Device device;
        for (int i = 0; i < 3; ++i) {
            device.start();
            (void)device.run(milliseconds(500));
            QCOMPARE(device.after(milliseconds(1031)), Verdict::Stuck);
        }
        device.start();
        (void)device.run(milliseconds(500));
        QCOMPARE(device.after(milliseconds(1031)), Verdict::Gone);
    }

    void restartsOfLongAgoDoNotCount()
    {
        Device device;
        for (int i = 0; i < 10; ++i) {
            device.start();
            (void)device.run(seconds(10));
            QCOMPARE(device.after(milliseconds(1031)), Verdict::Stuck);
        }
    }

    void restartsOfAnotherPlayDoNotCount()
    {
        Device device;
        for (int i = 0; i < 10; ++i) {
            device.health.begin();
            device.start();
            QCOMPARE(device.after(milliseconds(431)), Verdict::Stuck);
        }
    }

    void isStuckAtOnceWhenItDied()
    {
        Device device;
        device.start();
        QCOMPARE(device.health.look(device.now, device.counts, false), Verdict::Stuck);
    }

    void runsDryWhenItDoesSoThreeTimesInHalfAMinute()
    {
        Device device;
        device.start();
        QCOMPARE(device.runDry(1), Verdict::Well);
        QCOMPARE(device.run(seconds(14)), Verdict::Well);
        QCOMPARE(device.runDry(1), Verdict::Well);
        QCOMPARE(device.run(seconds(14)), Verdict::Well);
        QCOMPARE(device.runDry(1), Verdict::RunsDry);
        QCOMPARE(device.runDry(2), Verdict::Well);
        QCOMPARE(device.runDry(1), Verdict::RunsDry);
    }

    void underrunsOfLongAgoDoNotCount()
    {
        Device device;
        device.start();
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(device.runDry(2), Verdict::Well);
            QCOMPARE(device.run(seconds(31)), Verdict::Well);
        }
    }
};

QTEST_APPLESS_MAIN(TestOutputHealth)
#include "tst_outputhealth.moc"

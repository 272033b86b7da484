#include "app/playheadclock.h"

#include <QTest>
#include <thread>

using app::PlayheadClock;
using app::TimePoint;
using std::chrono::milliseconds;

namespace {

const TimePoint start{std::chrono::seconds(1000)};

} // namespace

class TestPlayheadClock : public QObject {
    Q_OBJECT

private slots:
    void standsAtZeroBeforeTheFirstRequest() { QCOMPARE(PlayheadClock().placeAt(start), 0U); }

    void goesOnBetweenTwoRequests()
    {
        PlayheadClock clock;
        clock.handOut(4800, 960, start);
        QCOMPARE(clock.placeAt(start), 4800U);
        QCOMPARE(clock.placeAt(start + milliseconds(10)), 5280U);
    }

    void tellsWhatSoundsNotWhatWasHandedOut()
    {
        PlayheadClock clock;
        clock.handOut(4800, 960, start + milliseconds(30));
        QCOMPARE(clock.placeAt(start), 4800U - 1440U);
    }

    void stopsAtTheLastFrameHandedOut()
    {
        PlayheadClock clock;
        clock.handOut(4800, 960, start);
        QCOMPARE(clock.placeAt(start + milliseconds(500)), 5760U);
    }

    void isNeverBeforeTheFirstFrame()
    {
        PlayheadClock clock;
        clock.handOut(0, 960, start + milliseconds(30));
        QCOMPARE(clock.placeAt(start), 0U);
    }

    void isReadWholeWhileItIsWritten()
    {
        PlayheadClock clock;
        clock.handOut(0, 1, start);
        std::jthread writer([&clock](const std::stop_token& stop) {
            for (uint64_t second = 0; !stop.stop_requested(); second = (second + 1) % 1000)
                clock.handOut(second * 48000, 1, start + std::chrono::seconds(second));
        });
        // Every anchor lies on one line, so any torn one would be off it.
        bool isWhole = true;
        for (int i = 0; i < 200000; ++i)
            isWhole = isWhole && clock.placeAt(start + std::chrono::seconds(i % 1000)) % 48000 <= 1;
        QVERIFY(isWhole);
    }
};

QTEST_APPLESS_MAIN(TestPlayheadClock)
#include "tst_playheadclock.moc"

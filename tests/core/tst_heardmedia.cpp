#include "core/playout/heardmedia.h"

#include "core/analysis/analysis.h"
#include "tests/support/plaincapture.h"

#include <QTest>

using core::EventKind;
using core::HeardMoment;
using core::MediaTime;
using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

// 60 ms: packet 0; 80 ms: stall of 100 ms; 180 ms: packet 1; 200 ms: loss of packet 2; 220 ms: packet 3;
// 240 ms: end.
core::Timeline timeline()
{
    core::Timeline made;
    made.events = {
        {ReceiverTime(60000), ReceiverSpan(20000), MediaTime(0), 0, EventKind::Packet},
        {ReceiverTime(80000), ReceiverSpan(100000), MediaTime(960), core::noPacket, EventKind::Stall},
        {ReceiverTime(180000), ReceiverSpan(20000), MediaTime(960), 1, EventKind::Packet},
        {ReceiverTime(200000), ReceiverSpan(20000), MediaTime(1920), core::noPacket, EventKind::Loss,
            core::Cause::Lost, core::Repair::Plc},
        {ReceiverTime(220000), ReceiverSpan(20000), MediaTime(2880), 3, EventKind::Packet},
    };
    return made;
}

} // namespace

class TestHeardMedia : public QObject {
    Q_OBJECT

private slots:
    void knowsWhatSoundsWhen_data()
    {
        QTest::addColumn<qint64>("timeUs");
        QTest::addColumn<qint64>("media");
        QTest::newRow("before the start") << qint64(0) << qint64(0);
        QTest::newRow("in a packet") << qint64(70000) << qint64(480);
        QTest::newRow("a stall stands still") << qint64(130000) << qint64(960);
        QTest::newRow("behind the stall") << qint64(190000) << qint64(1440);
        QTest::newRow("in a gap, what is missing") << qint64(210000) << qint64(2400);
        QTest::newRow("behind the end") << qint64(900000) << qint64(3840);
    }
    void knowsWhatSoundsWhen()
    {
        QFETCH(qint64, timeUs);
        QFETCH(qint64, media);
        QCOMPARE(core::mediaHeardAt(timeline(), ReceiverTime(timeUs)).ticks(), media);
    }

    void knowsWhenSomethingSounds_data()
    {
        QTest::addColumn<qint64>("media");
        QTest::addColumn<qint64>("timeUs");
        QTest::newRow("before everything") << qint64(-4800) << qint64(60000);
        QTest::newRow("in a packet") << qint64(480) << qint64(70000);
        QTest::newRow("behind the stall, not in it") << qint64(960) << qint64(180000);
        QTest::newRow("in the gap where it is missing") << qint64(2400) << qint64(210000);
        QTest::newRow("behind everything") << qint64(99999) << qint64(240000);
    }
    void knowsWhenSomethingSounds()
    {
        QFETCH(qint64, media);
        QFETCH(qint64, timeUs);
        QCOMPARE(core::timeHeard(timeline(), MediaTime(media)).ticks(), timeUs);
    }

    void knowsNothingOfAnEmptyTimeline()
    {
        QCOMPARE(core::mediaHeardAt({}, ReceiverTime(5)).ticks(), 0);
        QCOMPARE(core::timeHeard({}, MediaTime(5)).ticks(), 0);
    }

    void findsAllThatWasPlayedInARoughNetwork_data()
    {
        QTest::addColumn<core::Strategy>("strategy");
        QTest::newRow("buffer") << core::Strategy::Buffer;
        QTest::newRow("realtime") << core::Strategy::Realtime;
        QTest::newRow("fixed") << core::Strategy::Fixed;
    }
    void findsAllThatWasPlayedInARoughNetwork()
    {
        QFETCH(const core::Strategy, strategy);
        const auto capture = core::plainCapture(3000, core::mediaMilliseconds(20));
        const auto analysis = core::analyze(capture, core::roughScenario(strategy, 3)).value();
        for (uint32_t packet = 0; packet < 3000; ++packet) {
            const core::PacketOutcome& outcome = analysis->timeline.outcomes[packet];
            if (outcome.playout == core::never)
                continue;
            const MediaTime media = capture->packets()[packet].media + core::MediaSpan(480);
            const ReceiverTime heard = core::timeHeard(analysis->timeline, media);
            QCOMPARE(heard.ticks(), (outcome.playout + core::receiverMilliseconds(10)).ticks());
            QCOMPARE(core::mediaHeardAt(analysis->timeline, heard).ticks(), media.ticks());
        }
    }

    // What was chosen while playout stood still is found again there, and where playout does not stand still
    // at what is played next.
    void aMomentInAStallComesBackToItsPlace()
    {
        const auto moment = HeardMoment::at(timeline(), ReceiverTime(130000));
        core::Timeline smooth;
        smooth.events = {
            {ReceiverTime(60000), ReceiverSpan(20000), MediaTime(0), 0, EventKind::Packet},
            {ReceiverTime(80000), ReceiverSpan(20000), MediaTime(960), 1, EventKind::Packet},
        };
        QCOMPARE(moment.in(smooth).ticks(), 80000);
        QCOMPARE(moment.in(timeline()).ticks(), 130000);
    }

    // A hole in the stream that is not waited out has no time of its own.
    void aMomentInAHoleStaysBeforeWhatIsPlayedBehindIt()
    {
        constexpr int64_t minute = 60 * 48000;
        core::Timeline waited;
        waited.events = {
            {ReceiverTime(0), ReceiverSpan(20000), MediaTime(0), 0, EventKind::Packet},
            {ReceiverTime(20000), ReceiverSpan(60000000), MediaTime(960), core::noPacket, EventKind::Loss,
                core::Cause::Lost, core::Repair::Plc},
            {ReceiverTime(60020000), ReceiverSpan(20000), MediaTime(minute + 960), 1, EventKind::Packet},
        };
        core::Timeline jumped;
        jumped.events = {
            {ReceiverTime(0), ReceiverSpan(20000), MediaTime(0), 0, EventKind::Packet},
            {ReceiverTime(20000), ReceiverSpan(), MediaTime(minute + 960), core::noPacket, EventKind::Resync},
            {ReceiverTime(20000), ReceiverSpan(20000), MediaTime(minute + 960), 1, EventKind::Packet},
        };
        QCOMPARE(HeardMoment::at(waited, ReceiverTime(30000000)).in(jumped).ticks(), 20000);
        QCOMPARE(HeardMoment::at(waited, ReceiverTime(60030000)).in(jumped).ticks(), 30000);
    }
};

QTEST_APPLESS_MAIN(TestHeardMedia)
#include "tst_heardmedia.moc"

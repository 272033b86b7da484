#include "app/mediamap.h"

#include <QTest>

using app::MediaMap;
using core::EventKind;
using core::MediaTime;
using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

// 60 ms: packet 0; 80 ms: stall of 100 ms; 180 ms: packet 1; 200 ms: loss of packet 2; 220 ms: packet 3;
// 240 ms: end.
std::shared_ptr<const core::Timeline> timeline()
{
    auto made = std::make_shared<core::Timeline>();
    made->events = {
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

class TestMediaMap : public QObject {
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
        QCOMPARE(MediaMap(timeline()).mediaAt(ReceiverTime(timeUs)).ticks(), media);
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
        QCOMPARE(MediaMap(timeline()).timeAt(MediaTime(media)).ticks(), timeUs);
    }

    void knowsNothingOfAnEmptyTimeline()
    {
        const MediaMap map(std::make_shared<core::Timeline>());
        QCOMPARE(map.mediaAt(ReceiverTime(5)).ticks(), 0);
        QCOMPARE(map.timeAt(MediaTime(5)).ticks(), 0);
    }
};

QTEST_APPLESS_MAIN(TestMediaMap)
#include "tst_mediamap.moc"

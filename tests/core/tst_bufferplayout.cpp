#include "core/playout/timeline.h"
#include "tests/support/streams.h"

#include <QTest>

using namespace core;

namespace {

using Times = std::vector<std::pair<uint32_t, double>>;

Timeline played(const Capture& capture, const Times& times, int64_t maxMs = 120000)
{
    BufferSettings settings;
    settings.strategy = Strategy::Buffer;
    settings.maxDuration = receiverMilliseconds(maxMs);
    return playOut(capture, arrivalsAt(times), settings, Concealment::Plc);
}

} // namespace

class TestBufferPlayout : public QObject {
    Q_OBJECT
private slots:
    void playsAsComputedByHand_data()
    {
        QTest::addColumn<Times>("times");
        QTest::addColumn<QStringList>("events");
        QTest::newRow("starts playout delay after the first arrival")
            << Times{{0, 10}, {1, 30}} << QStringList{"play 0 70-90", "play 1 90-110"};
        QTest::newRow("next pull is behind the loss")
            << Times{{0, 0}, {3, 60}, {4, 70}}
            << QStringList{"play 0 60-80", "loss 80-120 lost plc", "play 3 120-140", "play 4 140-160"};
        QTest::newRow("empty stalls and is pulled again every 10 ms")
            << Times{{0, 0}, {1, 95}} << QStringList{"play 0 60-80", "stall 80-100", "play 1 100-120"};
        QTest::newRow("arrival exactly at a pull is in time")
            << Times{{0, 0}, {1, 90}} << QStringList{"play 0 60-80", "stall 80-90", "play 1 90-110"};
        QTest::newRow("never reports loss while empty") << Times{
            {0, 0}, {1, 9991}} << QStringList{"play 0 60-80", "stall 80-10000", "play 1 10000-10020"};
        QTest::newRow("gap in a stall is a loss behind it")
            << Times{{0, 0}, {2, 95}}
            << QStringList{"play 0 60-80", "stall 80-100", "loss 100-120 lost plc", "play 2 120-140"};
        QTest::newRow("disorder within the delay is put right") << Times{
            {1, 0}, {0, 59}, {2, 61}} << QStringList{"play 0 60-80", "play 1 80-100", "play 2 100-120"};
        QTest::newRow("packet older than the tail is late") << Times{{0, 0}, {2, 40},
            {1, 81}} << QStringList{"play 0 60-80", "loss 80-100 late plc", "play 2 100-120"};
        QTest::newRow("late arrivals do not end a stall") << Times{
            {1, 0}, {0, 85}, {2, 101}} << QStringList{"play 1 60-80", "stall 80-110", "play 2 110-130"};
        QTest::newRow("nothing arrives") << Times{} << QStringList{};
    }
    void playsAsComputedByHand()
    {
        QFETCH(Times, times);
        QFETCH(QStringList, events);
        QCOMPARE(inWords(played(evenStream(5), times)), events);
    }

    void jumpWithinEpsilonLeavesNoHole()
    {
        QCOMPARE(inWords(played(streamOf({{0}, {22}}), {{0, 0}, {1, 20}})),
            (QStringList{"play 0 60-80", "play 1 80-100"}));
    }

    void lossHasNoUpperLimit()
    {
        QCOMPARE(inWords(played(streamOf({{0}, {600020}}), {{0, 0}, {1, 20}})),
            (QStringList{"play 0 60-80", "loss 80-600080 lost plc", "play 1 600080-600100"}));
    }

    void dueComesFromThePacketPlayedBefore()
    {
        const Timeline timeline = played(evenStream(3), {{0, 0}, {1, 95}, {2, 96}});
        QCOMPARE(timeline.outcomes[0].due.milliseconds(), 60.0);
        QCOMPARE(timeline.outcomes[1].due.milliseconds(), 80.0);
        QCOMPARE(timeline.outcomes[1].playout.milliseconds(), 100.0);
        QCOMPARE(timeline.outcomes[2].due.milliseconds(), 120.0);
    }

    void overflowIsToldAndCounted()
    {
        const Timeline timeline = played(evenStream(4), {{0, 0}, {1, 1}, {2, 2}, {3, 3}}, 40);
        QCOMPARE(inWords(timeline), (QStringList{"play 2 60-80", "play 3 80-100"}));
        QCOMPARE(timeline.outcomes[0].fate, Fate::Overflow);
        QCOMPARE(timeline.outcomes[1].fate, Fate::Overflow);
        QCOMPARE(timeline.outcomes[1].repair, Repair::None);
    }

    void shortAndLongPackets()
    {
        QCOMPARE(inWords(played(evenStream(3, 2.5), {{0, 0}, {1, 2}, {2, 5}})),
            (QStringList{"play 0 60-62.5", "play 1 62.5-65", "play 2 65-67.5"}));
        QCOMPARE(inWords(played(evenStream(3, 60), {{0, 0}, {2, 120}})),
            (QStringList{"play 0 60-120", "loss 120-180 lost plc", "play 2 180-240"}));
    }

    void copyOfAPlayedPacketChangesNothing()
    {
        const Timeline timeline = played(evenStream(2), {{0, 0}, {0, 70}, {1, 71}, {1, 72}});
        QCOMPARE(inWords(timeline), (QStringList{"play 0 60-80", "play 1 80-100"}));
        QCOMPARE(timeline.duplicates, uint64_t(2));
    }
};

QTEST_APPLESS_MAIN(TestBufferPlayout)
#include "tst_bufferplayout.moc"

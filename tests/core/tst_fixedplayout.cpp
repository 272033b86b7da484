#include "core/playout/timeline.h"
#include "tests/support/streams.h"

#include <QTest>

using namespace core;

namespace {

using Times = std::vector<std::pair<uint32_t, double>>;

Timeline played(const Capture& capture, const Times& times)
{
    BufferSettings settings;
    settings.strategy = Strategy::Fixed;
    return playOut(capture, arrivalsAt(times), settings, Concealment::Plc);
}

} // namespace

class TestFixedPlayout : public QObject {
    Q_OBJECT
private slots:
    void playsAsComputedByHand_data()
    {
        QTest::addColumn<Times>("times");
        QTest::addColumn<QStringList>("events");
        QTest::newRow("arrival at exactly the due time is in time") << Times{{0, 0}, {1, 80}, {2, 100},
            {3, 100}} << QStringList{"play 0 60-80", "play 1 80-100", "play 2 100-120", "play 3 120-140"};
        QTest::newRow("a microsecond later is late, and nothing ever moves")
            << Times{{0, 0}, {1, 80.001}, {2, 90}, {3, 100}}
            << QStringList{"play 0 60-80", "loss 80-100 late plc", "play 2 100-120", "play 3 120-140"};
        QTest::newRow("both ends of the stream are covered")
            << Times{{1, 20}, {2, 40}}
            << QStringList{"loss 60-80 lost plc", "play 1 80-100", "play 2 100-120", "loss 120-140 lost plc"};
        QTest::newRow("the first to arrive sets the offset, whichever it is")
            << Times{{2, 30}, {0, 40}, {1, 41}, {3, 60}}
            << QStringList{"play 0 50-70", "play 1 70-90", "play 2 90-110", "play 3 110-130"};
        QTest::newRow("of two that arrive at once the one sent first sets the offset")
            << Times{{0, 20}, {1, 20}, {2, 40}, {3, 60}}
            << QStringList{"play 0 80-100", "play 1 100-120", "play 2 120-140", "play 3 140-160"};
        QTest::newRow("causes side by side are kept apart")
            << Times{{0, 0}, {2, 999}, {3, 60}}
            << QStringList{"play 0 60-80", "loss 80-100 lost plc", "loss 100-120 late plc", "play 3 120-140"};
        QTest::newRow("nothing arrives") << Times{} << QStringList{};
    }
    void playsAsComputedByHand()
    {
        QFETCH(Times, times);
        QFETCH(QStringList, events);
        QCOMPARE(inWords(played(evenStream(4), times)), events);
    }

    void everyPacketHasItsDueTime()
    {
        const Timeline timeline = played(evenStream(4), {{1, 20}, {3, 999}});
        for (size_t i = 0; i < 4; ++i)
            QCOMPARE(timeline.outcomes[i].due.milliseconds(), 60.0 + 20.0 * static_cast<double>(i));
        QCOMPARE(timeline.outcomes[0].fate, Fate::Lost);
        QCOMPARE(timeline.outcomes[3].fate, Fate::Late);
    }

    void roundedStampsAreJoined()
    {
        QCOMPARE(inWords(played(streamOf({{0}, {21}, {40}}), {{0, 0}, {1, 20}, {2, 40}})),
            (QStringList{"play 0 60-81", "play 1 81-100", "play 2 100-120"}));
    }

    void holeBeyondEpsilonIsALoss()
    {
        QCOMPARE(inWords(played(streamOf({{0}, {23}}), {{0, 0}, {1, 20}})),
            (QStringList{"play 0 60-80", "loss 80-83 lost plc", "play 1 83-103"}));
    }

    void packetThatIsNotPlayedIsALossHoweverLargeEpsilonIs()
    {
        BufferSettings settings;
        settings.strategy = Strategy::Fixed;
        settings.epsilon = receiverMilliseconds(1000);
        QCOMPARE(inWords(playOut(
                     evenStream(6), arrivalsAt({{1, 20}, {2, 40}, {4, 80}}), settings, Concealment::Plc)),
            (QStringList{"loss 60-80 lost plc", "play 1 80-100", "play 2 100-120", "loss 120-140 lost plc",
                "play 4 140-160", "loss 160-180 lost plc"}));
    }

    void overlapCutsTheEarlierPacket()
    {
        QCOMPARE(inWords(played(streamOf({{0, 60}, {20}}), {{0, 0}, {1, 20}})),
            (QStringList{"play 0 60-80", "play 1 80-100"}));
    }

    void shortPackets()
    {
        QCOMPARE(inWords(played(evenStream(3, 2.5), {{0, 0}, {2, 5}})),
            (QStringList{"play 0 60-62.5", "loss 62.5-65 lost plc", "play 2 65-67.5"}));
    }
};

QTEST_APPLESS_MAIN(TestFixedPlayout)
#include "tst_fixedplayout.moc"

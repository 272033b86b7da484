#include "core/playout/timeline.h"
#include "tests/support/streams.h"

#include <QTest>

using namespace core;

namespace {

using Times = std::vector<std::pair<uint32_t, double>>;

constexpr uint8_t silk20 = 9 << 3, silk10 = 8 << 3, silk60 = 11 << 3, celt20 = 31 << 3;
constexpr uint8_t silkTriple = silk20 | 3; // three frames of 20 ms when the packet lasts 60 ms

struct Parts {
    Strategy strategy = Strategy::Realtime;
    Concealment concealment = Concealment::Fec;
};

Timeline played(const std::vector<StreamPacket>& packets, const Times& times, const Parts& parts = {})
{
    BufferSettings settings;
    settings.strategy = parts.strategy;
    return playOut(streamOf(packets), arrivalsAt(times), settings, parts.concealment);
}

StreamPacket plain(double ms) { return {ms, 20, silk20, 0}; }
StreamPacket withFec(double ms, uint8_t toc = silk20, double durationMs = 20)
{
    return {ms, durationMs, toc, HasFec};
}

} // namespace

class TestLossPlanner : public QObject {
    Q_OBJECT
private slots:
    void fecRepairsTheLastPacketOfAGap()
    {
        const Timeline timeline = played({plain(0), plain(20), plain(40), withFec(60)}, {{0, 0}, {3, 60}});
        QCOMPARE(inWords(timeline),
            (QStringList{"play 0 60-80", "loss 80-100 lost plc", "loss 100-120 lost fec", "play 3 120-140"}));
        QCOMPARE(timeline.events[1].packet, noPacket);
        QCOMPARE(timeline.events[2].packet, 3U);
        QCOMPARE(timeline.events[2].media.milliseconds(), 40.0);
        QCOMPARE(timeline.outcomes[1].repair, Repair::Plc);
        QCOMPARE(timeline.outcomes[2].repair, Repair::Fec);
    }

    void repairIsPlcWhereFecCanNotBe_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"no FEC in the packet", "packet behind is CELT", "packet before is CELT",
                 "frame longer than the gap", "PLC asked for"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void repairIsPlcWhereFecCanNotBe()
    {
        QFETCH(QString, what);
        std::vector<StreamPacket> packets{plain(0), plain(20), withFec(40)};
        Parts parts;
        if (what == QLatin1String("no FEC in the packet"))
            packets[2] = plain(40);
        if (what == QLatin1String("packet behind is CELT"))
            packets[2].toc = celt20;
        if (what == QLatin1String("packet before is CELT"))
            packets[0].toc = celt20;
        if (what == QLatin1String("frame longer than the gap"))
            packets[2] = withFec(40, silk60, 60);
        if (what == QLatin1String("PLC asked for"))
            parts.concealment = Concealment::Plc;
        const Timeline timeline = played(packets, {{0, 0}, {2, 40}}, parts);
        QCOMPARE(inWords(timeline).value(1), QStringLiteral("loss 80-100 lost plc"));
        QCOMPARE(timeline.outcomes[1].repair, Repair::Plc);
    }

    void silenceIsSilence()
    {
        const Timeline timeline = played(
            {plain(0), plain(20), withFec(40)}, {{0, 0}, {2, 40}}, {.concealment = Concealment::Silence});
        QCOMPARE(inWords(timeline).value(1), QStringLiteral("loss 80-100 lost silence"));
        QCOMPARE(timeline.outcomes[1].repair, Repair::Silence);
    }

    void fecOfAPacketOfSeveralFramesRepairsOneFrame()
    {
        const Timeline timeline =
            played({{0, 60, silkTriple, 0}, {60, 60, silkTriple, 0}, withFec(120, silkTriple, 60)},
                {{0, 0}, {2, 120}}, {.strategy = Strategy::Buffer});
        QCOMPARE(inWords(timeline),
            (QStringList{
                "play 0 60-120", "loss 120-160 lost plc", "loss 160-180 lost fec", "play 2 180-240"}));
        QCOMPARE(timeline.outcomes[1].repair, Repair::Fec);
    }

    void shortFrameRepairsTheEndOfALongPacket()
    {
        const Timeline timeline = played({plain(0), plain(20), withFec(40, silk10, 10)}, {{0, 0}, {2, 40}});
        QCOMPARE(inWords(timeline),
            (QStringList{"play 0 60-80", "loss 80-90 lost plc", "loss 90-100 lost fec", "play 2 100-110"}));
    }

    void fixedUsesFecOnlyIfItIsThereWhenTheRepairSounds()
    {
        const std::vector<StreamPacket> packets{plain(0), plain(20), withFec(40)};
        const Parts fixed{.strategy = Strategy::Fixed};
        QCOMPARE(inWords(played(packets, {{0, 0}, {2, 80}}, fixed)).value(1),
            QStringLiteral("loss 80-100 lost fec"));
        QCOMPARE(inWords(played(packets, {{0, 0}, {2, 80.001}}, fixed)).value(1),
            QStringLiteral("loss 80-100 lost plc"));
    }

    void nothingButWhatFollowsAtOnceRepairs()
    {
        // The packet behind the reported starvation comes after a stall.
        const Timeline timeline = played({plain(0), plain(20), withFec(40)}, {{0, 0}, {2, 285}});
        QCOMPARE(inWords(timeline).value(1), QStringLiteral("loss 80-100 lost plc"));
    }

    void causesComeFromTheFatesOfThePacketsThatBelongThere()
    {
        const std::vector<StreamPacket> packets{
            plain(0), plain(20), {40, 20, silk20, IsCorrupt}, plain(60), plain(80), plain(100)};
        const Timeline timeline = played(packets, {{0, 0}, {2, 40}, {4, 71}, {5, 75}, {3, 90}});
        QCOMPARE(inWords(timeline),
            (QStringList{"play 0 60-80", "loss 80-100 lost plc", "loss 100-120 corrupt plc",
                "loss 120-140 late plc", "play 4 140-160", "play 5 160-180"}));
        QCOMPARE(timeline.outcomes[2].fate, Fate::Corrupt);
        QCOMPARE(timeline.outcomes[2].due.milliseconds(), 100.0);
    }

    void corruptPacketOfUnknownDurationReachesToTheNext()
    {
        const std::vector<StreamPacket> packets{plain(0), {20, 0, 0, IsCorrupt}, plain(40)};
        QCOMPARE(inWords(played(packets, {{0, 0}, {1, 20}, {2, 40}})).value(1),
            QStringLiteral("loss 80-100 corrupt plc"));
    }

    void holeInTheStampsIsALossOfUnknownPackets()
    {
        const Timeline timeline = played({plain(0), plain(20), plain(100)}, {{0, 0}, {2, 80}});
        QCOMPARE(inWords(timeline), (QStringList{"play 0 60-80", "loss 80-160 lost plc", "play 2 160-180"}));
    }

    void roundingBetweenPacketsDoesNotSplitALoss()
    {
        const Timeline timeline = played({plain(0), plain(21), plain(42), plain(61)},
            {{0, 0}, {3, 61}, {1, 300}, {2, 301}}, {.strategy = Strategy::Fixed});
        QCOMPARE(inWords(timeline), (QStringList{"play 0 60-80", "loss 80-121 late plc", "play 3 121-141"}));
    }
};

QTEST_APPLESS_MAIN(TestLossPlanner)
#include "tst_lossplanner.moc"

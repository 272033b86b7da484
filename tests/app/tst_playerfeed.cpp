#include "app/playerfeed.h"
#include "tests/app/played.h"

#include <QTest>

using app::AudioRing;
using app::PlayerFeed;
using core::ReceiverTime;
using ui::Listen;
using namespace test;

namespace {

// A feed with its ring, emptied in requests of 10 ms like a device would.
struct Player {
    AudioRing ring{16384};
    PlayerFeed feed{ring};

    std::vector<AudioRing::Frame> play(size_t count)
    {
        std::vector<AudioRing::Frame> played;
        while (played.size() < count) {
            [&] { QVERIFY(feed.fill().has_value()); }();
            std::vector<AudioRing::Frame> request(std::min<size_t>(480, count - played.size()));
            const size_t got = ring.read(request).count;
            played.insert(played.end(), request.begin(), request.begin() + static_cast<std::ptrdiff_t>(got));
            if (got == 0)
                break;
        }
        return played;
    }
    void load(const std::shared_ptr<const core::Analysis>& analysis)
    {
        QVERIFY(feed.load(analysis).has_value());
    }
};

bool areEqual(const std::vector<AudioRing::Frame>& played, size_t from, size_t count,
    const std::vector<AudioRing::Frame>& expected, size_t at)
{
    if (from + count > played.size() || at + count > expected.size())
        return false;
    const auto begin = played.begin() + static_cast<std::ptrdiff_t>(from);
    return std::equal(begin, begin + static_cast<std::ptrdiff_t>(count),
        expected.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace

class TestPlayerFeed : public QObject {
    Q_OBJECT

private slots:
    void playsTheRenderedSamplesBitForBit_data()
    {
        QTest::addColumn<int>("channels");
        QTest::newRow("mono on both sides") << 1;
        QTest::newRow("stereo") << 2;
    }
    void playsTheRenderedSamplesBitForBit()
    {
        QFETCH(int, channels);
        const auto analysis = analysisWithStall(toneCapture(channels), 60000, 100000);
        Player player;
        player.load(analysis);
        const auto expected = received(analysis);
        QVERIFY(player.play(expected.size() + 1000) == expected);
        QVERIFY(player.feed.isAtEnd());
    }

    void keepsTheRingShort()
    {
        Player player;
        player.load(analysisWithStall(toneCapture(1), 0, 0));
        QVERIFY(player.feed.fill().has_value());
        QCOMPARE(player.ring.fill(), PlayerFeed::targetFrames);
        QVERIFY(PlayerFeed::targetFrames <= framesOf(60));
    }

    void swapsAtTheSameAudio_data()
    {
        QTest::addColumn<int>("beforeMs");
        QTest::newRow("before the stall") << 400;
        QTest::newRow("behind the stall") << 1400;
    }
    void swapsAtTheSameAudio()
    {
        QFETCH(int, beforeMs);
        const auto capture = toneCapture(1);
        const auto analysis = analysisWithStall(capture, 60000, 100000);
        Player player;
        player.load(analysis);
        (void)player.play(framesOf(beforeMs));
        QVERIFY(player.feed.listen(Listen::Original).has_value());
        const auto played = player.play(framesOf(300));

        const size_t stalled = beforeMs > 1000 ? framesOf(100) : 0;
        const size_t swapped = framesOf(beforeMs) - stalled;
        const size_t faded = PlayerFeed::fadeFrames;
        QVERIFY(areEqual(played, faded, played.size() - faded, original(capture), swapped + faded));
        QCOMPARE(player.feed.listening(), Listen::Original);

        QVERIFY(player.feed.listen(Listen::Received).has_value());
        const auto back = player.play(framesOf(200));
        const size_t place = framesOf(beforeMs) + framesOf(300) + faded;
        QVERIFY(areEqual(back, faded, back.size() - faded, received(analysis), place));
    }

    void hearsAChangeAtOnce()
    {
        const auto capture = toneCapture(1);
        Player player;
        player.load(analysisWithStall(capture, 60000, 0));
        (void)player.play(framesOf(500));
        const auto changed = analysisWithStall(capture, 160000, 0);
        player.load(changed);
        const auto played = player.play(framesOf(200));
        // The same audio goes on; on the new clock it sounds 100 ms later.
        const auto expected = received(changed);
        const size_t faded = PlayerFeed::fadeFrames;
        QVERIFY(areEqual(played, faded, played.size() - faded, expected, framesOf(500) + faded));
        QCOMPARE(player.feed.position().ticks() / 100, (160000 + 6500 + 500000 + 200000 + 50000) / 100);
    }

    void hearsTheNewGapsRightAway()
    {
        const auto capture = toneCapture(1);
        Player player;
        player.load(analysisWithStall(capture, 0, 0));
        (void)player.play(framesOf(500));
        player.load(analysisSilentFrom(capture, 27));
        const auto played = player.play(framesOf(150));
        const size_t begin = framesOf(540) - 312 - framesOf(500);
        const std::vector<AudioRing::Frame> silence(played.size() - begin);
        QVERIFY(areEqual(played, begin, silence.size(), silence, 0));
    }

    // The device goes on taking frames while the other stream is made ready.
    void aChangeIsAlignedWhereverTheDeviceIs_data()
    {
        QTest::addColumn<int>("taken");
        for (const int taken : {0, 1, 239, 480, 2400})
            QTest::addRow("%d frames on", taken) << taken;
    }
    void aChangeIsAlignedWhereverTheDeviceIs()
    {
        QFETCH(int, taken);
        const auto capture = toneCapture(1);
        const auto a = analysisWithStall(capture, 0, 0);
        const auto b = analysisSilentFrom(capture, 30);
        Player player;
        player.load(a);
        (void)player.play(framesOf(500));
        player.load(b);
        std::vector<AudioRing::Frame> onTheWay(static_cast<size_t>(taken));
        QCOMPARE(player.ring.read(onTheWay).count, static_cast<uint64_t>(taken));
        QVERIFY(areEqual(onTheWay, 0, onTheWay.size(), received(a), framesOf(500)));
        const auto played = player.play(framesOf(200));
        const size_t faded = PlayerFeed::fadeFrames;
        QVERIFY(areEqual(
            played, faded, played.size() - faded, received(b), framesOf(500) + onTheWay.size() + faded));
    }

    void changesInARowAreHeardEach()
    {
        const auto capture = toneCapture(1);
        const std::array analyses{analysisWithStall(capture, 0, 0), analysisSilentFrom(capture, 30)};
        Player player;
        player.load(analyses[0]);
        size_t place = 0;
        for (size_t round = 0; round < 60; ++round) {
            const auto played = player.play(800);
            const size_t faded = round == 0 ? 0 : PlayerFeed::fadeFrames;
            QVERIFY(
                areEqual(played, faded, played.size() - faded, received(analyses[round % 2]), place + faded));
            place += played.size();
            player.load(analyses[(round + 1) % 2]);
            if (round % 3 == 0) // overtaken before anything of it was entered
                player.load(analyses[(round + 1) % 2]);
        }
    }

    void seekPassesOverWhatIsInTheRing()
    {
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        Player player;
        player.load(analysis);
        (void)player.play(framesOf(200));
        player.feed.seek(ReceiverTime(1000000));
        const auto played = player.play(framesOf(100));
        const size_t place = framesOf(1000) - 312;
        const size_t faded = PlayerFeed::fadeFrames;
        QVERIFY(areEqual(played, faded, played.size() - faded, received(analysis), place + faded));
    }

    void seekToTheStartIsExactFromTheFirstSample()
    {
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        Player player;
        player.load(analysis);
        (void)player.play(framesOf(1200));
        player.feed.seek({});
        QVERIFY(areEqual(player.play(4800), 0, 4800, received(analysis), 0));
    }

    void repeatsItsLoop_data()
    {
        QTest::addColumn<int>("ms");
        QTest::newRow("a whole number of chunks") << 100;
        QTest::newRow("ends within a chunk") << 105;
    }
    void repeatsItsLoop()
    {
        QFETCH(const int, ms);
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        Player player;
        player.load(analysis);
        player.feed.setLoop(ui::LoopRange{ReceiverTime(206500), ReceiverTime(206500 + ms * 1000)});
        player.feed.seek(ReceiverTime(206500));
        const auto played = player.play(framesOf(1100));
        QCOMPARE(played.size(), framesOf(1100));
        const auto expected = received(analysis);
        for (size_t round = 1; round < 10; ++round) {
            const size_t faded = PlayerFeed::fadeFrames;
            QVERIFY(areEqual(
                played, framesOf(ms) * round + faded, framesOf(ms) - faded, expected, framesOf(200) + faded));
        }
        QVERIFY(!player.feed.isAtEnd());
    }

    // On the clock of the other analysis the same audio sounds 100 ms later; to and fro nothing moves.
    void anotherAnalysisLoopsTheSameAudio()
    {
        const auto capture = toneCapture(1);
        const std::array analyses{
            analysisWithStall(capture, 60000, 0), analysisWithStall(capture, 160000, 0)};
        const auto expected = received(analyses[0]);
        Player player;
        player.load(analyses[0]);
        player.feed.setLoop(ui::LoopRange{ReceiverTime(266500), ReceiverTime(366500)});
        player.feed.seek(ReceiverTime(266500));
        size_t place = 0; // in the loop, of what is read next
        for (size_t round = 0; round < 20; ++round) {
            const auto played = player.play(framesOf(130));
            for (size_t i = 0; i < played.size(); ++i, ++place) {
                const size_t inLoop = place % framesOf(100);
                if (inLoop >= PlayerFeed::fadeFrames
                    && std::abs(played[i][0] - expected[framesOf(200) + inLoop][0]) > 1e-6F)
                    QFAIL(qPrintable(QStringLiteral("round %1, frame %2").arg(round).arg(i)));
            }
            player.load(analyses[(round + 1) % 2]);
        }
    }

    void endsWhereItWasToldTo()
    {
        Player player;
        player.load(analysisWithStall(toneCapture(1), 0, 0));
        player.feed.setStop(ReceiverTime(506500));
        QCOMPARE(player.play(framesOf(1000)).size(), framesOf(500));
        QVERIFY(player.feed.isAtEnd());
    }

    void tellsTheTimeOfWhatItPlays()
    {
        Player player;
        player.load(analysisWithStall(toneCapture(1), 60000, 100000));
        (void)player.play(framesOf(1500));
        ReceiverTime end(66500);
        for (const app::PlayedStretch& stretch : player.feed.takeStretches()) {
            QCOMPARE(stretch.begin, end);
            end = stretch.end;
        }
        QCOMPARE(end, player.feed.position());
    }

    void startsAnotherCaptureAtItsBeginning()
    {
        Player player;
        player.load(analysisWithStall(toneCapture(1), 0, 0));
        (void)player.play(framesOf(500));
        const auto other = analysisWithStall(toneCapture(2), 0, 0);
        player.load(other);
        QVERIFY(areEqual(player.play(4800), 0, 4800, received(other), 0));
    }
};

QTEST_APPLESS_MAIN(TestPlayerFeed)
#include "tst_playerfeed.moc"

#include "tests/app/playerstage.h"

using app::AudioRing;
using app::Player;
using app::TimePoint;
using core::ReceiverTime;
using ui::Listen;
using namespace test;

namespace {

// Index of the first frame from `begin` on that is another one; the number of frames played if none is.
size_t firstDifference(const Frames& played, const Frames& expected, size_t begin)
{
    for (size_t i = begin; i < played.size(); ++i) {
        if (i >= expected.size() || played[i] != expected[i])
            return i;
    }
    return played.size();
}

float largestStep(const Frames& frames)
{
    float largest = 0;
    for (size_t i = 1; i < frames.size(); ++i)
        largest = std::max(largest, std::abs(frames[i][0] - frames[i - 1][0]));
    return largest;
}

bool startsWith(const Frames& played, const Frames& expected)
{
    return played.size() <= expected.size() && std::equal(played.begin(), played.end(), expected.begin());
}

} // namespace

class TestPlayer : public QObject {
    Q_OBJECT

private slots:
    void playsTheRenderedSamplesBitForBit()
    {
        const auto analysis = analysisWithStall(toneCapture(2), 60000, 100000);
        Stage stage;
        stage.start(analysis);
        const Frames played = stage.pull(framesOf(1500));
        QCOMPARE(played.size(), framesOf(1500));
        QVERIFY(startsWith(played, received(analysis)));
        QCOMPARE(stage.playback().underruns, 0U);
    }

    void tellsWhereItIs()
    {
        Stage stage;
        stage.start(analysisWithStall(toneCapture(1), 60000, 0));
        (void)stage.pull(framesOf(500));
        QVERIFY(stage.playback().isPlaying);
        QCOMPARE(stage.playbackLater().position.ticks(), 60000 + 6500 + 500000);
        QCOMPARE(stage.playback().device, QStringLiteral("desk"));
        QCOMPARE(stage.playback().latencyMs, 20.0);
    }

    void goesOnAfterAPauseWhereItWasHeardLast()
    {
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        Stage stage;
        stage.start(analysis);
        (void)stage.pull(framesOf(500));
        stage.player.setPlaying(false);
        stage.settle();
        QVERIFY(!stage.playback().isPlaying);
        const int64_t heard = stage.playback().position.ticks();
        QVERIFY(heard <= 506500);
        stage.player.setPlaying(true);
        stage.settle();
        QCOMPARE(stage.playback().position.ticks(), heard);
    }

    void seeksWhilePlayingAndWhilePausing()
    {
        Stage stage;
        stage.start(analysisWithStall(toneCapture(1), 0, 0));
        (void)stage.pull(framesOf(100));
        stage.player.seek(ReceiverTime(1000000));
        stage.settle();
        QCOMPARE(stage.playback().position.ticks(), 1000000);
        stage.player.setPlaying(false);
        stage.player.seek(ReceiverTime(300000));
        stage.settle();
        QCOMPARE(stage.playback().position.ticks(), 300000);
    }

    void hearsAChangeWithTheNextFramesOfTheDevice()
    {
        const auto capture = toneCapture(1);
        Stage stage;
        stage.start(analysisWithStall(capture, 0, 0));
        (void)stage.pull(framesOf(500));
        stage.player.load(analysisSilentFrom(capture, 0));
        stage.settle();
        const Frames played = stage.pull(framesOf(150));
        const auto silent = [](const AudioRing::Frame& frame) { return frame == AudioRing::Frame{}; };
        const auto loud = std::find_if_not(played.rbegin(), played.rend(), silent);
        // The device's own delay comes on top.
        const auto change = static_cast<size_t>(played.rend() - loud);
        QVERIFY2(change <= AudioRing::fadeFrames, qPrintable(QString::number(change)));
    }

    // The device still holds audio from before the change when it takes the first frames of it.
    void thePlayheadGoesOnThroughAChange()
    {
        const auto capture = toneCapture(1);
        Stage stage;
        stage.start(analysisWithStall(capture, 0, 0));
        (void)stage.pull(framesOf(500));
        stage.waitForRing();
        stage.player.load(analysisSilentFrom(capture, 30));
        stage.settle();
        const TimePoint soundsAt = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        Frames request(requestFrames);
        {
            const std::lock_guard lock(stage.desk.mutex);
            stage.desk.source->pull(request, soundsAt);
        }
        for (const int ms : {-30, -10, 0, 5, 10}) {
            const auto position = stage.player.playback(soundsAt + std::chrono::milliseconds(ms)).position;
            QCOMPARE(position.ticks(), 6500 + 500000 + ms * 1000);
        }
    }

    void swapsOriginalAndReceivedWhilePlaying()
    {
        const auto capture = toneCapture(1);
        Stage stage;
        stage.start(analysisSilentFrom(capture, 0));
        (void)stage.pull(framesOf(500));
        stage.player.listen(Listen::Original);
        QCOMPARE(stage.playback().listen, Listen::Original); // however busy the player is
        stage.settle();
        QCOMPARE(stage.playback().listen, Listen::Original);
        const Frames played = stage.pull(framesOf(200));
        const Frames expected = original(capture);
        QVERIFY(std::equal(played.end() - 960, played.end(),
            expected.begin() + static_cast<std::ptrdiff_t>(framesOf(700)) - 960));
    }

    // B starts on another clock and is silent from 540 ms on. Each frame is the one of A or of B at the same
    // audio, but for the 5 ms in which one is faded into the other.
    void switchesScenariosAtTheSameAudio()
    {
        const auto capture = toneCapture(1);
        const auto a = analysisWithStall(capture, 60000, 0);
        const auto b = analysisSilentFrom(capture, 27);
        const Frames ofA = received(a);
        const Frames ofB = received(b);
        Stage stage;
        stage.start(a);
        Frames played = stage.pull(framesOf(600));
        for (const auto& next : {b, a}) {
            stage.player.load(next);
            stage.settle();
            const Frames more = stage.pull(framesOf(300));
            played.insert(played.end(), more.begin(), more.end());
        }
        QCOMPARE(played.size(), framesOf(1200));
        const size_t latest = app::PlayerFeed::fadeFrames;
        const size_t toB = firstDifference(played, ofA, 0);
        QVERIFY2(toB >= framesOf(600) && toB < framesOf(600) + latest, qPrintable(QString::number(toB)));
        const size_t toA = firstDifference(played, ofB, toB + app::PlayerFeed::fadeFrames);
        QVERIFY2(toA >= framesOf(900) && toA < framesOf(900) + latest, qPrintable(QString::number(toA)));
        QCOMPARE(firstDifference(played, ofA, toA + app::PlayerFeed::fadeFrames), played.size());
        const float ofFade = 1.0F / app::PlayerFeed::fadeFrames; // a whole swing in its 240 steps
        QVERIFY(largestStep(played) <= std::max(largestStep(ofA), largestStep(ofB)) + ofFade);
        QCOMPARE(stage.playback().underruns, 0U);
    }

    void stopsAtTheEndAndStartsAgainFromTheBeginning()
    {
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        Stage stage;
        stage.start(analysis);
        const Frames expected = received(analysis);
        QVERIFY(stage.pull(expected.size()) == expected);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.playback().isPlaying, limitMs);
        QCOMPARE(stage.playback().underruns, 0U);
        stage.player.setPlaying(true);
        stage.settle();
        QVERIFY(startsWith(stage.pull(4800), expected));
    }

    void scalesByTheVolume()
    {
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        Stage stage;
        stage.player.setVolume(0);
        stage.start(analysis);
        (void)stage.pull(requestFrames); // the volume is reached by a ramp
        for (const AudioRing::Frame& frame : stage.pull(requestFrames))
            QCOMPARE(frame[0], 0.0F);
        QVERIFY(stage.playback().level < 0.5F);
    }

    void showsTheLevelOfWhatIsPlayed()
    {
        Stage stage;
        stage.start(analysisWithStall(toneCapture(1), 0, 0));
        (void)stage.pull(framesOf(300));
        QVERIFY(stage.playback().level > 0.1F);
    }
};

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"

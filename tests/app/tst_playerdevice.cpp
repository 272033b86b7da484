#include "tests/app/playerstage.h"

using app::AudioRing;
using app::Player;
using core::ReceiverTime;
using namespace test;

// What becomes of a play when the device is not what it should be.
class TestPlayerDevice : public QObject {
    Q_OBJECT

private slots:
    void countsUnderruns()
    {
        Stage stage;
        stage.start(analysisWithStall(toneCapture(1), 0, 0));
        Frames tooMuch(65536);
        {
            const std::lock_guard lock(stage.desk.mutex);
            stage.desk.source->pull(tooMuch, {});
        }
        QCOMPARE(stage.playback().underruns, 1U);
        QVERIFY((tooMuch.back() == AudioRing::Frame{}));
    }

    void aDeviceThatRunsDryAgainAndAgainIsGivenMoreAhead()
    {
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        Stage stage;
        stage.start(analysis);
        for (const int latencyMs : {30, 60, 120, 240, 480, 480}) {
            const auto isAhead = [&] {
                return stage.desk.latencyAskedFor().count() == latencyMs
                    && stage.player.framesReady() + 480 >= framesOf(2 * latencyMs);
            };
            QVERIFY(stage.waitAsking(isAhead));
            stage.desk.runDryAgainAndAgain();
        }
        stage.settle();
        QCOMPARE(stage.desk.latencyAskedFor(), Player::longestLatency);
    }

    // Some of what was handed out is played once more, for the device dropped it; nothing is left out.
    void goesOnWithTheSameAudioWithMoreAhead()
    {
        const auto analysis = analysisWithStall(toneCapture(1), 0, 0);
        const Frames expected = received(analysis);
        Stage stage;
        stage.start(analysis);
        (void)stage.pull(framesOf(500));
        stage.desk.runDryAgainAndAgain();
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.latencyAskedFor().count(), 60, limitMs);
        Frames played = stage.pull(framesOf(300));
        QCOMPARE(played.size(), framesOf(300));
        played.erase(played.begin(), played.begin() + app::PlayerFeed::fadeFrames);
        const auto place = std::search(expected.begin(), expected.end(), played.begin(), played.end());
        QVERIFY(place != expected.end());
        QVERIFY(place - expected.begin()
            <= static_cast<std::ptrdiff_t>(framesOf(500) + app::PlayerFeed::fadeFrames));
    }

    void playsSilentlyWhenTheDeviceRefuses()
    {
        Stage stage;
        stage.desk.refuses = true;
        stage.start(analysisWithStall(toneCapture(1), 0, 0));
        QVERIFY(stage.playback().isPlaying);
        QVERIFY(stage.playback().problem.contains(QStringLiteral("busy")));
        QVERIFY(stage.playback().device.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(stage.playback().position > ReceiverTime(100000), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.playback().isPlaying, limitMs);
    }

    void goesOnSilentlyWhenTheDeviceGoesAway()
    {
        Stage stage;
        stage.start(analysisWithStall(toneCapture(1), 0, 0));
        (void)stage.pull(framesOf(500));
        stage.desk.isAlive = false;
        QTRY_VERIFY_WITH_TIMEOUT(!stage.playback().problem.isEmpty(), limitMs);
        QVERIFY(!stage.desk.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(stage.playback().position > ReceiverTime(700000), limitMs);
    }

    void changesTheDeviceWhilePlaying()
    {
        Stage stage;
        stage.start(analysisWithStall(toneCapture(1), 0, 0));
        (void)stage.pull(framesOf(200));
        stage.player.setDevice(QStringLiteral("headset"));
        stage.settle();
        QCOMPARE(stage.playback().device, QStringLiteral("headset"));
        QVERIFY(stage.playback().isPlaying);
    }

    void listsTheDevices()
    {
        Stage stage;
        QVERIFY(!stage.player.devices().areKnown);
        stage.player.findDevices();
        QTRY_VERIFY_WITH_TIMEOUT(stage.player.devices().areKnown, limitMs);
        QCOMPARE(stage.player.devices().names.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPlayerDevice)
#include "tst_playerdevice.moc"

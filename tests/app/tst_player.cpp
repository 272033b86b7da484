#include "app/player.h"
#include "tests/app/played.h"

#include <QTest>

using app::AudioOutput;
using app::AudioRing;
using app::Player;
using app::TimePoint;
using core::ReceiverTime;
using ui::Listen;
using namespace test;

namespace {

constexpr int limitMs = 10000;
constexpr size_t requestFrames = 480;

// What the test and the player's thread share of a device that the test pulls by hand.
struct Desk {
    std::mutex mutex;
    AudioOutput::Source* source = nullptr;
    QString started;
    std::atomic<bool> isAlive = true;
    std::atomic<bool> refuses = false;

    [[nodiscard]] bool isRunning()
    {
        const std::lock_guard lock(mutex);
        return source != nullptr;
    }
};

class HandDevice final : public AudioOutput {
public:
    explicit HandDevice(Desk& desk)
        : m_desk(desk)
    {
    }

    QStringList deviceNames() override { return {QStringLiteral("desk"), QStringLiteral("headset")}; }
    QString defaultDevice() const override { return QStringLiteral("desk"); }
    core::Result<void> start(const QString& device, Source& source) override
    {
        if (m_desk.refuses)
            return core::failure(core::ErrorCode::NotReadable, "busy");
        const std::lock_guard lock(m_desk.mutex);
        m_desk.source = &source;
        m_desk.started = device.isEmpty() ? QStringLiteral("desk") : device;
        return {};
    }
    void stop() override
    {
        const std::lock_guard lock(m_desk.mutex);
        m_desk.source = nullptr;
    }
    bool isAlive() const override { return m_desk.isAlive; }
    QString runningDevice() const override { return m_desk.started; }
    double latencyMs() const override { return 20; }

private:
    Desk& m_desk;
};

// A player whose device asks for samples only when told to, so that nothing depends on the machine's speed.
class Stage {
public:
    Player player{std::make_unique<HandDevice>(desk)};
    Desk desk;

    void start(const std::shared_ptr<const core::Analysis>& analysis)
    {
        player.load(analysis);
        player.setPlaying(true);
        settle();
    }
    // Everything asked for is done.
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(player.hasGranted(), limitMs); }
    // Lets the device ask for this much, 10 ms at a time, never faster than the player decodes.
    Frames pull(size_t count)
    {
        Frames played;
        while (played.size() < count) {
            Frames request(std::min(requestFrames, count - played.size()));
            if (!waitFor(request.size()))
                break;
            const std::lock_guard lock(desk.mutex);
            if (desk.source == nullptr)
                break;
            desk.source->pull(request, std::chrono::steady_clock::now());
            played.insert(played.end(), request.begin(), request.end());
        }
        return played;
    }
    ui::Playback playback() const { return player.playback(std::chrono::steady_clock::now()); }
    // Of all that was handed out.
    ui::Playback playbackLater() const
    {
        return player.playback(std::chrono::steady_clock::now() + std::chrono::seconds(5));
    }

private:
    bool waitFor(size_t frames)
    {
        return QTest::qWaitFor([&] { return player.framesReady() >= frames; }, limitMs);
    }
};

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

    void hearsAChangeWithin150Milliseconds()
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
        // The device's own delay of 20 ms comes on top.
        const auto change = static_cast<size_t>(played.rend() - loud);
        QVERIFY2(change < framesOf(130), qPrintable(QString::number(change)));
    }

    void swapsOriginalAndReceivedWhilePlaying()
    {
        const auto capture = toneCapture(1);
        Stage stage;
        stage.start(analysisSilentFrom(capture, 0));
        (void)stage.pull(framesOf(500));
        stage.player.listen(Listen::Original);
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
        const size_t latest = app::PlayerFeed::targetFrames + app::PlayerFeed::fadeFrames;
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

    void countsUnderruns()
    {
        Stage stage;
        stage.start(analysisWithStall(toneCapture(1), 0, 0));
        Frames tooMuch(16384);
        {
            const std::lock_guard lock(stage.desk.mutex);
            stage.desk.source->pull(tooMuch, {});
        }
        QCOMPARE(stage.playback().underruns, 1U);
        QVERIFY((tooMuch.back() == AudioRing::Frame{}));
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

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"

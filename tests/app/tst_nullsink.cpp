#include "app/player.h"
#include "app/portaudiooutput.h"
#include "tests/app/nullsink.h"
#include "tests/app/played.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <algorithm>
#include <cstring>
#include <functional>
#include <signal.h>

using app::Player;
using app::PortAudioOutput;
using core::ReceiverTime;
using std::chrono::milliseconds;
using namespace test;

namespace {

constexpr int limitMs = 20000;
constexpr int recordLimitMs = 3000; // behind the end of playing

// Records what the null sink was given, from when it is made until stop().
class Recorder {
public:
    Recorder() { startRecording(m_process, 20); }
    ~Recorder() { stop(); }
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    [[nodiscard]] bool isRunning()
    {
        const auto hasBegun = [this] {
            if (m_process.state() == QProcess::NotRunning)
                startRecording(m_process, 20); // the server was not there
            return take() > 0;
        };
        return QTest::qWaitFor(hasBegun, limitMs);
    }
    // Frames recorded so far.
    size_t take()
    {
        m_bytes += m_process.readAllStandardOutput();
        return static_cast<size_t>(m_bytes.size()) / sizeof(app::AudioRing::Frame);
    }
    [[nodiscard]] Frames frames()
    {
        Frames frames(take());
        std::memcpy(frames.data(), m_bytes.constData(), frames.size() * sizeof(app::AudioRing::Frame));
        return frames;
    }
    void stop()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    QByteArray m_bytes;
};

// How many frames of `expected` were recorded in one piece, from the place on where its first 10 ms were.
size_t matching(const Frames& recorded, const Frames& expected)
{
    const auto start =
        std::search(recorded.begin(), recorded.end(), expected.begin(), expected.begin() + 480);
    return static_cast<size_t>(
        std::mismatch(start, recorded.end(), expected.begin(), expected.end()).second - expected.begin());
}

// Recording goes on behind playing: waits for the rest, unless nothing more can come.
size_t recordedFrames(Recorder& recorder, const Frames& expected)
{
    size_t found = 0;
    (void)QTest::qWaitFor(
        [&] {
            found = matching(recorder.frames(), expected);
            return found == expected.size();
        },
        recordLimitMs);
    return found;
}

ui::Playback playback(const Player& player) { return player.playback(std::chrono::steady_clock::now()); }

// Plays on the device; `meanwhile` is called now and then. False if there was no sound or no end.
bool playsToTheEnd(
    Player& player, const std::function<void()>& meanwhile = [] {})
{
    player.setPlaying(true);
    if (!QTest::qWaitFor([&] { return player.hasGranted(); }, limitMs) || !playback(player).problem.isEmpty())
        return false;
    const auto isOver = [&] {
        meanwhile();
        return !playback(player).isPlaying;
    };
    return QTest::qWaitFor(isOver, limitMs);
}

// Where the machine stands still for longer than the device holds, the recording has a hole. The claims are
// about what is played otherwise: plays again, a few times, until a play went through. A bit-exact match of
// seconds of sound does not happen by chance.
bool succeedsOnce(const std::function<bool()>& playAndCompare)
{
    for (int attempt = 0; attempt < 10; ++attempt) {
        if (playAndCompare())
            return true;
    }
    return false;
}

} // namespace

class TestNullSink : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("JITTERSCOPE_NULL_SINK_SERVER"), "not started by with-null-sink");
    }

    void playsExactlyTheRenderedSamples()
    {
        const auto analysis = analysisWithStall(toneCapture(2), 0, 0);
        const Frames expected = received(analysis);
        QVERIFY(expected.size() > framesOf(1900));
        QVERIFY(succeedsOnce([&] {
            Recorder recorder;
            Player player(std::make_unique<PortAudioOutput>(), Player::longestLatency);
            player.load(analysis);
            const auto stopOnceDry = [&] {
                if (playback(player).underruns > 0)
                    player.setPlaying(false);
            };
            return recorder.isRunning() && playsToTheEnd(player, stopOnceDry)
                && playback(player).underruns == 0 && recordedFrames(recorder, expected) == expected.size();
        }));
    }

    void hearsTheSwapToTheOriginal()
    {
        const auto capture = toneCapture(1);
        Frames end = original(capture);
        end.erase(end.begin(), end.begin() + static_cast<std::ptrdiff_t>(framesOf(1500)));
        QVERIFY(succeedsOnce([&] {
            Recorder recorder;
            Player player(std::make_unique<PortAudioOutput>(), milliseconds(120));
            player.load(analysisSilentFrom(capture, 0));
            const auto swapOnTheWay = [&] {
                if (playback(player).position > ReceiverTime(300000))
                    player.listen(ui::Listen::Original);
            };
            return recorder.isRunning() && playsToTheEnd(player, swapOnTheWay)
                && recordedFrames(recorder, end) == end.size();
        }));
    }

    void namesTheDevices()
    {
        Player player(std::make_unique<PortAudioOutput>());
        player.findDevices();
        QTRY_VERIFY_WITH_TIMEOUT(player.devices().areKnown, limitMs);
        QVERIFY(player.devices().names.contains(QStringLiteral("default")));
    }

    void playsSilentlyOnAnUnknownDevice()
    {
        Player player(std::make_unique<PortAudioOutput>());
        player.setDevice(QStringLiteral("no such device"));
        player.load(analysisWithStall(toneCapture(1), 0, 0));
        player.setPlaying(true);
        QTRY_VERIFY_WITH_TIMEOUT(player.hasGranted(), limitMs);
        QVERIFY(playback(player).problem.contains(QStringLiteral("no such device")));
        QTRY_VERIFY_WITH_TIMEOUT(playback(player).position > ReceiverTime(200000), limitMs);
    }

    // The last one: it ends the server.
    void goesOnSilentlyWhenTheServerDies()
    {
        Player player(std::make_unique<PortAudioOutput>());
        player.load(analysisWithStall(toneCapture(1), 0, 0));
        player.setPlaying(true);
        QTRY_VERIFY_WITH_TIMEOUT(playback(player).position > ReceiverTime(100000), limitMs);
        QCOMPARE(playback(player).problem, QString());
        QFile server(qEnvironmentVariable("JITTERSCOPE_NULL_SINK_SERVER"));
        QVERIFY(server.open(QIODevice::ReadOnly));
        QCOMPARE(kill(server.readAll().trimmed().toInt(), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!playback(player).problem.isEmpty(), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!playback(player).isPlaying, limitMs);
    }
};

QTEST_GUILESS_MAIN(TestNullSink)
#include "tst_nullsink.moc"

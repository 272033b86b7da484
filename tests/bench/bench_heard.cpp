#include "app/audioring.h"
#include "tests/app/nullsink.h"
#include "tests/app/windowstage.h"
#include "tests/support/samples.h"

#include <QProcess>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace test;
using std::chrono::steady_clock;

namespace {

constexpr int changes = 20;
constexpr size_t quietFrames = 480; // 10 ms of exact silence do not occur in the music

double millisecondsSince(steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
}

// Hears what the null sink is given, as soon as the sound server passes it on.
class Ear {
public:
    Ear() { startRecording(m_process, 5); }
    ~Ear()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Ear(const Ear&) = delete;
    Ear& operator=(const Ear&) = delete;

    // How many frames of silence were heard last.
    size_t silence()
    {
        const QByteArray bytes = m_process.readAllStandardOutput();
        constexpr qsizetype frameBytes = sizeof(app::AudioRing::Frame);
        for (qsizetype at = 0; at + frameBytes <= bytes.size(); at += frameBytes) {
            const auto* frame = reinterpret_cast<const float*>(bytes.constData() + at);
            m_silence = frame[0] == 0 && frame[1] == 0 ? m_silence + 1 : 0;
        }
        return m_silence;
    }

private:
    QProcess m_process;
    size_t m_silence = 0;
};

} // namespace

// From the change of a slider while music plays until the sound server passes on the first sample of what it
// makes: nearly everything is lost and replaced by silence. Needs with-null-sink. The delay of the recording
// is in it.
class HeardBenchmark : public QObject {
    Q_OBJECT

private slots:
    void fromTheSliderToTheEar()
    {
        WindowStage stage;
        core::Scenario heard;
        heard.concealment = core::Concealment::Silence;
        core::Scenario silent = heard;
        silent.network.loss.rate = 0.98;
        stage.start({.file = QString::fromStdString(samplePath("music.opus")), .scenario = heard});
        QTRY_VERIFY_WITH_TIMEOUT(stage.isUpToDate(), limitMs);
        Ear ear;
        stage.key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(stage.playback().isPlaying, limitMs);
        QTest::qWait(2000); // the recording gets going
        std::vector<double> times;
        for (int i = 0; i < changes; ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(ear.silence() == 0, limitMs);
            QTest::qWait(300);
            const auto start = steady_clock::now();
            stage.window().applyScenario(silent, QStringLiteral("silent"));
            QTRY_VERIFY_WITH_TIMEOUT(ear.silence() >= quietFrames, limitMs);
            times.push_back(millisecondsSince(start) - static_cast<double>(ear.silence()) / 48);
            stage.window().applyScenario(heard, QStringLiteral("heard"));
        }
        std::ranges::sort(times);
        std::printf(
            "from the slider to the ear: median %.0f ms, longest %.0f ms of %d changes; underruns %d\n",
            times[changes / 2], times.back(), changes, static_cast<int>(stage.playback().underruns));
    }
};

int main(int argc, char** argv) { return runWindowTests<HeardBenchmark>(argc, argv); }
#include "bench_heard.moc"

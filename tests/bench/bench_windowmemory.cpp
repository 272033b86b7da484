#include "app/memory.h"
#include "tests/app/longcapture.h"
#include "tests/app/windowstage.h"
#include "ui/valueslider.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <malloc.h>

using namespace test;

namespace {

double mebibytes(const QByteArray& field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(QByteArray(field + ':')))
            return line.mid(field.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

// What is resident now counts as the peak from here on.
void resetPeak()
{
    malloc_trim(0);
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    if (references.open(QIODevice::WriteOnly))
        references.write("5");
}

void tell(const char* when)
{
    qInfo("%-32s peak %6.0f MiB, now %6.0f MiB", when, mebibytes("VmHWM"), mebibytes("VmRSS"));
}

bool isWhole(const std::shared_ptr<const core::WaveformLevels>& levels)
{
    return levels && levels->filledShare() >= 1;
}

} // namespace

// A slider of the window held and moved to and fro for a while.
void dragSlider(WindowStage& stage)
{
    constexpr int movingMs = 15000;
    auto* slider = stage.find<QWidget>("network.loss.rate")->findChild<ui::ValueSlider*>();
    slider->setSliderDown(true);
    QElapsedTimer time;
    time.start();
    for (int i = 0; time.elapsed() < movingMs; ++i) {
        slider->setSliderPosition(
            slider->minimum() + (slider->maximum() - slider->minimum()) * (i % 500) / 1000);
        QTest::qWait(10);
    }
    slider->setSliderDown(false);
}

// How much memory the real window takes for a day of packets: while it opens the file, while a slider is
// moved, until all work in the background is done, while a slider is moved then, and while the file is opened
// once more. Printed, never asserted. DAY names a file of one's own; QUICK leaves out the work in the
// background, which takes minutes.
class WindowMemory : public QObject {
    Q_OBJECT

private slots:
    void ofADay();
};

void WindowMemory::ofADay()
{
    constexpr int drawingMs = 1800000;
    WindowStage stage;
    QString path = qEnvironmentVariable("DAY");
    if (path.isEmpty()) {
        path = stage.file(QStringLiteral("day.opus"));
        QVERIFY(writeLongCapture(path, packetsOfADay));
    }
    stage.start({.file = {}, .scenario = lossyScenario()});
    resetPeak();
    qInfo("file of %.0f MiB", static_cast<double>(QFileInfo(path).size()) / (1 << 20));
    tell("empty window");

    std::shared_ptr<const core::WaveformLevels> heard;
    std::shared_ptr<const core::WaveformLevels> sent;
    app::Session& session = stage.session().session();
    connect(&session, &app::Session::waveformChanged, this, [&heard](const auto& levels) { heard = levels; });
    connect(&session, &app::Session::overviewChanged, this, [&sent](const auto& levels) { sent = levels; });
    session.open(path);
    const auto isOpened = [&] {
        return session.analysis() && session.analysis()->capture->packets().size() >= packetsOfADay / 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOpened() && stage.isUpToDate() && stage.isDrawn(), 60000);
    tell("opened and analysed");

    dragSlider(stage);
    tell("slider moved");

    QTRY_VERIFY_WITH_TIMEOUT(stage.isUpToDate() && stage.isDrawn(), 60000);
    if (!qEnvironmentVariableIsSet("QUICK")) {
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(heard) && isWhole(sent), drawingMs);
        tell("all drawn");
        resetPeak();
        dragSlider(stage);
        tell("slider moved, all drawn before");
        QTRY_VERIFY_WITH_TIMEOUT(stage.isUpToDate() && stage.isDrawn(), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(heard) && isWhole(sent), drawingMs);
        tell("all drawn again");
    }
    resetPeak();
    const auto first = session.analysis()->capture.get();
    session.open(path);
    QTRY_VERIFY_WITH_TIMEOUT(session.analysis() && session.analysis()->capture.get() != first, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.isUpToDate() && stage.isDrawn(), 60000);
    tell("opened once more");
}

int main(int argc, char** argv)
{
    app::returnMemoryAtOnce();
    return runWindowTests<WindowMemory>(argc, argv);
}
#include "bench_windowmemory.moc"

#include "tests/app/longcapture.h"
#include "tests/app/windowstage.h"
#include "ui/timelineview.h"
#include "ui/valueslider.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <algorithm>
#include <functional>
#include <vector>

using namespace test;

namespace {

// Counts how often the lanes are painted.
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QWidget& watched)
        : QObject(&watched)
    {
        watched.installEventFilter(this);
    }
    int count = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

// What the user does, as fast as the window takes it, for two seconds.
double paintsPerSecond(QWidget& watched, const std::function<void(int)>& step)
{
    constexpr qint64 measuredMs = 2000;
    PaintCounter paints(watched);
    QElapsedTimer time;
    time.start();
    for (int i = 0; time.elapsed() < measuredMs; ++i) {
        step(i);
        QTest::qWait(4);
    }
    return paints.count * 1000.0 / static_cast<double>(time.elapsed());
}

// Whether the display shows something of this colour, give or take the edges of letters.
bool isSeen(const QRect& area, const std::function<bool(QColor)>& isMeant)
{
    const QImage image = QGuiApplication::primaryScreen()
                             ->grabWindow(0, area.x(), area.y(), area.width(), area.height())
                             .toImage();
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            if (isMeant(image.pixelColor(x, y)))
                return true;
        }
    }
    return false;
}

void addLengths()
{
    QTest::addColumn<qint64>("packets");
    QTest::newRow("an hour") << qint64(packetsOfAnHour);
    QTest::newRow("a day") << qint64(packetsOfADay);
}

// Until its first picture. False: it could not be written or shown.
bool openLongCapture(WindowStage& stage, qint64 packets)
{
    const QString path = stage.file(QStringLiteral("long.opus"));
    if (!writeLongCapture(path, static_cast<size_t>(packets)))
        return false;
    stage.start({.file = path, .scenario = lossyScenario()});
    return QTest::qWaitFor([&stage] { return stage.isUpToDate() && stage.isDrawn(); }, 60000);
}

QWidget& plotOf(WindowStage& stage)
{
    return *stage.window().findChild<ui::TimelineView*>()->childAt(200, 200);
}

} // namespace

// How fast the real window is, on the display there is. Printed, never asserted.
class WindowBenchmark : public QObject {
    Q_OBJECT

private slots:
    void start_data();
    void start();
    void fromSliderToPaint_data();
    void fromSliderToPaint();
    void paintsPerSecondWhile_data();
    void paintsPerSecondWhile();
};

void WindowBenchmark::start_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("the first time") << QStringLiteral("first");
    QTest::newRow("again") << QStringLiteral("again");
    QTest::newRow("and again") << QStringLiteral("and again");
}

// From the start of the process until the display shows the window, and the lanes of the sample in it.
void WindowBenchmark::start()
{
    static const QTemporaryDir home;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    program.setProcessEnvironment(environment);
    const QRect display = QGuiApplication::primaryScreen()->geometry();
    const QRect middle(display.center() - QPoint(150, 200), QSize(300, 100));
    const auto isWindow = [](QColor colour) { return colour.lightness() > 16; };
    QTRY_VERIFY_WITH_TIMEOUT(!isSeen(middle, isWindow), limitMs); // what was there before is gone
    QElapsedTimer time;
    time.start();
    program.start(QStringLiteral(JITTERSCOPE_PROGRAM), {speechSample()});
    const auto msUntil = [&](const std::function<bool(QColor)>& isMeant) {
        while (!isSeen(middle, isMeant) && time.elapsed() < limitMs) { }
        return time.elapsed();
    };
    const qint64 window = msUntil(isWindow);
    const qint64 lanes = msUntil([](QColor colour) { return colour.blue() - colour.red() > 90; });
    qInfo().noquote() << "window after" << window << "ms, lanes after" << lanes << "ms";
    program.terminate();
    program.waitForFinished();
}

void WindowBenchmark::fromSliderToPaint_data() { addLengths(); }

// From one step of a slider until the lanes are painted as it says.
void WindowBenchmark::fromSliderToPaint()
{
    QFETCH(qint64, packets);
    WindowStage stage;
    QVERIFY(openLongCapture(stage, packets));
    for (const char* name : {"network.loss.rate", "buffer.playout_delay_ms"}) {
        auto* slider = stage.find<QWidget>(name)->findChild<ui::ValueSlider*>();
        PaintCounter paints(plotOf(stage));
        slider->setSliderDown(true);
        std::vector<qint64> times;
        for (int step = 1; step <= 15; ++step) {
            const int painted = paints.count;
            QElapsedTimer time;
            time.start();
            slider->setSliderPosition(
                slider->minimum() + (slider->maximum() - slider->minimum()) * step / 30);
            while (paints.count == painted || !stage.isUpToDate() || !stage.isDrawn()) {
                QVERIFY(time.elapsed() < limitMs);
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
            times.push_back(time.elapsed());
        }
        slider->setSliderDown(false);
        std::ranges::sort(times);
        qInfo("%s: median %lld ms, least %lld, longest %lld", name, static_cast<long long>(times[7]),
            static_cast<long long>(times.front()), static_cast<long long>(times.back()));
    }
}

void WindowBenchmark::paintsPerSecondWhile_data() { addLengths(); }

void WindowBenchmark::paintsPerSecondWhile()
{
    QFETCH(qint64, packets);
    WindowStage stage;
    QVERIFY(openLongCapture(stage, packets));
    auto* timeline = stage.window().findChild<ui::TimelineView*>();
    QWidget& plot = plotOf(stage);
    const auto tell = [](const char* what, double rate) { qInfo("%5.1f paints/s while %s", rate, what); };
    tell("it zooms",
        paintsPerSecond(plot, [&](int i) { i % 32 < 16 ? timeline->zoomIn() : timeline->zoomOut(); }));
    stage.key(Qt::Key_0);
    for (int zoom = 0; zoom < 3; ++zoom)
        timeline->zoomIn();
    tell("it pans", paintsPerSecond(plot, [&](int i) {
        QTest::keyClick(timeline, i % 20 < 10 ? Qt::Key_D : Qt::Key_A);
    }));
    stage.key(Qt::Key_0);
    auto* slider = stage.find<QWidget>("network.loss.rate")->findChild<ui::ValueSlider*>();
    slider->setSliderDown(true);
    int results = 0;
    int drafts = 0;
    const app::Session& session = stage.session().session();
    const auto counting = connect(&session, &app::Session::analysisReady, this, [&results] { ++results; });
    const auto countingDrafts = connect(&session, &app::Session::draftReady, this, [&drafts] { ++drafts; });
    QElapsedTimer time;
    time.start();
    tell("a slider is dragged", paintsPerSecond(plot, [&](int i) {
        slider->setSliderPosition(
            slider->minimum() + (slider->maximum() - slider->minimum()) * (i % 500) / 1000);
    }));
    const double seconds = static_cast<double>(time.elapsed()) / 1000;
    qInfo("%5.1f results/s meanwhile, %.1f estimates/s of what is in view", results / seconds,
        drafts / seconds);
    disconnect(counting);
    disconnect(countingDrafts);
    slider->setSliderDown(false);
}

int main(int argc, char** argv) { return runWindowTests<WindowBenchmark>(argc, argv); }
#include "bench_window.moc"

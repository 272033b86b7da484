#include "tests/app/windowstage.h"
#include "tests/bench/watchedapplication.h"
#include "tests/support/oggfiles.h"
#include "tests/support/sound.h"
#include "ui/resultspanel.h"
#include "ui/timelineview.h"
#include "ui/valueslider.h"

#include <QFile>
#include <QSlider>
#include <QTableView>

using namespace test;
using core::ReceiverTime;

namespace {

constexpr size_t packetsOfAnHour = 180000;

// An hour of sound that can be decoded: ten seconds of it, over and over.
QString writeHour(const QString& path)
{
    const Packets second = encodedTone({}, 500);
    core::OggParts parts;
    parts.packets.reserve(packetsOfAnHour);
    for (size_t i = 0; i < packetsOfAnHour; ++i)
        parts.packets.push_back(second[i % second.size()]);
    const std::vector<uint8_t> bytes = core::makeOggFile(parts);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())) < 0)
        return {};
    return path;
}

core::Scenario busy()
{
    core::Scenario scenario;
    scenario.network.delay = core::receiverMilliseconds(40);
    scenario.network.jitter = {core::JitterModel::Gamma, core::receiverMilliseconds(18), 0.25, false};
    scenario.network.loss = {core::LossModel::GilbertElliott, 0.03, 2.4};
    return scenario;
}

} // namespace

// Which handlers of events last longest while the window shows an hour: none should last longer than a frame,
// 16 ms.
class WindowBenchmark : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void initTestCase();
    void cleanupTestCase() { m_stage.reset(); }
    void whileASliderIsDragged();
    void whileItZoomsAndPans();
    void whileTablesAreSortedAndWalked();
    void whileItPlays();

private:
    [[nodiscard]] ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }
    static void startWatch() { static_cast<WatchedApplication*>(qApp)->startWatch(); }
    static void printWatch();
};

void WindowBenchmark::printWatch()
{
    // What was asked for still has to be drawn.
    QTest::qWait(100);
    const auto longest = static_cast<WatchedApplication*>(qApp)->longest();
    QVERIFY(!longest.empty());
    for (const WatchedApplication::Handler& handler : longest)
        qInfo().noquote() << handler.time.count() << "µs" << handler.name;
}

void WindowBenchmark::initTestCase()
{
    m_stage = std::make_unique<WindowStage>();
    const QString path = writeHour(m_stage->file(QStringLiteral("hour.opus")));
    QVERIFY(!path.isEmpty());
    m_stage->start({.file = path, .scenario = busy()});
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
    QTest::qWait(500); // the first pictures
}

void WindowBenchmark::whileASliderIsDragged()
{
    auto* slider = m_stage->window().findChild<QSlider*>();
    QVERIFY(slider != nullptr);
    startWatch();
    for (int step = 1; step <= 30; ++step) {
        slider->setSliderDown(true);
        slider->setSliderPosition(slider->minimum() + (slider->maximum() - slider->minimum()) * step / 40);
        QTest::qWait(20);
    }
    slider->setSliderDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
    printWatch();
}

void WindowBenchmark::whileItZoomsAndPans()
{
    startWatch();
    for (int step = 0; step < 12; ++step) {
        m_stage->key(Qt::Key_Plus);
        QTest::qWait(20);
    }
    for (int step = 0; step < 20; ++step) {
        m_stage->key(Qt::Key_D);
        QTest::qWait(20);
    }
    m_stage->key(Qt::Key_0);
    printWatch();
}

void WindowBenchmark::whileTablesAreSortedAndWalked()
{
    auto& results = *m_stage->window().findChild<ui::ResultsPanel*>();
    startWatch();
    for (int page = 0; page < 2; ++page) {
        results.setCurrentIndex(page);
        auto* table = results.currentWidget()->findChild<QTableView*>();
        QVERIFY(table != nullptr);
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            table->sortByColumn(column, Qt::DescendingOrder);
            QTest::qWait(20);
        }
        for (int step = 0; step < 10; ++step) {
            QTest::keyClick(table, Qt::Key_PageDown);
            QTest::qWait(20);
        }
        QTest::keyClick(table, Qt::Key_End);
        QTest::keyClick(table, Qt::Key_Return);
    }
    for (int step = 0; step < 5; ++step) {
        m_stage->key(Qt::Key_N);
        QTest::qWait(20);
    }
    printWatch();
}

void WindowBenchmark::whileItPlays()
{
    startWatch();
    m_stage->key(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().isPlaying, limitMs);
    QTest::qWait(500);
    m_stage->key(Qt::Key_Tab);
    QTest::qWait(200);
    m_stage->key(Qt::Key_Space);
    printWatch();
}

int main(int argc, char** argv)
{
    WatchedApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("JitterScope"));
    QApplication::setApplicationName(QStringLiteral("JitterScope"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    WindowBenchmark tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "bench_window.moc"

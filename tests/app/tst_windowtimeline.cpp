#include "app/presets.h"
#include "core/analysis/rangestatistics.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/timelineview.h"

#include <QClipboard>
#include <QLabel>

using core::ReceiverTime;
using ui::TimeRange;
using namespace test;

namespace {

ReceiverTime milliseconds(int64_t count) { return ReceiverTime(count * 1000); }

} // namespace

// The timeline in the whole program: what is done in it is followed by everything else.
class TestWindowTimeline : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void shiftDragShowsTheStatisticsOfTheSelection()
    {
        showSample();
        timeline().setVisibleRange({milliseconds(10000), milliseconds(14000)});
        repaint();
        const QString whole = m_stage->statistic("Packets sent");
        drag(inLanes(0.3), inLanes(0.6), Qt::ShiftModifier);
        const std::optional<TimeRange> selection = timeline().selection();
        QVERIFY(selection);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_stage->statistic("Packets sent"), ui::countText(statisticsOf(*selection).packetsSent), limitMs);
        const auto* range = m_stage->find<QLabel>("selectionRange");
        QVERIFY(range->isVisible());
        QCOMPARE(range->text(),
            QStringLiteral("Selection %1–%2")
                .arg(ui::clockText(selection->begin), ui::clockText(selection->end)));
        QCoreApplication::processEvents(); // lets the labels grow
        test::saveScreenshot(m_stage->window(), QStringLiteral("selection-statistics"));

        m_stage->key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Selection\t")));

        // Another scenario: the same stretch anew.
        core::Scenario scenario = m_stage->window().scenario();
        scenario.network.loss.rate = 0.3;
        m_stage->window().applyScenario(scenario, QStringLiteral("test"));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        const core::Statistics lossy = statisticsOf(*selection);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_stage->statistic("Lost in network").startsWith(ui::countText(lossy.packetsLost)), limitMs);

        QTest::keyClick(&timeline(), Qt::Key_Escape);
        QVERIFY(!timeline().selection());
        QVERIFY(!range->isVisible());
        QCOMPARE(m_stage->statistic("Packets sent"), whole);
    }

private:
    ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }
    const core::Analysis& analysis() { return *m_stage->session().session().analysis(); }
    core::Statistics statisticsOf(TimeRange range)
    {
        return core::computeRangeStatistics(
            analysis(), core::PlotLevels::build(analysis()), range.begin, range.end);
    }

    void showSample()
    {
        m_stage->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
    }

    // The view repaints with its next frame.
    static void repaint() { QTest::qWait(50); }

    // A point at this share of the width, in the arrival lane.
    QPoint inLanes(double share)
    {
        constexpr int left = 60;
        return {left + static_cast<int>((timeline().width() - left - 10) * share), 150};
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget& plot = *timeline().childAt(from);
        QTest::mousePress(&plot, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&plot, (from + to) / 2);
        QTest::mouseMove(&plot, to);
        QTest::mouseRelease(&plot, Qt::LeftButton, modifiers, to);
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("JitterScope"));
    QApplication::setApplicationName(QStringLiteral("JitterScope"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    TestWindowTimeline tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_windowtimeline.moc"

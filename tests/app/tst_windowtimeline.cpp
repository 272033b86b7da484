#include "app/presets.h"
#include "core/analysis/rangestatistics.h"
#include "core/playout/heardmedia.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/gapspage.h"
#include "ui/packetreadout.h"
#include "ui/packetspage.h"
#include "ui/resultspanel.h"
#include "ui/tableview.h"
#include "ui/timelineview.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <algorithm>
#include <functional>

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

    void oneKeyShowsTheStaircaseAndTheNextStartToo()
    {
        showSample();
        timeline().setVisibleRange({milliseconds(10000), milliseconds(14000)});
        QAction* staircase = m_stage->action(QStringLiteral("Arrivals as a staircase"));
        m_stage->key(Qt::Key_V);
        QCOMPARE(timeline().arrivalView(), ui::ArrivalView::Staircase);
        QVERIFY(staircase->isChecked());
        for (const char* theme : {"Light", "Dark"}) {
            m_stage->trigger(QString::fromLatin1(theme));
            repaint();
            test::saveScreenshot(
                m_stage->window(), QStringLiteral("staircase-") + QString::fromLatin1(theme).toLower());
        }
        m_stage->end();
        m_stage->start({});
        QCOMPARE(timeline().arrivalView(), ui::ArrivalView::Staircase);
        QVERIFY(m_stage->action(QStringLiteral("Arrivals as a staircase"))->isChecked());
        m_stage->key(Qt::Key_V);
        QCOMPARE(timeline().arrivalView(), ui::ArrivalView::Delay);
    }

    void lanesAreMovedByKeysAndStayWhereTheyAre()
    {
        showSample();
        repaint();
        const QByteArray before = timeline().saveArrangement();
        QTest::mouseClick(timeline().childAt(inLanes(0.5)), Qt::LeftButton, {}, inLanes(0.5));
        m_stage->key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        const QByteArray moved = timeline().saveArrangement();
        QVERIFY(moved != before);
        repaint();
        test::saveScreenshot(m_stage->window(), QStringLiteral("lane-moved"));
        m_stage->end();
        m_stage->start({});
        QCOMPARE(timeline().saveArrangement(), moved);
        m_stage->trigger(QStringLiteral("Reset lanes"));
        QCOMPARE(timeline().saveArrangement(), before);
    }

    // A click below the waveform, on what took the place of a lost packet.
    void provenanceLeadsToThePacketEverywhere()
    {
        showSample();
        const auto& gaps = analysis().gaps;
        const auto gap = std::ranges::find_if(gaps, [](const core::Gap& each) {
            return each.plc >= core::receiverMilliseconds(20) && each.cause == core::Cause::Lost;
        });
        QVERIFY(gap != gaps.end());
        const core::ReceiverSpan half = core::receiverMilliseconds(250);
        timeline().setVisibleRange({gap->start - half, gap->start + half});
        repaint();
        QSignalSpy selections(&timeline(), &ui::TimelineView::packetSelected);
        const QPoint middle = inLanes(0.5) + QPoint(8, 0);
        auto* readout = timeline().findChild<ui::PacketReadout*>();
        QWidget& plot = *timeline().childAt(middle);
        int y = plot.height() - 40;
        for (; y > 300; --y) {
            test::moveMouse(plot, QPoint(middle.x(), y));
            if (readout->isVisible() && readout->text().contains(QStringLiteral("PLC, frame")))
                break;
        }
        QVERIFY(y > 300);
        test::saveScreenshot(m_stage->window(), QStringLiteral("provenance-program"));
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(middle.x(), y));
        QCOMPARE(selections.count(), 1);
        QCOMPARE(selections[0][0].toUInt(), gap->firstPacket);
        auto* packets = m_stage->window().findChild<ui::PacketsPage*>();
        QCOMPARE(packets->model().packetAt(packets->table().currentIndex().row()), gap->firstPacket);
    }

    void gapsAreVisitedLoopedAndComparedByKeys()
    {
        showSample();
        const auto& gaps = analysis().gaps;
        QVERIFY(gaps.size() > 5);
        // The table in the order of time; Enter jumps to the row that the arrow keys went to.
        auto& table = m_stage->window().findChild<ui::GapsPage*>()->table();
        table.setFocus();
        m_stage->key(Qt::Key_Home);
        table.selectRow(2);
        QTest::keyClick(&table, Qt::Key_Down);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(m_stage->window().playhead(), gaps[3].start);
        QTest::keyClick(&table, Qt::Key_N);
        QCOMPARE(m_stage->window().playhead(), gaps[4].start);
        QTest::keyClick(&table, Qt::Key_P);
        QTest::keyClick(&table, Qt::Key_P);
        QCOMPARE(m_stage->window().playhead(), gaps[2].start);
        QCOMPARE(table.currentIndex().row(), 2);

        QSignalSpy loops(&m_stage->window(), &ui::MainWindow::loopRequested);
        QTest::keyClick(&table, Qt::Key_L);
        QCOMPARE(loops.count(), 1);
        const core::ReceiverSpan around = core::receiverMilliseconds(500);
        QCOMPARE(loops[0][0].value<std::optional<ui::LoopRange>>(),
            std::optional(ui::LoopRange{gaps[2].start - around, gaps[2].start + gaps[2].length + around}));
        QTest::keyClick(&table, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().isPlaying, limitMs);
        QTest::keyClick(&table, Qt::Key_Tab);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->playback().listen, ui::Listen::Original, limitMs);
        QVERIFY(m_stage->playback().isPlaying);
        // The other gap is looped as soon as it is gone to.
        QTest::keyClick(&table, Qt::Key_N);
        QCOMPARE(loops.count(), 2);
        QCOMPARE(loops[1][0].value<std::optional<ui::LoopRange>>()->begin, gaps[3].start - around);
    }

    void theGapChosenInTheTableIsLoopedWhereverThePlayheadIs()
    {
        showSample();
        const auto& gaps = analysis().gaps;
        auto& table = m_stage->window().findChild<ui::GapsPage*>()->table();
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_N); // the playhead stands in one gap, another one is chosen
        table.selectRow(4);
        QSignalSpy loops(&m_stage->window(), &ui::MainWindow::loopRequested);
        QTest::keyClick(&table, Qt::Key_L);
        const core::ReceiverSpan around = core::receiverMilliseconds(500);
        QCOMPARE(loops.last()[0].value<std::optional<ui::LoopRange>>(),
            std::optional(ui::LoopRange{gaps[4].start - around, gaps[4].start + gaps[4].length + around}));
        QCOMPARE(m_stage->window().playhead(), gaps[4].start - around); // it is heard at once
        QTest::keyClick(&table, Qt::Key_L);
        // The playhead is set elsewhere since: what it stands in counts, here no gap.
        m_stage->key(Qt::Key_Left);
        m_stage->key(Qt::Key_L);
        QCOMPARE(loops.last()[0].value<std::optional<ui::LoopRange>>(),
            std::optional(ui::LoopRange{analysis().timeline.start(), analysis().timeline.end()}));
    }

    void damageInTheLogLeadsToItsPlace()
    {
        QFile sample(speechSample());
        QVERIFY(sample.open(QIODevice::ReadOnly));
        QByteArray bytes = sample.readAll();
        for (qsizetype i = 0; i < 3000; ++i) // in the middle
            bytes[bytes.size() / 2 + i] = 'x';
        QFile damaged(m_stage->file(QStringLiteral("damaged.opus")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        app::WindowRequest request;
        request.file = damaged.fileName();
        m_stage->start(request);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        const auto anomalies = m_stage->session().session().capture()->anomalies();
        const auto known =
            std::ranges::find_if(anomalies, [](const core::Anomaly& each) { return each.media.has_value(); });
        QVERIFY(known != anomalies.end());
        const ReceiverTime place = core::timeHeard(analysis().timeline, *known->media);
        QVERIFY(place > milliseconds(10000));

        auto* results = m_stage->window().findChild<ui::ResultsPanel*>();
        const auto tables = results->findChildren<ui::TableView*>();
        const auto log = std::ranges::find(tables, QStringLiteral("Log"), &QWidget::accessibleName);
        QVERIFY(log != tables.end());
        results->setCurrentWidget(*log);
        (*log)->setFocus();
        const auto row = static_cast<int>(known - anomalies.begin());
        const auto jump = [&](const std::function<void()>& act) {
            timeline().setVisibleRange({milliseconds(0), milliseconds(1000)});
            m_stage->key(Qt::Key_Home);
            (*log)->setFocus();
            (*log)->selectRow(row);
            act();
            QCOMPARE(m_stage->window().playhead(), place);
            QVERIFY(timeline().visibleRange().contains(place));
            QCOMPARE(timeline().visibleRange().length(), core::receiverMilliseconds(1000));
        };
        jump([&] { QTest::keyClick(*log, Qt::Key_Return); });
        jump([&] {
            const QPoint at = (*log)->visualRect((*log)->model()->index(row, 0)).center();
            QTest::mouseClick((*log)->viewport(), Qt::LeftButton, {}, at);
            QTest::mouseDClick((*log)->viewport(), Qt::LeftButton, {}, at);
        });
    }

    void packetsAreFilteredSortedAndFollowedByKeys()
    {
        showSample();
        auto* page = m_stage->window().findChild<ui::PacketsPage*>();
        m_stage->window().findChild<ui::ResultsPanel*>()->setCurrentWidget(page);
        auto* text = page->findChild<QLineEdit*>();
        text->setFocus();
        QTest::keyClicks(text, QStringLiteral("lost"));
        QTRY_COMPARE(page->model().rowCount(), static_cast<int>(analysis().statistics.packetsLost));
        page->table().setFocus();
        page->table().selectRow(4);
        QTest::keyClick(&page->table(), Qt::Key_Down);
        const uint32_t packet = page->model().packetAt(5);
        QCOMPARE(analysis().timeline.outcomes[packet].fate, core::Fate::Lost);
        QVERIFY(timeline().visibleRange().contains(core::sendTimeOf(analysis(), packet)));
        QTest::keyClick(&page->table(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&page->table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')),
            static_cast<int>(analysis().statistics.packetsLost) + 1);
        text->clear();
        QTRY_COMPARE(page->model().rowCount(), static_cast<int>(analysis().statistics.packetsSent));
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

    void repaint() { QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDrawn(), limitMs); }

    // A point at this share of the width, in the arrival lane.
    QPoint inLanes(double share)
    {
        constexpr int left = 60;
        return {left + static_cast<int>((timeline().width() - left - 10) * share), 150};
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        test::dragMouse(*timeline().childAt(from), from, to, modifiers);
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowTimeline>(argc, argv); }
#include "tst_windowtimeline.moc"

#include "app/presets.h"
#include "tests/app/timelinehand.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/mainwindow.h"
#include "ui/packetspage.h"
#include "ui/tableview.h"

#include <QSignalSpy>
#include <algorithm>

using core::ReceiverSpan;
using core::ReceiverTime;
using ui::TimeRange;
using namespace test;

namespace {

ReceiverTime milliseconds(int64_t count) { return ReceiverTime(count * 1000); }
ReceiverSpan distance(ReceiverTime a, ReceiverTime b) { return a < b ? b - a : a - b; }

constexpr TimeRange tenToFourteen{ReceiverTime(10000000), ReceiverTime(14000000)};

} // namespace

// What the mouse does in the timeline of the whole program, with its wheel, by drags and by clicks.
class TestWindowGestures : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;
    std::unique_ptr<TimelineHand> m_hand;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
        m_stage->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate() && m_stage->isDrawn(), limitMs);
        m_hand = std::make_unique<TimelineHand>(timeline());
    }
    void cleanup()
    {
        m_hand.reset();
        m_stage.reset();
    }

    void theWheelZoomsAtTheCursor()
    {
        show(tenToFourteen);
        const QPoint point = m_hand->at(TimelineHand::Arrivals, milliseconds(11000));
        const ReceiverTime before = m_hand->timeAt(point);
        m_hand->turnWheel(point, 1);
        QCOMPARE(visible().length(), core::receiverMilliseconds(3200));
        QVERIFY(distance(m_hand->timeAt(point), before) <= m_hand->pixel());
        save(QStringLiteral("gesture-wheel-in"));
        m_hand->turnWheel(point, -1);
        QVERIFY(distance(visible().begin, tenToFourteen.begin) < m_hand->pixel());
        QVERIFY(distance(visible().end, tenToFourteen.end) < m_hand->pixel());
    }

    void theWheelWithShiftPans()
    {
        show(tenToFourteen);
        m_hand->turnWheel(m_hand->at(TimelineHand::Output, milliseconds(11000)), -1, Qt::ShiftModifier);
        QVERIFY(visible().begin > tenToFourteen.begin);
        QCOMPARE(visible().length(), tenToFourteen.length());
        save(QStringLiteral("gesture-wheel-pan"));
    }

    void aDragPansAndNeitherSeeksNorSelects()
    {
        show(tenToFourteen);
        const ReceiverTime playhead = m_stage->window().playhead();
        const QPoint from = m_hand->at(TimelineHand::Buffer, milliseconds(13000));
        const ReceiverTime seized = m_hand->timeAt(from);
        m_hand->drag(from, from - QPoint(200, 0));
        QVERIFY(distance(m_hand->timeAt(from - QPoint(200, 0)), seized) <= m_hand->pixel());
        QCOMPARE(visible().length(), tenToFourteen.length());
        QCOMPARE(m_stage->window().playhead(), playhead);
        QVERIFY(!timeline().selection());
        save(QStringLiteral("gesture-pan"));
    }

    void theBrushIsMoved()
    {
        show(tenToFourteen);
        const QPoint from = m_hand->inOverview(milliseconds(12000));
        m_hand->drag(from, from + QPoint(300, 0));
        const ReceiverSpan moved(m_hand->pixelOfOverview().ticks() * 300);
        QVERIFY(distance(visible().begin, tenToFourteen.begin + moved) <= m_hand->pixelOfOverview());
        QCOMPARE(visible().length(), tenToFourteen.length());
        save(QStringLiteral("gesture-brush-moved"));
    }

    void eachEdgeOfTheBrushIsMoved()
    {
        show(tenToFourteen);
        m_hand->drag(m_hand->inOverview(tenToFourteen.begin), m_hand->inOverview(milliseconds(6000)));
        QVERIFY(distance(visible().begin, milliseconds(6000)) <= twoPixels());
        QCOMPARE(visible().end, tenToFourteen.end);
        repaint();
        m_hand->drag(m_hand->inOverview(tenToFourteen.end), m_hand->inOverview(milliseconds(30000)));
        QVERIFY(distance(visible().begin, milliseconds(6000)) <= twoPixels());
        QVERIFY(distance(visible().end, milliseconds(30000)) <= twoPixels());
        save(QStringLiteral("gesture-brush-edges"));
    }

    void anotherBrushIsDrawnBesideIt()
    {
        show(tenToFourteen);
        m_hand->drag(m_hand->inOverview(milliseconds(50000)), m_hand->inOverview(milliseconds(40000)));
        QVERIFY(distance(visible().begin, milliseconds(40000)) <= twoPixels());
        QVERIFY(distance(visible().end, milliseconds(50000)) <= twoPixels());
        save(QStringLiteral("gesture-brush-new"));
    }

    void aShiftDragSelectsWhatIsCountedAndLooped()
    {
        show(tenToFourteen);
        QSignalSpy loops(&m_stage->window(), &ui::MainWindow::loopRequested);
        m_hand->drag(m_hand->at(TimelineHand::Arrivals, milliseconds(12500)),
            m_hand->at(TimelineHand::Arrivals, milliseconds(11000)), Qt::ShiftModifier);
        const auto selection = timeline().selection();
        QVERIFY(selection);
        QVERIFY(distance(selection->begin, milliseconds(11000)) <= m_hand->pixel());
        QVERIFY(distance(selection->end, milliseconds(12500)) <= m_hand->pixel());
        QCOMPARE(visible().begin, tenToFourteen.begin);
        // As many packets are counted as were sent in that time.
        const auto& analysis = *m_stage->session().session().analysis();
        const uint32_t sent = core::firstPacketSentFrom(analysis, selection->end)
            - core::firstPacketSentFrom(analysis, selection->begin);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->statistic("Packets sent"), ui::countText(sent), limitMs);
        m_stage->key(Qt::Key_L);
        QCOMPARE(loops.size(), 1);
        QCOMPARE(loops[0][0].value<std::optional<ui::LoopRange>>(),
            std::optional(ui::LoopRange{selection->begin, selection->end}));
        QCOMPARE(m_stage->window().playhead(), selection->begin);
        save(QStringLiteral("gesture-selection"));
    }

    void aDoubleClickShowsAllAndChangesNothingElse()
    {
        m_stage->key(Qt::Key_N);
        show(tenToFourteen);
        auto& packets = *m_stage->window().findChild<ui::PacketsPage*>();
        const ReceiverTime playhead = m_stage->window().playhead();
        const int chosen = packets.table().currentIndex().row();
        QVERIFY(chosen >= 0);
        const QPoint point = onAPacket();
        QSignalSpy packetsChosen(&timeline(), &ui::TimelineView::packetSelected);
        m_hand->doubleClick(point);
        QVERIFY(!packetsChosen.isEmpty()); // by the first press
        QCOMPARE(visible().begin, ReceiverTime());
        QVERIFY(visible().end >= m_stage->session().session().analysis()->timeline.end());
        QCOMPARE(m_stage->window().playhead(), playhead);
        QCOMPARE(packets.table().currentIndex().row(), chosen);
        QVERIFY(!timeline().selection());
        save(QStringLiteral("gesture-double-click"));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->playback().position, playhead, limitMs);
        timeline().zoomBack();
        QVERIFY(visible() == tenToFourteen);
    }

    void aDoubleClickInTheOverviewGoesBackToTheViewBefore()
    {
        show(tenToFourteen);
        m_hand->doubleClick(m_hand->inOverview(milliseconds(40000)));
        QCOMPARE(visible().begin, ReceiverTime());
        save(QStringLiteral("gesture-double-click-overview"));
        timeline().zoomBack();
        QVERIFY(visible() == tenToFourteen);
    }

    void aClickStaysAClick()
    {
        show(tenToFourteen);
        const QPoint point = onAPacket();
        QSignalSpy packetsChosen(&timeline(), &ui::TimelineView::packetSelected);
        m_hand->click(point);
        QCOMPARE(packetsChosen.size(), 1);
        auto& packets = *m_stage->window().findChild<ui::PacketsPage*>();
        QCOMPARE(
            packets.model().packetAt(packets.table().currentIndex().row()), packetsChosen[0][0].toUInt());
        QVERIFY(m_stage->window().playhead() > milliseconds(11000));
        save(QStringLiteral("gesture-click"));
    }

    void keysAndSideButtonsGoThroughTheZooms()
    {
        const TimeRange all = visible();
        const TimeRange near{milliseconds(11000), milliseconds(12000)};
        show(tenToFourteen);
        show(near);
        m_stage->key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(visible() == tenToFourteen);
        m_stage->key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(visible() == all);
        m_stage->key(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(visible() == tenToFourteen);
        const QPoint anywhere = m_hand->at(TimelineHand::Buffer, milliseconds(12000));
        m_hand->click(anywhere, Qt::ForwardButton);
        QVERIFY(visible() == near);
        m_hand->click(anywhere, Qt::BackButton);
        QVERIFY(visible() == tenToFourteen);
        save(QStringLiteral("gesture-history"));
    }

private:
    ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }
    [[nodiscard]] TimeRange visible() { return timeline().visibleRange(); }
    [[nodiscard]] ReceiverSpan twoPixels() const
    {
        return m_hand->pixelOfOverview() + m_hand->pixelOfOverview();
    }

    void repaint() { QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDrawn(), limitMs); }
    void show(TimeRange range)
    {
        timeline().setVisibleRange(range);
        repaint();
    }
    void save(const QString& name) { test::saveScreenshot(m_stage->window(), name); }

    // Where a packet is drawn that was sent near the middle of the view.
    QPoint onAPacket()
    {
        const QRect area = m_hand->area(TimelineHand::Arrivals);
        for (int y = area.top() + 4; y < area.bottom() - 20; ++y) {
            const QPoint point(area.center().x(), y);
            if (m_hand->readoutAt(point).contains(QStringLiteral("Packet")))
                return point;
        }
        return {};
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowGestures>(argc, argv); }
#include "tst_windowgestures.moc"

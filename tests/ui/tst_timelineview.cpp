#include "tests/support/plaincapture.h"
#include "tests/ui/timelinestage.h"
#include "tests/ui/windowfixture.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

using namespace ui;
using namespace test;
using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

// A wheel event as the window system would send it; QTest has none.
void turnWheel(QWidget& view, QPoint at, QPoint eighths, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget* target = view.childAt(at);
    const QPointF local = target->mapFrom(&view, at);
    QWheelEvent event(
        local, target->mapToGlobal(local), {}, eighths, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &event);
}

} // namespace

class TimelineViewTest : public QObject, public TimelineStage {
    Q_OBJECT

private slots:
    static void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { close(); }
    void fitsANewCapture();
    void keepsTheViewWhenTheAnalysisChanges();
    void wheelZoomsAtTheCursor();
    void wheelWithShiftPans();
    void dragPansTheView();
    void shiftDragSelectsARange();
    void escapeForgetsTheSelection();
    void theMenuZoomsToNoSelectionThatIsGone();
    void doubleClickShowsAll();
    void keysZoomAndPan_data();
    void keysZoomAndPan();
    void clickSeeks();
    void clickAndDragWorkWhenTheFirstLaneIsHidden();
    void aRangeThatIsEmptyIsNotSelected();
    void brushMovesAndResizesTheView();
    void zoomHistoryGoesBackAndForward();
    void liveFollowsThePlayheadAndShowsThePast();
    void bordersOfLanesCanBeDragged();
    void arrangementIsRestored();
    void foreignArrangementChangesNothing();
    void repaintsAtMostOnceAFrame();
    void picturesOfEveryKind_data();
    void picturesOfEveryKind();
};

void TimelineViewTest::fitsANewCapture()
{
    QSignalSpy changes(m_view.get(), &TimelineView::visibleRangeChanged);
    show(analysisOf(3000, core::Strategy::Fixed));
    QVERIFY(!changes.isEmpty());
    QCOMPARE(m_view->visibleRange().begin.ticks(), 0);
    QVERIFY(m_view->visibleRange().end >= m_analysis->timeline.end());
    QVERIFY(!m_view->selection());
}

void TimelineViewTest::keepsTheViewWhenTheAnalysisChanges()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const TimeRange range{milliseconds(10000), milliseconds(12000)};
    m_view->setVisibleRange(range);
    const auto other =
        core::analyze(m_analysis->capture, core::roughScenario(core::Strategy::Realtime, 5)).value();
    m_view->showAnalysis(other, levelsOf(*other));
    QVERIFY(m_view->visibleRange() == range);
}

void TimelineViewTest::wheelZoomsAtTheCursor()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    picture(QStringLiteral("wheel-before"));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    picture(QStringLiteral("wheel-zoomed"));
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, inArrivalLane);
    turnWheel(*m_view, inArrivalLane, {0, 120});
    QVERIFY(std::abs(lengthMs(*m_view) - 8000) < 1);
    picture(QStringLiteral("wheel-after"));
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, inArrivalLane);
    QCOMPARE(seeks.size(), 2);
    const auto before = seeks[0][0].value<ReceiverTime>();
    const auto after = seeks[1][0].value<ReceiverTime>();
    QVERIFY(std::abs((after - before).milliseconds()) < 15); // less than two pixels
}

void TimelineViewTest::wheelWithShiftPans()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    turnWheel(*m_view, inArrivalLane, {0, -120}, Qt::ShiftModifier);
    QVERIFY(m_view->visibleRange().begin > milliseconds(10500));
    QVERIFY(std::abs(lengthMs(*m_view) - 10000) < 0.01);
    turnWheel(*m_view, inArrivalLane, {120, 0});
    QVERIFY(std::abs(m_view->visibleRange().begin.milliseconds() - 10000) < 1);
}

void TimelineViewTest::dragPansTheView()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    picture(QStringLiteral("pan-before"));
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    drag(inArrivalLane, inArrivalLane + QPoint(-200, 10));
    QCOMPARE(seeks.size(), 0);
    QVERIFY(m_view->visibleRange().begin > milliseconds(12000));
    QVERIFY(m_view->visibleRange().begin < milliseconds(12800));
    QVERIFY(std::abs(lengthMs(*m_view) - 10000) < 0.01);
    m_view->zoomBack();
    QCOMPARE(m_view->visibleRange().begin.ticks(), milliseconds(10000).ticks());
}

void TimelineViewTest::shiftDragSelectsARange()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    picture(QStringLiteral("select-before"));
    QSignalSpy changes(m_view.get(), &TimelineView::selectionChanged);
    drag(inArrivalLane + QPoint(200, 0), inArrivalLane, Qt::ShiftModifier);
    QCOMPARE(changes.size(), 1);
    QVERIFY(m_view->selection());
    QVERIFY(std::abs(m_view->selection()->length().milliseconds() - 200 * 10000.0 / 850) < 120);
    QVERIFY(m_view->visibleRange().begin == milliseconds(10000));
    picture(QStringLiteral("selection"));
}

void TimelineViewTest::escapeForgetsTheSelection()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setSelection(TimeRange{milliseconds(100), milliseconds(200)});
    QSignalSpy changes(m_view.get(), &TimelineView::selectionChanged);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(changes.size(), 1);
    QVERIFY(!m_view->selection());
}

void TimelineViewTest::theMenuZoomsToNoSelectionThatIsGone()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setSelection(TimeRange{milliseconds(100), milliseconds(200)});
    const TimeRange before = m_view->visibleRange();
    QTimer::singleShot(0, this, [this] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const QList<QAction*> actions = menu->actions();
        const auto zoom = std::ranges::find(actions, QStringLiteral("Zoom to selection"), &QAction::text);
        QVERIFY(zoom != actions.end());
        m_view->setSelection(std::nullopt); // another capture came
        (*zoom)->trigger();
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Mouse, inArrivalLane, plot().mapToGlobal(inArrivalLane));
    QApplication::sendEvent(&plot(), &event);
    QVERIFY(m_view->visibleRange() == before);
}

void TimelineViewTest::doubleClickShowsAll()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const TimeRange all = m_view->visibleRange();
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    QTest::mouseDClick(&plot(), Qt::LeftButton, {}, inArrivalLane);
    QVERIFY(m_view->visibleRange() == all);
}

void TimelineViewTest::keysZoomAndPan_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("length");
    QTest::addColumn<double>("begin");
    QTest::newRow("+") << int(Qt::Key_Plus) << 5000.0 << 12500.0;
    QTest::newRow("W") << int(Qt::Key_W) << 5000.0 << 12500.0;
    QTest::newRow("-") << int(Qt::Key_Minus) << 20000.0 << 5000.0;
    QTest::newRow("S") << int(Qt::Key_S) << 20000.0 << 5000.0;
    QTest::newRow("A") << int(Qt::Key_A) << 10000.0 << 8500.0;
    QTest::newRow("D") << int(Qt::Key_D) << 10000.0 << 11500.0;
}

void TimelineViewTest::keysZoomAndPan()
{
    QFETCH(int, key);
    QFETCH(double, length);
    QFETCH(double, begin);
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    QTest::keyClick(m_view.get(), Qt::Key(key));
    QVERIFY(std::abs(lengthMs(*m_view) - length) < 0.01);
    QVERIFY(std::abs(m_view->visibleRange().begin.milliseconds() - begin) < 0.01);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QCOMPARE(m_view->visibleRange().begin.ticks(), 0);
}

void TimelineViewTest::clickSeeks()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    picture(QStringLiteral("seek-before"));
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(450, 450));
    QCOMPARE(seeks.size(), 1);
    const double time = seeks[0][0].value<ReceiverTime>().milliseconds();
    QVERIFY(time > 14300 && time < 15000);
}

void TimelineViewTest::clickAndDragWorkWhenTheFirstLaneIsHidden()
{
    // As at a start with the arrival lane hidden: it was never laid out in this size.
    QMenu menu;
    m_view->addLaneActions(menu);
    menu.actions().first()->trigger();
    const QByteArray hidden = m_view->saveArrangement();
    open();
    m_view->restoreArrangement(hidden);
    m_view->resize(1310, 650);
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    picture(QStringLiteral("arrival-lane-hidden"));
    const QPoint middle(650 + 25, 150); // of the lanes: their margins are about 60 and 10 wide
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, middle);
    QCOMPARE(seeks.size(), 1);
    QVERIFY(std::abs(seeks[0][0].value<ReceiverTime>().milliseconds() - 15000) < 150);
    drag(middle, middle + QPoint(124, 0), Qt::ShiftModifier);
    QVERIFY(std::abs(m_view->selection().value().length().milliseconds() - 1000) < 30);
    drag(middle, middle + QPoint(-124, 0));
    QVERIFY(std::abs(m_view->visibleRange().begin.milliseconds() - 11000) < 30);
}

void TimelineViewTest::aRangeThatIsEmptyIsNotSelected()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    picture(QStringLiteral("empty-selection-before"));
    // To the left of the axis everything is the begin of the stream.
    drag({20, 150}, {45, 150}, Qt::ShiftModifier);
    QVERIFY(!m_view->selection());
}

void TimelineViewTest::brushMovesAndResizesTheView()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const double all = lengthMs(*m_view);
    m_view->setVisibleRange({milliseconds(10000), milliseconds(20000)});
    picture(QStringLiteral("brush-before"));
    constexpr int y = 20;
    const double perPixel = all / 850; // roughly
    const auto xOf = [&](double ms) { return 50 + static_cast<int>(ms / perPixel); };
    drag(QPoint(xOf(15000), y), QPoint(xOf(15000) + 100, y));
    QVERIFY(std::abs(lengthMs(*m_view) - 10000) < 0.01);
    const double begin = m_view->visibleRange().begin.milliseconds();
    QVERIFY(std::abs(begin - (10000 + 100 * perPixel)) < 5 * perPixel);
    // Drawn anew outside of it.
    drag(QPoint(xOf(40000), y), QPoint(xOf(50000), y));
    QVERIFY(std::abs(m_view->visibleRange().begin.milliseconds() - 40000) < 8 * perPixel);
    QVERIFY(std::abs(lengthMs(*m_view) - 10000) < 5 * perPixel);
    // A click moves its middle there.
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(xOf(20000), y));
    QVERIFY(m_view->visibleRange().contains(milliseconds(20000)));
}

void TimelineViewTest::zoomHistoryGoesBackAndForward()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const TimeRange all = m_view->visibleRange();
    const TimeRange first{milliseconds(10000), milliseconds(20000)};
    const TimeRange second{milliseconds(11000), milliseconds(12000)};
    m_view->setVisibleRange(first);
    m_view->setVisibleRange(second);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_view->visibleRange() == first);
    m_view->zoomBack();
    QVERIFY(m_view->visibleRange() == all);
    QVERIFY(!m_view->canZoomBack());
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
    m_view->zoomForward();
    QVERIFY(m_view->visibleRange() == second);
    QVERIFY(!m_view->canZoomForward());
}

void TimelineViewTest::liveFollowsThePlayheadAndShowsThePast()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(0), milliseconds(5000)});
    m_view->setPlayhead(milliseconds(2500));
    const QImage whole = picture(QStringLiteral("live-off"));
    m_view->setLive(true);
    QVERIFY(m_view->isLive());
    const QImage past = picture(QStringLiteral("live-on"));
    QVERIFY(whole.copy(0, 60, 400, 200) == past.copy(0, 60, 400, 200));
    QVERIFY(whole.copy(600, 60, 300, 200) != past.copy(600, 60, 300, 200));
    m_view->setPlayhead(milliseconds(30000));
    QVERIFY(m_view->visibleRange().contains(milliseconds(30000)));
    QVERIFY(std::abs(lengthMs(*m_view) - 5000) < 0.01);
}

void TimelineViewTest::bordersOfLanesCanBeDragged()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    picture(QStringLiteral("border-before"));
    const QByteArray before = m_view->saveArrangement();
    // The cursor tells where the border is.
    int y = 100;
    for (; y < 600; ++y) {
        moveMouse(plot(), QPoint(400, y));
        if (plot().cursor().shape() == Qt::SplitVCursor)
            break;
    }
    QVERIFY(y < 600);
    const TimeRange range = m_view->visibleRange();
    drag(QPoint(400, y + 2), QPoint(400, y - 60));
    QVERIFY(m_view->saveArrangement() != before);
    QVERIFY(m_view->visibleRange() == range);
    picture(QStringLiteral("border-after"));
    moveMouse(plot(), QPoint(400, y - 60));
    QCOMPARE(plot().cursor().shape(), Qt::SplitVCursor);
}

void TimelineViewTest::arrangementIsRestored()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const QByteArray before = m_view->saveArrangement();
    // The menu is the user's way to hide a lane.
    QTimer::singleShot(0, this, [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().first()->isCheckable(), true);
        QCOMPARE(menu->actions()[2]->text(), QStringLiteral("Buffer"));
        menu->actions()[2]->trigger();
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Mouse, inArrivalLane, plot().mapToGlobal(inArrivalLane));
    QApplication::sendEvent(&plot(), &event);
    const QByteArray hidden = m_view->saveArrangement();
    QVERIFY(hidden != before);
    picture(QStringLiteral("buffer-lane-hidden"));
    m_view->restoreArrangement(before);
    QCOMPARE(m_view->saveArrangement(), before);
    m_view->restoreArrangement(hidden);
    QCOMPARE(m_view->saveArrangement(), hidden);
}

void TimelineViewTest::foreignArrangementChangesNothing()
{
    const QByteArray before = m_view->saveArrangement();
    for (qsizetype length = 0; length < before.size(); ++length) {
        m_view->restoreArrangement(before.left(length));
        QCOMPARE(m_view->saveArrangement(), before);
    }
    m_view->restoreArrangement(QByteArray(200, '\xff'));
    QCOMPARE(m_view->saveArrangement(), before);
}

namespace {

class PaintCounter : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

void TimelineViewTest::repaintsAtMostOnceAFrame()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    picture(QStringLiteral("frames-before"));
    PaintCounter counter;
    plot().installEventFilter(&counter);
    for (int i = 0; i < 1000; ++i) {
        m_view->setPlayhead(milliseconds(i));
        m_view->setVisibleRange({milliseconds(i), milliseconds(10000 + i)});
    }
    QTRY_VERIFY(counter.count > 0 && m_view->isUpToDate());
    QVERIFY(counter.count <= 2);
}

void TimelineViewTest::picturesOfEveryKind_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("packets");
    QTest::addColumn<int>("strategy");
    QTest::addColumn<double>("beginMs");
    QTest::addColumn<double>("lengthMs");
    const int dark = int(ThemeChoice::Dark);
    const int light = int(ThemeChoice::Light);
    const int fixed = int(core::Strategy::Fixed);
    const int realtime = int(core::Strategy::Realtime);
    const QSize design(910, 650);
    QTest::newRow("design-dark") << dark << design << 3000 << fixed << 9600.0 << 4800.0;
    QTest::newRow("design-light") << light << design << 3000 << fixed << 9600.0 << 4800.0;
    QTest::newRow("minute") << dark << design << 3000 << realtime << 0.0 << 62000.0;
    QTest::newRow("deep") << dark << design << 3000 << fixed << 10000.0 << 500.0;
    QTest::newRow("deepest") << dark << design << 3000 << fixed << 10000.0 << 30.0;
    QTest::newRow("small") << light << QSize(420, 320) << 3000 << fixed << 9600.0 << 4800.0;
    QTest::newRow("large") << dark << QSize(1900, 1100) << 3000 << realtime << 9600.0 << 9600.0;
    QTest::newRow("hour") << dark << design << 180000 << realtime << 0.0 << 3700000.0;
}

void TimelineViewTest::picturesOfEveryKind()
{
    QFETCH(int, theme);
    QFETCH(QSize, size);
    QFETCH(int, packets);
    QFETCH(int, strategy);
    QFETCH(double, beginMs);
    QFETCH(double, lengthMs);
    applyTheme(ThemeChoice(theme));
    m_view->resize(size);
    show(analysisOf(static_cast<size_t>(packets), core::Strategy(strategy)));
    const ReceiverTime begin(static_cast<int64_t>(beginMs * 1000));
    m_view->setVisibleRange({begin, begin + ReceiverSpan(static_cast<int64_t>(lengthMs * 1000))});
    m_view->setPlayhead(begin + ReceiverSpan(static_cast<int64_t>(lengthMs * 570)));
    const QImage image = picture(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(image.size(), size);
}

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"

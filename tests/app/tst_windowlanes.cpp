#include "tests/app/menus.h"
#include "tests/app/timelinehand.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"

#include <QContextMenuEvent>
#include <QTimer>

using namespace test;

// The arrangement of the lanes in the whole program: changed by mouse and menu, and there at the next start.
class TestWindowLanes : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;
    std::unique_ptr<TimelineHand> m_hand;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
        start();
    }
    void cleanup()
    {
        m_hand.reset();
        m_stage.reset();
    }

    void theBorderOfALaneIsDragged()
    {
        const QRect before = m_hand->row(TimelineHand::Arrivals);
        const QPoint border(before.center().x(), before.bottom() + 1);
        moveMouse(m_hand->plot(), border);
        QCOMPARE(m_hand->plot().cursor().shape(), Qt::SplitVCursor);
        m_hand->drag(border, border - QPoint(0, 80));
        repaint();
        QCOMPARE(m_hand->row(TimelineHand::Arrivals).height(), before.height() - 80);
        save(QStringLiteral("lane-border"));
        isThereAgainAtTheNextStart();
    }

    void aLaneIsDraggedByItsTitle()
    {
        const int output = m_hand->row(TimelineHand::Output).height();
        const QPoint from = m_hand->title(TimelineHand::Output);
        moveMouse(m_hand->plot(), from);
        QCOMPARE(m_hand->plot().cursor().shape(), Qt::OpenHandCursor);
        m_hand->drag(from, m_hand->title(TimelineHand::Arrivals));
        repaint();
        QCOMPARE(m_hand->row(1).height(), output); // right below the overview
        save(QStringLiteral("lane-reordered"));
        isThereAgainAtTheNextStart();
    }

    void eachLaneIsHiddenAndShownByTheViewMenu_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("row");
        QTest::newRow("overview") << QStringLiteral("Overview") << int(TimelineHand::Overview);
        QTest::newRow("arrivals") << QStringLiteral("Arrival vs playout") << int(TimelineHand::Arrivals);
        QTest::newRow("buffer") << QStringLiteral("Buffer") << int(TimelineHand::Buffer);
        QTest::newRow("output") << QStringLiteral("Output") << int(TimelineHand::Output);
        QTest::newRow("quality") << QStringLiteral("Quality") << int(TimelineHand::Quality);
    }

    void eachLaneIsHiddenAndShownByTheViewMenu()
    {
        QFETCH(const QString, title);
        QFETCH(const int, row);
        const QRect before = m_hand->row(row);
        toggle(title);
        repaint();
        QCOMPARE(m_hand->rowCount(), 4);
        save(QStringLiteral("lane-hidden-") + QString::fromLatin1(QTest::currentDataTag()));
        isThereAgainAtTheNextStart();
        QCOMPARE(m_hand->rowCount(), 4);
        toggle(title);
        repaint();
        QCOMPARE(m_hand->rowCount(), 5);
        QCOMPARE(m_hand->row(row), before);
    }

    void theLastLaneCannotBeHiddenButTheOverviewCan()
    {
        for (const char* title : {"Arrival vs playout", "Buffer", "Output"})
            toggle(QString::fromLatin1(title));
        QMenu* lanes = openMenu(m_stage->window(), {QStringLiteral("View"), QStringLiteral("Lanes")});
        if (lanes == nullptr)
            QFAIL("the menu is not open");
        QVERIFY(!entryOf(*lanes, QStringLiteral("Quality"))->isEnabled());
        QVERIFY(entryOf(*lanes, QStringLiteral("Overview"))->isEnabled());
        choose(*lanes, QStringLiteral("Overview"));
        repaint();
        QCOMPARE(m_hand->rowCount(), 1);
        save(QStringLiteral("lane-alone"));
        isThereAgainAtTheNextStart();
    }

    // What would lie in the overview if it were there is in the lane that took its place.
    void whereTheOverviewWasLiesALane()
    {
        const QPoint inIt = m_hand->inOverview(core::ReceiverTime(30000000));
        timeline().setVisibleRange({core::ReceiverTime(10000000), core::ReceiverTime(14000000)});
        toggle(QStringLiteral("Overview"));
        repaint();
        m_hand->drag(inIt + QPoint(0, 20), inIt + QPoint(-200, 20));
        QCOMPARE(timeline().visibleRange().length(), core::receiverMilliseconds(4000));
        QVERIFY(timeline().visibleRange().begin > core::ReceiverTime(10500000)); // panned
        QVERIFY(timeline().visibleRange().begin < core::ReceiverTime(11500000));
        save(QStringLiteral("lane-in-place-of-the-overview"));
    }

    void theMenuOfTheLanesHidesThemToo()
    {
        QTimer::singleShot(0, &m_stage->window(), [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            choose(*menu, QStringLiteral("Overview"));
            menu->close();
        });
        const QPoint place = m_hand->area(TimelineHand::Arrivals).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_hand->plot().mapToGlobal(place));
        QApplication::sendEvent(&m_hand->plot(), &event);
        repaint();
        QCOMPARE(m_hand->rowCount(), 4);
        save(QStringLiteral("lane-hidden-by-its-menu"));
        m_stage->trigger(QStringLiteral("Reset lanes"));
        QCOMPARE(m_hand->rowCount(), 5);
    }

private:
    ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }

    void start()
    {
        m_stage->start({.file = speechSample(), .scenario = {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate() && m_stage->isDrawn(), limitMs);
        m_hand = std::make_unique<TimelineHand>(timeline());
    }
    void repaint() { QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDrawn(), limitMs); }
    void save(const QString& name) { test::saveScreenshot(m_stage->window(), name); }

    void toggle(const QString& lane)
    {
        QMenu* lanes = openMenu(m_stage->window(), {QStringLiteral("View"), QStringLiteral("Lanes")});
        QVERIFY(lanes != nullptr);
        choose(*lanes, lane);
    }

    void isThereAgainAtTheNextStart()
    {
        const QByteArray arrangement = timeline().saveArrangement();
        QList<QRect> rows;
        for (int i = 0; i < m_hand->rowCount(); ++i)
            rows.append(m_hand->row(i));
        m_hand.reset();
        m_stage->end();
        start();
        QCOMPARE(timeline().saveArrangement(), arrangement);
        QCOMPARE(m_hand->rowCount(), static_cast<int>(rows.size()));
        for (int i = 0; i < m_hand->rowCount(); ++i)
            QCOMPARE(m_hand->row(i), rows[i]);
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowLanes>(argc, argv); }
#include "tst_windowlanes.moc"

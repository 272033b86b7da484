#include "tests/support/plaincapture.h"
#include "tests/ui/timelinestage.h"
#include "tests/ui/windowfixture.h"
#include "ui/lanecolours.h"
#include "ui/packetreadout.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace ui;
using namespace test;
using core::ReceiverTime;

// Packets under the mouse: what is told of them and what a click does.
class TimelinePacketsTest : public QObject, public TimelineStage {
    Q_OBJECT

private slots:
    static void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { close(); }
    void clickOnAPacketSelectsIt();
    void hoverTellsAboutThePacket();
    void everyReadoutTellsFateAndRepair();
    void whatIsReorderedOrDuplicatedIsTold();
    void aFurtherCopyIsToldAndLeadsToItsPacket();
    void theReadoutFollowsTheViewUnderTheMouse();
    void marksAreToldAndClickedAlsoWhereAllPacketsAreShown();
    void selectingAPacketOutOfSightGoesThere();
    void aClickLeavesTheViewWhereItIs();
    void keysGoFromPacketToPacketAndTell();
};

void TimelinePacketsTest::clickOnAPacketSelectsIt()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(11000)});
    picture(QStringLiteral("click-before"));
    QSignalSpy selections(m_view.get(), &TimelineView::packetSelected);
    QSignalSpy seeks(m_view.get(), &TimelineView::seekRequested);
    // Somewhere down this line lies the packet's disc.
    for (int y = 60; y < 290 && selections.isEmpty(); y += 4)
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(450, y));
    QCOMPARE(selections.size(), 1);
    const auto packet = selections[0][0].toUInt();
    QVERIFY(packet >= 500 && packet < 550);
    const core::PacketOutcome& outcome = m_analysis->timeline.outcomes[packet];
    if (outcome.playout != core::never)
        QCOMPARE(seeks.last()[0].value<ReceiverTime>().ticks(), outcome.playout.ticks());
    picture(QStringLiteral("click-packet"));
}

void TimelinePacketsTest::hoverTellsAboutThePacket()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(11000)});
    picture(QStringLiteral("hover-before"));
    auto* readout = m_view->findChild<PacketReadout*>();
    QVERIFY(readout != nullptr);
    QVERIFY(!readout->isVisible());
    for (int y = 60; y < 290 && !readout->isVisible(); y += 4)
        moveMouse(plot(), QPoint(450, y));
    QVERIFY(readout->isVisible());
    QVERIFY(readout->text().contains(QStringLiteral("Margin")));
    QVERIFY(readout->text().contains(QStringLiteral("SILK")));
    picture(QStringLiteral("hover"));
    moveMouse(plot(), QPoint(450, 640));
    QVERIFY(!readout->isVisible());
}

void TimelinePacketsTest::everyReadoutTellsFateAndRepair()
{
    const auto analysis = analysisOf(3000, core::Strategy::Fixed);
    const auto levels = levelsOf(*analysis);
    for (uint32_t packet = 0; packet < 3000; ++packet) {
        const core::PacketOutcome& outcome = analysis->timeline.outcomes[packet];
        const std::vector<ReadoutRow> rows = PacketDescription::rows(*analysis, *levels, packet);
        QCOMPARE(rows.back().name, QStringLiteral("Repair"));
        QCOMPARE(rows.back().value == QStringLiteral("not needed"), outcome.fate == core::Fate::Played);
        QCOMPARE(rows[rows.size() - 2].name, QStringLiteral("Fate"));
    }
}

void TimelinePacketsTest::whatIsReorderedOrDuplicatedIsTold()
{
    const auto analysis = analysisOf(3000, core::Strategy::Fixed);
    const auto levels = levelsOf(*analysis);
    int reordered = 0;
    int duplicated = 0;
    for (uint32_t packet = 0; packet < 3000; ++packet) {
        const std::vector<ReadoutRow> rows = PacketDescription::rows(*analysis, *levels, packet);
        const QString fate = rows[rows.size() - 2].value;
        QCOMPARE(fate.contains(QStringLiteral("reordered")), levels->isReordered(packet));
        QCOMPARE(fate.contains(QStringLiteral("duplicated")), levels->isDuplicated(packet));
        reordered += levels->isReordered(packet) ? 1 : 0;
        duplicated += levels->isDuplicated(packet) ? 1 : 0;
    }
    QVERIFY(reordered > 10 && duplicated > 10);
}

// Where its circle is drawn, away from the first copy.
void TimelinePacketsTest::aFurtherCopyIsToldAndLeadsToItsPacket()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const auto& arrivals = m_analysis->arrivals->list;
    const auto copy = std::ranges::find_if(arrivals, [this](const core::Arrival& each) {
        const core::ReceiverTime first = m_analysis->timeline.outcomes[each.packet].arrival;
        return each.isDuplicate && each.packet > 100 && first != core::never
            && each.time - first > core::receiverMilliseconds(30);
    });
    QVERIFY(copy != arrivals.end());
    const ReceiverTime sent = core::sendTimeOf(*m_analysis, copy->packet);
    const core::ReceiverSpan half = core::receiverMilliseconds(150);
    m_view->setVisibleRange({sent - half, sent + half});
    picture(QStringLiteral("further-copy"));
    auto* readout = m_view->findChild<PacketReadout*>();
    QSignalSpy selections(m_view.get(), &TimelineView::packetSelected);
    const int x = 56 + 844 / 2; // the middle of the lane
    for (int y = 60; y < 290 && selections.isEmpty(); y += 2) {
        moveMouse(plot(), QPoint(x, y));
        if (readout->isVisible() && readout->text().contains(QStringLiteral("Further copy")))
            QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(x, y));
    }
    QCOMPARE(selections.size(), 1);
    QCOMPARE(selections[0][0].toUInt(), copy->packet);
}

void TimelinePacketsTest::theReadoutFollowsTheViewUnderTheMouse()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(11000)});
    waitForFrame();
    auto* readout = m_view->findChild<PacketReadout*>();
    for (int y = 60; y < 290 && !readout->isVisible(); y += 4)
        moveMouse(plot(), QPoint(450, y));
    const QString text = readout->text();
    QVERIFY2(text.contains(QStringLiteral("00:10.")), qPrintable(text));
    m_view->setVisibleRange({milliseconds(20000), milliseconds(21000)});
    waitForFrame();
    QVERIFY2(!readout->isVisible() || readout->text().contains(QStringLiteral("00:20.")),
        qPrintable(readout->text()));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(11000)});
    waitForFrame();
    QVERIFY(readout->isVisible());
    QCOMPARE(readout->text(), text);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&plot(), &leave);
    m_view->setVisibleRange({milliseconds(10100), milliseconds(11100)});
    waitForFrame();
    QVERIFY(!readout->isVisible());
}

// Where columns of pixels are drawn and not packets: what is drawn in the colour of a fate leads to a packet
// of it.
void TimelinePacketsTest::marksAreToldAndClickedAlsoWhereAllPacketsAreShown()
{
    core::Scenario scenario = core::roughScenario(core::Strategy::Fixed, 1);
    scenario.buffer.playoutDelay = core::receiverMilliseconds(75);
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), scenario).value());
    const QImage image = picture(QStringLiteral("marks-of-all"));
    auto* readout = m_view->findChild<PacketReadout*>();
    QSignalSpy selections(m_view.get(), &TimelineView::packetSelected);
    for (const auto& [colour, fate] : {std::pair(LaneColours::current().late, core::Fate::Late),
             std::pair(LaneColours::current().lost, core::Fate::Lost)}) {
        int found = 0;
        for (int x = 60; x < 890 && found < 10; ++x) {
            for (int y = 60; y < 290; ++y) {
                if (image.pixelColor(x, y).rgb() != colour.rgb())
                    continue;
                moveMouse(plot(), QPoint(x, y));
                QVERIFY2(readout->isVisible(), qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
                QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(x, y));
                const uint32_t packet = selections.last()[0].toUInt();
                QCOMPARE(m_analysis->timeline.outcomes[packet].fate, fate);
                ++found;
                x += 20;
                break;
            }
        }
        QVERIFY(found > 3);
    }
}

void TimelinePacketsTest::keysGoFromPacketToPacketAndTell()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(12000)});
    m_view->setPlayhead(milliseconds(11000));
    waitForFrame();
    QSignalSpy selected(m_view.get(), &ui::TimelineView::packetSelected);
    const auto* readout = m_view->findChild<PacketReadout*>();
    const auto tells = [&](uint32_t packet) {
        return readout->isVisible() && readout->text().contains(QStringLiteral("<td>%1</td>").arg(packet));
    };
    m_view->selectNextPacket(); // the first one sent from the playhead on
    QTRY_VERIFY2(tells(550), qPrintable(readout->text()));
    m_view->selectNextPacket();
    QTRY_VERIFY2(tells(551), qPrintable(readout->text()));
    m_view->selectPreviousPacket();
    m_view->selectPreviousPacket();
    QTRY_VERIFY2(tells(549), qPrintable(readout->text()));
    QCOMPARE(selected.size(), 4);
    QCOMPARE(selected.last()[0].value<uint32_t>(), 549U);
    // Out of the view it is brought into it.
    m_view->selectPacket(2000);
    waitForFrame();
    QVERIFY(!readout->isVisible());
    m_view->selectNextPacket();
    QTRY_VERIFY2(tells(2001), qPrintable(readout->text()));
    picture(QStringLiteral("readout-by-key"));
    m_view->zoomIn();
    waitForFrame();
    QTRY_VERIFY(tells(2001));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!readout->isVisible());
    // Neither end is gone beyond.
    m_view->selectPacket(2999);
    m_view->selectNextPacket();
    QCOMPARE(selected.last()[0].value<uint32_t>(), 2999U);
}

// On the sound of a packet that was sent out of view.
void TimelinePacketsTest::aClickLeavesTheViewWhereItIs()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(20000), milliseconds(20100)});
    waitForFrame();
    const TimeRange before = m_view->visibleRange();
    QSignalSpy selected(m_view.get(), &ui::TimelineView::packetSelected);
    for (int y = plot().height() - 40; selected.isEmpty() && y > plot().height() / 2; y -= 4)
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(plot().width() / 2, y));
    QCOMPARE(selected.size(), 1);
    const auto packet = selected[0][0].value<uint32_t>();
    QVERIFY(!before.contains(core::sendTimeOf(*m_analysis, packet)));
    QCOMPARE(m_view->visibleRange(), before);
}

void TimelinePacketsTest::selectingAPacketOutOfSightGoesThere()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(11000)});
    QSignalSpy selections(m_view.get(), &TimelineView::packetSelected);
    m_view->selectPacket(2000);
    QVERIFY(m_view->visibleRange().contains(milliseconds(40000)));
    QVERIFY(std::abs(lengthMs(*m_view) - 1000) < 0.01);
    QCOMPARE(selections.size(), 0); // only what the user selects here is told
    m_view->selectPacket(core::noPacket);
    m_view->selectPacket(1'000'000);
}

QTEST_MAIN(TimelinePacketsTest)
#include "tst_timelinepackets.moc"

#include "tests/support/plaincapture.h"
#include "tests/ui/timelinestage.h"
#include "tests/ui/windowfixture.h"
#include "ui/lanecolours.h"
#include "ui/packetreadout.h"
#include "ui/qualitylane.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <algorithm>
#include <cmath>

using namespace ui;
using namespace test;
using core::ReceiverSpan;
using core::ReceiverTime;

// The lanes themselves: where they lie, what they show, and what lies under the mouse in them.
class LanesTest : public QObject, public TimelineStage {
    Q_OBJECT

private slots:
    static void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { close(); }
    void lanesAreMovedByTheirTitles();
    void lanesAreChosenAndMovedByKeys();
    void lanesAreMadeTallerAndShorterByCommands();
    void staircaseShowsTheSamePackets();
    void staircaseOfManyLeadsToThePacketUnderTheMouse();
    void staircaseFillsTheLaneAtAnyZoom_data();
    void staircaseFillsTheLaneAtAnyZoom();
    void provenanceIsToldAndLeadsToThePacket();
    void theSelectedPacketIsMarkedWhereItSoundsToo();
    void provenanceOfManyIsAsHighAsItsShare();
    void latePacketsSayHowMuchTooLate();
    void everyLatePacketHasAMarkWhereThereIsRoom();
    void qualityOfAnUndisturbedStreamIsALineAtZero();
    void qualityTellsNothingOfWhatHasNotHappened();
    void theDeadlineIsToldInsideOfItsLane();
    void theDeadlineCanBeReadOverPackets();
    void concealedAudioIsWhatTheStatisticsCount();
    void theDeadlineToldIsThatOfThePresent();
    void numbersOfAxesHaveTheMarksOfThousands();
};

namespace {

// Height at which the titles of the lanes can be seized, from the top.
std::vector<int> titleHeights(QWidget& plot)
{
    std::vector<int> heights;
    bool wasTitle = false;
    for (int y = 60; y < plot.height(); ++y) {
        moveMouse(plot, QPoint(80, y));
        const bool isTitle = plot.cursor().shape() == Qt::OpenHandCursor;
        if (isTitle && !wasTitle)
            heights.push_back(y + 8);
        wasTitle = isTitle;
    }
    return heights;
}

// Height of the base line of a text in a saved picture, from the top; below zero: it is not there.
double baseLineOf(const QString& svg, const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral(R"re(matrix\(([^)]*)\)[^>]*>\s*<text[^>]* y="([-\d.]+)"[^>]*>([^<]*)</text>)re"));
    for (auto found = form.globalMatch(svg); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (match.captured(3).contains(text))
            return match.captured(1).section(QLatin1Char(','), 5, 5).toDouble()
                + match.captured(2).toDouble();
    }
    return -1;
}

} // namespace

void LanesTest::lanesAreMovedByTheirTitles()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    picture(QStringLiteral("lanes-before"));
    const QByteArray before = m_view->saveArrangement();
    const std::vector<int> titles = titleHeights(plot());
    QCOMPARE(titles.size(), size_t(4));
    const TimeRange range = m_view->visibleRange();
    QTest::mousePress(&plot(), Qt::LeftButton, {}, QPoint(80, titles[2]));
    moveMouse(plot(), QPoint(82, titles[2] - 40), Qt::LeftButton);
    moveMouse(plot(), QPoint(82, titles[0] + 20), Qt::LeftButton);
    picture(QStringLiteral("lane-dragged"));
    QTest::mouseRelease(&plot(), Qt::LeftButton, {}, QPoint(82, titles[0] + 20));
    picture(QStringLiteral("output-lane-first"));
    const QByteArray after = m_view->saveArrangement();
    QVERIFY(after != before);
    QVERIFY(m_view->visibleRange() == range);
    m_view->resetArrangement();
    QCOMPARE(m_view->saveArrangement(), before);
    m_view->restoreArrangement(after);
    QCOMPARE(m_view->saveArrangement(), after);
    // Dropped on itself it stays.
    picture(QStringLiteral("lanes-restored"));
    drag(QPoint(80, titleHeights(plot())[1]), QPoint(82, titleHeights(plot())[1] + 12));
    QCOMPARE(m_view->saveArrangement(), after);
}

void LanesTest::lanesAreChosenAndMovedByKeys()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    picture(QStringLiteral("keys-before"));
    const QByteArray before = m_view->saveArrangement();
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Down); // the buffer lane
    m_view->moveLaneDown();
    picture(QStringLiteral("buffer-lane-third"));
    QVERIFY(m_view->saveArrangement() != before);
    m_view->moveLaneUp();
    QCOMPARE(m_view->saveArrangement(), before);
    m_view->moveLaneUp();
    m_view->moveLaneUp(); // as far up as it goes
    const QByteArray first = m_view->saveArrangement();
    m_view->moveLaneUp();
    QCOMPARE(m_view->saveArrangement(), first);
}

void LanesTest::lanesAreMadeTallerAndShorterByCommands()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const auto titles = [this] {
        waitForFrame();
        return titleHeights(plot());
    };
    const std::vector<int> before = titles();
    m_view->setFocus();
    m_view->makeLaneTaller(); // the first
    const std::vector<int> taller = titles();
    QVERIFY(taller[1] > before[1] + 10);
    QCOMPARE(taller[2], before[2]); // only the next one pays
    m_view->makeLaneShorter();
    QVERIFY(std::abs(titles()[1] - before[1]) <= 1);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Down);
    m_view->makeLaneTaller(); // the last
    QVERIFY(titles()[3] < before[3] - 10);
}

void LanesTest::staircaseShowsTheSamePackets()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(10000), milliseconds(10600)});
    QSignalSpy views(m_view.get(), &TimelineView::arrivalViewChanged);
    m_view->setArrivalView(ArrivalView::Staircase);
    QCOMPARE(views.size(), 1);
    picture(QStringLiteral("staircase-near"));
    QSignalSpy selections(m_view.get(), &TimelineView::packetSelected);
    for (int y = 60; y < 290 && selections.isEmpty(); y += 3)
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(450, y));
    QCOMPARE(selections.size(), 1);
    // Its way from arrival to playout passes the time of the click.
    const core::PacketOutcome& outcome = m_analysis->timeline.outcomes[selections[0][0].toUInt()];
    const ReceiverTime clicked = milliseconds(10000 + 600.0 * (450 - 56) / 844);
    const ReceiverSpan reach = core::receiverMilliseconds(14);
    if (outcome.playout != core::never)
        QVERIFY(outcome.arrival - reach <= clicked && clicked <= outcome.playout + reach);
    auto* readout = m_view->findChild<PacketReadout*>();
    for (int y = 60; y < 290 && !readout->isVisible(); y += 3)
        moveMouse(plot(), QPoint(451, y));
    QVERIFY(readout->text().contains(QStringLiteral("Margin")));
    // The arrangement remembers the view.
    const QByteArray arrangement = m_view->saveArrangement();
    m_view->setArrivalView(ArrivalView::Delay);
    m_view->restoreArrangement(arrangement);
    QCOMPARE(m_view->arrivalView(), ArrivalView::Staircase);
}

void LanesTest::staircaseOfManyLeadsToThePacketUnderTheMouse()
{
    show(analysisOf(30000, core::Strategy::Fixed));
    m_view->setArrivalView(ArrivalView::Staircase);
    picture(QStringLiteral("staircase-of-many"));
    QSignalSpy selections(m_view.get(), &TimelineView::packetSelected);
    auto* readout = m_view->findChild<PacketReadout*>();
    for (int y = 60; y < 290 && selections.isEmpty(); y += 3) {
        moveMouse(plot(), QPoint(450, y));
        if (readout->isVisible())
            QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(450, y));
    }
    QCOMPARE(selections.size(), 1);
    // Within the reach of a finger, at 10 minutes on 844 pixels.
    const double clicked = 600000.0 * (450 - 56) / 844;
    const auto packet = selections[0][0].toUInt();
    QVERIFY(std::abs(core::sendTimeOf(*m_analysis, packet).milliseconds() - clicked) < 10 * 600000.0 / 844);
    QVERIFY(readout->text().contains(QStringLiteral("Margin")));
}

void LanesTest::staircaseFillsTheLaneAtAnyZoom_data()
{
    QTest::addColumn<int>("fromMs");
    QTest::addColumn<int>("toMs");
    QTest::addColumn<core::Strategy>("strategy");
    QTest::newRow("start") << 0 << 400 << core::Strategy::Fixed;
    QTest::newRow("4 s") << 10000 << 14000 << core::Strategy::Realtime;
    QTest::newRow("20 s") << 10000 << 30000 << core::Strategy::Buffer;
    QTest::newRow("all") << 0 << 60300 << core::Strategy::Fixed;
    QTest::newRow("end") << 59000 << 60300 << core::Strategy::Fixed;
}

void LanesTest::staircaseFillsTheLaneAtAnyZoom()
{
    QFETCH(int, fromMs);
    QFETCH(int, toMs);
    QFETCH(core::Strategy, strategy);
    show(analysisOf(3000, strategy));
    m_view->setArrivalView(ArrivalView::Staircase);
    m_view->setVisibleRange({milliseconds(fromMs), milliseconds(toMs)});
    const QImage image = picture(QStringLiteral("staircase-%1").arg(QLatin1String(QTest::currentDataTag())));
    // The curve of the arrivals is found in the upper and in the lower half of the lane.
    const QColor arrived = LaneColours::current().played;
    int upper = 0;
    int lower = 0;
    for (int y = 80; y < 280; ++y) {
        for (int x = 60; x < 890; ++x)
            (y < 180 ? upper : lower) += image.pixelColor(x, y).rgb() == arrived.rgb();
    }
    QVERIFY2(upper > 20 && lower > 20, qPrintable(QStringLiteral("%1 %2").arg(upper).arg(lower)));
}

void LanesTest::provenanceOfManyIsAsHighAsItsShare()
{
    core::Scenario scenario;
    scenario.network.loss.rate = 0.1;
    scenario.concealment = core::Concealment::Plc;
    show(core::analyze(core::plainCapture(90000, core::mediaMilliseconds(20)), scenario).value());
    const QImage image = picture(QStringLiteral("provenance-of-many"));
    const LaneColours colours = LaneColours::current();
    const QColor gap = colours.faint(colours.concealed, 0.85);
    const QColor decoded = colours.faint(colours.wave, 0.3);
    int gaps = 0;
    int others = 0;
    for (int y = 400; y < image.height(); ++y) {
        for (int x = 60; x < 890; ++x) {
            gaps += image.pixelColor(x, y).rgb() == gap.rgb();
            others += image.pixelColor(x, y).rgb() == decoded.rgb();
        }
    }
    QVERIFY2(gaps > 500 && others > 3 * gaps, qPrintable(QStringLiteral("%1 %2").arg(gaps).arg(others)));
}

void LanesTest::provenanceIsToldAndLeadsToThePacket()
{
    const auto plain = core::plainCapture(3000, core::mediaMilliseconds(20));
    core::Scenario scenario = core::roughScenario(core::Strategy::Fixed, 1);
    scenario.concealment = core::Concealment::Plc;
    show(core::analyze(plain, scenario).value());
    const auto& gaps = m_analysis->gaps;
    const auto gap = std::ranges::find_if(gaps, [](const core::Gap& each) {
        return each.length >= core::receiverMilliseconds(60) && each.cause == core::Cause::Lost
            && each.eventCount == 1;
    });
    QVERIFY(gap != gaps.end());
    const core::ReceiverSpan half = core::receiverMilliseconds(250);
    m_view->setVisibleRange({gap->start - half, gap->start + half});
    picture(QStringLiteral("provenance"));
    // The strip lies at the bottom of the output lane; the third frame of the gap 50 ms right of the middle.
    constexpr int left = 56;
    const int width = plot().width() - left - 10;
    const QPoint third(left + width / 2 + width * 50 / 500, 0);
    auto* readout = m_view->findChild<PacketReadout*>();
    int y = 540;
    for (; y > 400; --y) {
        moveMouse(plot(), QPoint(third.x(), y));
        if (readout->isVisible() && readout->text().contains(QStringLiteral("PLC")))
            break;
    }
    QVERIFY2(readout->text().contains(QStringLiteral("PLC, frame no. 3 of the gap (20 ms each)")),
        qPrintable(readout->text()));
    picture(QStringLiteral("provenance-hover"));
    QSignalSpy selections(m_view.get(), &TimelineView::packetSelected);
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(third.x(), y));
    QCOMPARE(selections.size(), 1);
    QCOMPARE(selections[0][0].toUInt(), gap->firstPacket + 2);
    QCOMPARE(m_analysis->timeline.outcomes[gap->firstPacket + 2].fate, core::Fate::Lost);
    // Far away the strip still leads to what went wrong.
    m_view->setVisibleRange({gap->start - half * 60, gap->start + half * 60});
    picture(QStringLiteral("provenance-far"));
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(left + width / 2, y));
    QCOMPARE(selections.size(), 2);
    QVERIFY(m_analysis->timeline.outcomes[selections[1][0].toUInt()].fate != core::Fate::Played);
}

void LanesTest::theSelectedPacketIsMarkedWhereItSoundsToo()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    const core::PacketOutcome& outcome = m_analysis->timeline.outcomes[520];
    QCOMPARE(outcome.fate, core::Fate::Played);
    const core::ReceiverTime middle = outcome.playout + core::receiverMilliseconds(10);
    m_view->setVisibleRange(
        {middle - core::receiverMilliseconds(500), middle + core::receiverMilliseconds(500)});
    const QImage before = picture(QStringLiteral("selected-before"));
    m_view->selectPacket(520);
    const QImage after = picture(QStringLiteral("selected-in-output"));
    // In the middle of the lanes' width, below the buffer lane.
    int marked = 0;
    for (int y = 400; y < 560; ++y) {
        for (int x = 478 - 10; x < 478 + 10; ++x)
            marked += before.pixel(x, y) != after.pixel(x, y) ? 1 : 0;
    }
    QVERIFY2(marked > 20 && marked < 200, qPrintable(QString::number(marked)));
    // Live, nothing is marked that has not happened yet.
    m_view->setPlayhead(middle - core::receiverMilliseconds(300));
    m_view->setLive(true);
    const QImage live = picture(QStringLiteral("selected-in-the-future"));
    m_view->selectPacket(core::noPacket);
    QCOMPARE(live, picture(QStringLiteral("selected-nothing")));
}

void LanesTest::latePacketsSayHowMuchTooLate()
{
    core::Scenario scenario = core::roughScenario(core::Strategy::Fixed, 1);
    scenario.buffer.playoutDelay = core::receiverMilliseconds(20);
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), scenario).value());
    m_view->setVisibleRange({milliseconds(10000), milliseconds(11500)});
    const QImage image = picture(QStringLiteral("late-packets"));
    int marked = 0;
    for (int y = 60; y < 290; ++y) {
        for (int x = 60; x < 890; ++x)
            marked += image.pixelColor(x, y).rgb() == LaneColours::current().late.rgb();
    }
    QVERIFY(marked > 200);
}

// Of all packets at once, where columns are drawn and not packets.
void LanesTest::everyLatePacketHasAMarkWhereThereIsRoom()
{
    core::Scenario scenario = core::roughScenario(core::Strategy::Fixed, 1);
    scenario.buffer.playoutDelay = core::receiverMilliseconds(75);
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), scenario).value());
    const auto late = static_cast<int>(m_analysis->statistics.packetsLate);
    QVERIFY2(late >= 20 && late <= 60, qPrintable(QString::number(late)));
    const QImage image = picture(QStringLiteral("late-packets-of-all"));
    int marked = 0;
    for (int y = 60; y < 290; ++y) {
        for (int x = 60; x < 890; ++x)
            marked += image.pixelColor(x, y).rgb() == LaneColours::current().late.rgb();
    }
    // A triangle has about seven pixels of the full colour, what has no mark of its own one.
    QVERIFY2(marked >= late * 6, qPrintable(QStringLiteral("%1 of %2").arg(marked).arg(late)));
}

// A gap with two quiet seconds before it, up to its very start.
void LanesTest::qualityTellsNothingOfWhatHasNotHappened()
{
    core::Scenario scenario;
    scenario.network.loss.rate = 0.003;
    scenario.concealment = core::Concealment::Plc;
    const auto analysis =
        core::analyze(core::plainCapture(6000, core::mediaMilliseconds(20)), scenario).value();
    const auto levels = levelsOf(*analysis);
    ReceiverTime quiet;
    const core::Gap* gap = nullptr;
    for (const core::Gap& each : analysis->gaps) {
        if (gap == nullptr && each.start - quiet > core::receiverMilliseconds(2000))
            gap = &each;
        quiet = each.start + each.length;
    }
    QVERIFY(gap != nullptr);
    constexpr size_t count = 400;
    const TimeRange range{
        gap->start - core::receiverMilliseconds(1000), gap->start + core::receiverMilliseconds(1000)};
    const auto all = concealedShares(*analysis, *levels, range, count);
    const auto known = concealedShares(*analysis, *levels, range, count, gap->start);
    QVERIFY(*std::max_element(all.begin(), all.begin() + count / 2 - 1) > 0);
    for (size_t i = 0; i < count / 2 - 1; ++i)
        QCOMPARE(known[i], 0.0);
    QCOMPARE(known.back(), -1.0);
}

void LanesTest::concealedAudioIsWhatTheStatisticsCount()
{
    const auto analysis = analysisOf(3000, core::Strategy::Realtime);
    const core::Statistics& counted = analysis->statistics;
    QVERIFY(counted.plc > ReceiverSpan() && counted.stall > ReceiverSpan());
    const TimeRange whole{analysis->timeline.start(), analysis->timeline.end()};
    const auto shares = concealedShares(*analysis, *levelsOf(*analysis), whole, 1);
    const auto concealed = static_cast<double>((counted.plc + counted.silence).ticks());
    const double expected = 100 * concealed / static_cast<double>(counted.playout.ticks());
    QVERIFY(std::abs(shares.front() - expected) < 0.01);
}

// The sender's slow clock brings the deadline nearer, by 60 ms in the minute.
void LanesTest::theDeadlineToldIsThatOfThePresent()
{
    core::Scenario scenario;
    scenario.buffer.strategy = core::Strategy::Fixed;
    scenario.buffer.playoutDelay = core::receiverMilliseconds(200);
    scenario.network.driftPpm = -1000;
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), scenario).value());
    const auto isTold = [&](const QString& text) {
        waitForFrame();
        return recordedSvg(*m_view).contains(text);
    };
    QVERIFY(isTold(QStringLiteral("playout deadline 140 ms")));
    m_view->setPlayhead(milliseconds(30000));
    m_view->setLive(true);
    QVERIFY(isTold(QStringLiteral("playout deadline 170 ms")));
}

// Packets above and below the line, all over the lane.
void LanesTest::theDeadlineCanBeReadOverPackets()
{
    const auto isYellow = [](const QColor& pixel) {
        return pixel.red() > 150 && pixel.green() > 150 && pixel.blue() < 110;
    };
    const auto wordsIn = [isYellow](const QImage& image) {
        // Without the line itself, which fills its rows.
        int pixels = 0;
        for (int y = 60; y < 290; ++y) {
            int inRow = 0;
            for (int x = 740; x < 890; ++x)
                inRow += isYellow(image.pixelColor(x, y)) ? 1 : 0;
            pixels += inRow < 100 ? inRow : 0;
        }
        return pixels;
    };
    core::Scenario scenario;
    scenario.buffer.strategy = core::Strategy::Fixed;
    scenario.buffer.playoutDelay = core::receiverMilliseconds(60);
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), scenario).value());
    const int alone = wordsIn(picture(QStringLiteral("deadline-alone")));
    QVERIFY(alone > 50);
    scenario.network.delay = core::receiverMilliseconds(60);
    scenario.network.jitter.model = core::JitterModel::Uniform;
    scenario.network.jitter.spread = core::receiverMilliseconds(60);
    scenario.buffer.playoutDelay = core::receiverMilliseconds(0);
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), scenario).value());
    const int over = wordsIn(picture(QStringLiteral("deadline-over-packets")));
    QVERIFY2(over > alone * 3 / 4, qPrintable(QStringLiteral("%1 of %2").arg(over).arg(alone)));
}

void LanesTest::numbersOfAxesHaveTheMarksOfThousands()
{
    core::Scenario scenario;
    scenario.network.delay = core::receiverMilliseconds(9000);
    show(core::analyze(core::plainCapture(1000, core::mediaMilliseconds(20)), scenario).value());
    waitForFrame();
    const QString svg = recordedSvg(*m_view);
    QVERIFY(svg.contains(QStringLiteral(">10,000<")) || svg.contains(QStringLiteral(">5,000<")));
    QVERIFY(svg.contains(QStringLiteral("playout deadline 9,")));
}

// Where the deadline lies at the top of a low lane, its words lie below it.
void LanesTest::theDeadlineIsToldInsideOfItsLane()
{
    m_view->resize(700, 340);
    core::Scenario scenario;
    scenario.buffer.strategy = core::Strategy::Fixed;
    for (int delay = 50; delay < 300; delay += 10) {
        scenario.buffer.playoutDelay = core::receiverMilliseconds(delay);
        show(core::analyze(core::plainCapture(100, core::mediaMilliseconds(20)), scenario).value());
        waitForFrame();
        const QString svg = recordedSvg(*m_view);
        const double title = baseLineOf(svg, QStringLiteral("Arrival vs playout"));
        const double words = baseLineOf(svg, QStringLiteral("playout deadline"));
        QVERIFY(title > 0);
        QVERIFY2(
            words > title + 12, qPrintable(QStringLiteral("%1: %2 %3").arg(delay).arg(title).arg(words)));
    }
}

void LanesTest::qualityOfAnUndisturbedStreamIsALineAtZero()
{
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), {}).value());
    const QImage image = picture(QStringLiteral("quality-at-zero"));
    int columns = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = image.height() / 2; y < image.height(); ++y) {
            if (image.pixelColor(x, y).rgb() == LaneColours::current().quality.rgb()) {
                ++columns;
                break;
            }
        }
    }
    QVERIFY2(columns > 750, qPrintable(QString::number(columns)));
}

QTEST_MAIN(LanesTest)
#include "tst_lanes.moc"

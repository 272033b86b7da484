#include "tests/support/plaincapture.h"
#include "tests/ui/timelinestage.h"
#include "tests/ui/windowfixture.h"
#include "ui/arrivallane.h"
#include "ui/columnmarks.h"
#include "ui/lanecolours.h"

#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

using namespace ui;
using namespace test;
using core::Fate;
using core::Mark;
using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

constexpr QRect arrivalLane(60, 80, 830, 200); // inside of it, on a stage of 910 × 650
constexpr QRect overview(60, 12, 840, 34); // its area

// Everything that can become of packets, one by one and often.
std::shared_ptr<const core::Analysis> fullOfMishaps()
{
    core::Capture::Parts parts;
    parts.name = "mishaps.opus";
    for (uint16_t i = 0; i < 3000; ++i) {
        core::PacketRecord record;
        record.media = core::MediaTime(int64_t{i} * 960);
        record.durationSamples = 960;
        record.toc = 9 << 3;
        record.flags = i % 200 == 50 ? core::IsCorrupt : core::HasFec;
        parts.packets.push_back(record);
        parts.end = record.end();
    }
    core::Scenario scenario = core::roughScenario(core::Strategy::Realtime, 1);
    scenario.buffer.maxDuration = core::receiverMilliseconds(100);
    return core::analyze(std::make_shared<const core::Capture>(std::move(parts)), scenario).value();
}

int pixelsOf(const QImage& image, const QRect& place, const QColor& colour)
{
    int count = 0;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            count += image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
    }
    return count;
}

LaneScene sceneOf(const std::shared_ptr<const core::Analysis>& analysis)
{
    LaneScene scene;
    scene.analysis = analysis;
    scene.levels = levelsOf(*analysis);
    scene.colours = LaneColours::current();
    return scene;
}

} // namespace

// Shape, colour and place tell what became of packets, at any zoom.
class LaneMarksTest : public QObject, public TimelineStage {
    Q_OBJECT

private slots:
    static void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { close(); }
    void marksOfColumnsAreThoseOfTheLegend();
    void columnsAreMarkedOneByOneWhereThereIsRoom();
    void columnsAreMarkedApartWhereThereIsNone();
    void staircaseOfManyHasAllMarksOfTheLegend();
    void howMuchTooLateIsToldInMilliseconds();
    void overviewTellsLateAndLostApartByPlace();
    void lanesAreDrawnExactlyInTheirPlaces();
    void aLoopIsMarkedFromEndToEnd();
    void aNarrowTimeAxisTellsMoreThanItsBegin();

private:
    QString svg() { return recordedSvg(*m_view); }
    [[nodiscard]] std::vector<uint32_t> latePackets() const;
    // The label of how much too late a packet came, as it is told.
    [[nodiscard]] QString lateness(uint32_t packet) const;
};

void LaneMarksTest::marksOfColumnsAreThoseOfTheLegend()
{
    const LaneScene scene = sceneOf(fullOfMishaps());
    const std::vector<LegendEntry> legend = packetLegend(scene);
    const std::vector<ColumnMark> marks = columnMarks(scene.colours);
    // All but what was played, which needs no mark, and lost, which lies on a strip of its own.
    QCOMPARE(legend.size(), marks.size() + 2);
    for (const ColumnMark& mark : marks) {
        QVERIFY(std::ranges::any_of(legend, [&](const LegendEntry& entry) {
            return entry.shape == mark.shape && entry.colour == mark.colour;
        }));
    }
}

void LaneMarksTest::columnsAreMarkedOneByOneWhereThereIsRoom()
{
    std::vector<core::PlotCell> cells(100);
    for (const size_t column : {3, 4, 90}) {
        cells[column].counts[static_cast<size_t>(Mark::Late)] = 1;
        cells[column].late.include(ReceiverSpan(1000));
    }
    cells[50].counts[static_cast<size_t>(Mark::Late)] = 1; // when is not known
    const ColumnMark late = columnMarks(LaneColours::current()).front();
    QCOMPARE(columnsToMark(cells, late, 1), (std::vector<size_t>{3, 4, 90}));
}

void LaneMarksTest::columnsAreMarkedApartWhereThereIsNone()
{
    std::vector<core::PlotCell> cells(100);
    for (core::PlotCell& cell : cells) {
        cell.counts[static_cast<size_t>(Mark::Late)] = 1;
        cell.late.include(ReceiverSpan(1000));
    }
    const std::vector<size_t> marked = columnsToMark(cells, columnMarks(LaneColours::current()).front(), 1);
    QVERIFY(marked.size() > 5);
    for (size_t i = 1; i < marked.size(); ++i)
        QVERIFY(marked[i] - marked[i - 1] >= 6);
}

void LaneMarksTest::staircaseOfManyHasAllMarksOfTheLegend()
{
    const auto analysis = fullOfMishaps();
    const core::Statistics& statistics = analysis->statistics;
    for (const uint64_t count : {statistics.packetsLost, statistics.packetsLate, statistics.packetsReordered,
             statistics.packetsDuplicate, statistics.packetsOverflow, statistics.packetsCorrupt})
        QVERIFY(count > 3);
    show(analysis);
    m_view->setArrivalView(ArrivalView::Staircase);
    const QImage image = picture(QStringLiteral("staircase-marks-of-all"));
    const LaneColours colours = LaneColours::current();
    for (const QColor& colour :
        {colours.lost, colours.late, colours.reordered, colours.duplicate, colours.discarded})
        QVERIFY2(pixelsOf(image, arrivalLane, colour) >= 9, qPrintable(colour.name()));
}

std::vector<uint32_t> LaneMarksTest::latePackets() const
{
    std::vector<uint32_t> late;
    for (uint32_t i = 0; i < m_analysis->timeline.outcomes.size(); ++i) {
        if (m_analysis->timeline.outcomes[i].fate == Fate::Late)
            late.push_back(i);
    }
    return late;
}

QString LaneMarksTest::lateness(uint32_t packet) const
{
    const core::PacketOutcome& outcome = m_analysis->timeline.outcomes[packet];
    const double late = (outcome.arrival - outcome.due).milliseconds();
    return QStringLiteral("+%1").arg(std::max(1L, std::lround(late)));
}

void LaneMarksTest::howMuchTooLateIsToldInMilliseconds()
{
    core::Scenario scenario = core::roughScenario(core::Strategy::Fixed, 1);
    scenario.buffer.playoutDelay = core::receiverMilliseconds(60);
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), scenario).value());
    const std::vector<uint32_t> late = latePackets();
    const auto showAround = [this](uint32_t packet, ReceiverSpan half) {
        const ReceiverTime sent = core::sendTimeOf(*m_analysis, packet);
        m_view->setVisibleRange({sent - half, sent + half});
        picture(QStringLiteral("lateness-%1").arg(half.ticks() / 1000));
    };
    // One with none near it: with its unit.
    const auto alone = std::ranges::adjacent_find(late, [](uint32_t a, uint32_t b) { return b - a > 20; });
    QVERIFY(alone != late.end());
    showAround(*alone, core::receiverMilliseconds(250));
    const QString text = QStringLiteral(">%1 ms<").arg(lateness(*alone));
    QVERIFY2(svg().contains(text), qPrintable(text));
    // One right before another: the number alone.
    const auto close = std::ranges::adjacent_find(late, [](uint32_t a, uint32_t b) { return b - a == 1; });
    QVERIFY(close != late.end());
    showAround(*close, core::receiverMilliseconds(400));
    const QString number = QStringLiteral(">%1<").arg(lateness(*close));
    QVERIFY2(svg().contains(number), qPrintable(number));
}

void LaneMarksTest::overviewTellsLateAndLostApartByPlace()
{
    core::Scenario scenario = core::roughScenario(core::Strategy::Fixed, 1);
    scenario.buffer.playoutDelay = core::receiverMilliseconds(50);
    show(core::analyze(core::plainCapture(300, core::mediaMilliseconds(20)), scenario).value());
    m_view->setVisibleRange({milliseconds(0), milliseconds(100)}); // the brush covers next to nothing
    const QImage image = picture(QStringLiteral("overview-late-and-lost"));
    const LaneColours colours = LaneColours::current();
    const auto rowsOf = [&](const QColor& colour) {
        std::vector<int> rows;
        for (int y = overview.top(); y <= overview.bottom(); ++y) {
            if (pixelsOf(image, QRect(overview.left() + 30, y, overview.width() - 30, 1), colour) > 0)
                rows.push_back(y);
        }
        return rows;
    };
    const std::vector<int> late = rowsOf(colours.late);
    const std::vector<int> lost = rowsOf(colours.lost);
    QCOMPARE(late.size(), size_t(4));
    QCOMPARE(lost.size(), size_t(4));
    QVERIFY2(late.back() < lost.front(), "the late ones lie above the lost ones");
}

// The strip of the provenance fills the last rows of the output lane from its first to its last pixel.
void LaneMarksTest::aLoopIsMarkedFromEndToEnd()
{
    show(core::analyze(core::plainCapture(500, core::mediaMilliseconds(20)), {}).value());
    m_view->setVisibleRange({milliseconds(0), milliseconds(8000)});
    const QImage before = picture(QStringLiteral("loop-before"));
    const auto marked = [&](const QImage& image) {
        // In the row right below the overview.
        const int y = overview.bottom() + 4;
        int first = -1;
        int last = -1;
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == before.pixel(x, y))
                continue;
            first = first < 0 ? x : first;
            last = x;
        }
        return std::pair(first, last);
    };
    const double left = 70; // roughly, of the lanes
    const double width = before.width() - left - 10;
    m_view->setLoop(TimeRange{milliseconds(2000), milliseconds(6000)});
    const auto [first, last] = marked(picture(QStringLiteral("loop")));
    QVERIFY2(std::abs(first - (left + width / 4)) < 20, qPrintable(QString::number(first)));
    QVERIFY2(std::abs(last - (left + width * 3 / 4)) < 20, qPrintable(QString::number(last)));
    m_view->setLoop(std::nullopt);
    QCOMPARE(picture(QStringLiteral("loop-after")), before);
}

void LaneMarksTest::lanesAreDrawnExactlyInTheirPlaces()
{
    show(core::analyze(core::plainCapture(3000, core::mediaMilliseconds(20)), {}).value());
    m_view->setVisibleRange({milliseconds(10000), milliseconds(40000)});
    const QImage image = picture(QStringLiteral("lanes-in-place"));
    const LaneColours colours = LaneColours::current();
    const QColor decoded = colours.faint(colours.wave, 0.3);
    QRect filled;
    for (int y = 400; y < 560; ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == decoded.rgb())
                filled |= QRect(x, y, 1, 1);
        }
    }
    const auto* plot = m_view->findChild<QCustomPlot*>();
    constexpr int output = 3;
    const QRect area = plot->axisRect(output)->rect();
    QCOMPARE(filled, QRect(area.left(), area.bottom() - 14, area.width(), 15));
}

void LaneMarksTest::aNarrowTimeAxisTellsMoreThanItsBegin()
{
    m_view->resize(440, 340);
    show(core::analyze(core::plainCapture(3100, core::mediaMilliseconds(20)), {}).value());
    picture(QStringLiteral("narrow-time-axis"));
    const QString drawn = svg();
    for (const char* time : {">00:00.0<", ">00:30.0<"})
        QVERIFY2(drawn.contains(QLatin1String(time)), time);
}

QTEST_MAIN(LaneMarksTest)
#include "tst_lanemarks.moc"

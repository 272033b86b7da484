#include "core/analysis/bufferlevel.h"
#include "core/analysis/plotlevels.h"
#include "tests/support/plaincapture.h"

#include <QTest>
#include <random>

using namespace core;

namespace {

struct Asked {
    int64_t begin = 0;
    int64_t width = 1;
    size_t columns = 1;

    // The column of a time, or -1. Whole stretches are entered by their middle.
    [[nodiscard]] int64_t columnOf(ReceiverTime time, ReceiverSpan resolution) const
    {
        int64_t at = time.ticks();
        if (resolution > ReceiverSpan())
            at = at / resolution.ticks() * resolution.ticks() + resolution.ticks() / 2;
        if (at < begin || at >= begin + width)
            return -1;
        return (at - begin) * static_cast<int64_t>(columns) / width;
    }
};

// Packets and marks of each column, one after the other.
std::vector<PlotCell> countedOneByOne(const Analysis& analysis, const Asked& asked, ReceiverSpan resolution)
{
    std::vector<PlotCell> cells(asked.columns);
    const auto cellOf = [&](ReceiverTime sent) -> PlotCell* {
        const int64_t column = asked.columnOf(sent, resolution);
        return column < 0 ? nullptr : &cells[static_cast<size_t>(column)];
    };
    for (uint32_t i = 0; i < analysis.timeline.outcomes.size(); ++i) {
        const PacketOutcome& outcome = analysis.timeline.outcomes[i];
        const ReceiverTime sent = sendTimeOf(analysis, i);
        PlotCell* cell = cellOf(sent);
        if (cell == nullptr)
            continue;
        constexpr std::array marks{Mark::Played, Mark::Lost, Mark::Late, Mark::Overflow, Mark::Corrupt};
        ++cell->counts[static_cast<size_t>(marks[static_cast<size_t>(outcome.fate)])];
        if (outcome.arrival != never)
            (outcome.fate == Fate::Late ? cell->late : cell->delay).include(outcome.arrival - sent);
        if (outcome.due != never)
            cell->due.include(outcome.due - sent);
    }
    int64_t latest = -1;
    for (const Arrival& arrival : analysis.arrivals->list) {
        PlotCell* cell = cellOf(sendTimeOf(analysis, arrival.packet));
        const bool isOvertaken = !arrival.isDuplicate && latest > arrival.packet;
        if (!arrival.isDuplicate)
            latest = std::max<int64_t>(latest, arrival.packet);
        if (cell == nullptr)
            continue;
        if (arrival.isDuplicate)
            ++cell->counts[static_cast<size_t>(Mark::Duplicate)];
        else if (isOvertaken)
            ++cell->counts[static_cast<size_t>(Mark::Reordered)];
    }
    return cells;
}

// Audio held at a time, counted over all packets.
ReceiverSpan heldAt(const Analysis& analysis, ReceiverTime time)
{
    ReceiverSpan held;
    for (size_t i = 0; i < analysis.timeline.outcomes.size(); ++i) {
        const PacketOutcome& outcome = analysis.timeline.outcomes[i];
        if (outcome.playout != never && outcome.arrival <= time && time < outcome.playout)
            held += toReceiverSpan(analysis.capture->packets()[i].duration());
    }
    return held;
}

std::shared_ptr<const Analysis> analysisOf(size_t packets, Strategy strategy, uint64_t seed)
{
    return analyze(plainCapture(packets, mediaMilliseconds(20)), roughScenario(strategy, seed)).value();
}

} // namespace

class PlotLevelsTest : public QObject {
    Q_OBJECT

private slots:
    void countsWhatCountingOneByOneFinds_data();
    void countsWhatCountingOneByOneFinds();
    void putsEveryMicrosecondOfPlayoutIntoOneColumn();
    void buffersWhatHasArrivedAndIsNotPlayed();
    void bufferRangeOfAColumnHoldsEveryLevelInIt();
    void aLongCaptureBuiltOnTwoThreadsIsTheSame();
    void coarseColumnsHoldAllPackets();
    void marksPacketsOvertakenAndDuplicated();
    void findsPacketsAndEventsByTime();
    void holdsNothingOfAnEmptyCapture();
    void limitsDelaysThatNoPictureShows();
};

void PlotLevelsTest::countsWhatCountingOneByOneFinds_data()
{
    QTest::addColumn<int>("strategy");
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("width");
    QTest::addColumn<int>("columns");
    const std::pair<const char*, Strategy> strategies[]{
        {"buffer", Strategy::Buffer}, {"realtime", Strategy::Realtime}, {"fixed", Strategy::Fixed}};
    for (const auto& [name, strategy] : strategies) {
        const auto row = [name = name, strategy = strategy](
                             const char* what, qint64 begin, qint64 width, int columns) {
            QTest::addRow("%s, %s", name, what) << int(strategy) << begin << width << columns;
        };
        row("everything in coarse columns", 0, 60'000'000, 20);
        row("everything in fine columns", 0, 60'000'000, 1000);
        row("one column", 0, 61'000'000, 1);
        row("odd numbers", 1'234'567, 7'654'321, 97);
        row("before the start and behind the end", -5'000'000, 90'000'000, 333);
        row("shorter than a packet", 10'000'001, 7'000, 50);
    }
}

void PlotLevelsTest::countsWhatCountingOneByOneFinds()
{
    QFETCH(int, strategy);
    QFETCH(qint64, begin);
    QFETCH(qint64, width);
    QFETCH(int, columns);
    const auto analysis = analysisOf(3000, Strategy(strategy), 7);
    const PlotLevels levels = PlotLevels::build(*analysis);
    const Asked asked{begin, width, static_cast<size_t>(columns)};
    const ReceiverTime from(begin);
    const ReceiverTime to(begin + width);
    const ReceiverSpan resolution = levels.resolution(from, to, asked.columns);
    QVERIFY(resolution.ticks() * 4 <= width / columns);

    std::vector<PlotCell> cells(asked.columns);
    levels.query(*analysis, from, to, cells);
    const auto expected = countedOneByOne(*analysis, asked, resolution);
    for (size_t i = 0; i < cells.size(); ++i) {
        QCOMPARE(cells[i].counts, expected[i].counts);
        QVERIFY(cells[i].delay == expected[i].delay);
        QVERIFY(cells[i].late == expected[i].late);
        QVERIFY(cells[i].due == expected[i].due);
    }
}

void PlotLevelsTest::putsEveryMicrosecondOfPlayoutIntoOneColumn()
{
    for (const Strategy strategy : {Strategy::Buffer, Strategy::Realtime, Strategy::Fixed}) {
        const auto analysis = analysisOf(3000, strategy, 3);
        const PlotLevels levels = PlotLevels::build(*analysis);
        const Statistics& statistics = analysis->statistics;
        for (const size_t columns : {1U, 10U, 57U, 4000U}) {
            std::vector<PlotCell> cells(columns);
            levels.query(*analysis, ReceiverTime(), levels.end() + receiverMilliseconds(1000), cells);
            PlotCell sum;
            for (const PlotCell& cell : cells)
                sum.include(cell);
            QCOMPARE(sum.from(Origin::Decoded).ticks(), statistics.decoded.ticks());
            QCOMPARE(sum.from(Origin::Fec).ticks(), statistics.fec.ticks());
            QCOMPARE(sum.from(Origin::Concealed).ticks(), statistics.plc.ticks());
            QCOMPARE(sum.from(Origin::Silence).ticks(), statistics.silence.ticks());
            QCOMPARE(sum.played().ticks(), statistics.playout.ticks());
        }
    }
}

void PlotLevelsTest::buffersWhatHasArrivedAndIsNotPlayed()
{
    const auto analysis = analysisOf(400, Strategy::Realtime, 5);
    const PlotLevels levels = PlotLevels::build(*analysis);
    for (int64_t time = 0; time < levels.end().ticks(); time += 3571) {
        // bufferedAt() does not know yet what happens at that very time.
        const ReceiverSpan expected = heldAt(*analysis, ReceiverTime(time - 1));
        QCOMPARE(levels.bufferedAt(*analysis, ReceiverTime(time)).ticks(), expected.ticks());
    }
}

void PlotLevelsTest::bufferRangeOfAColumnHoldsEveryLevelInIt()
{
    const auto analysis = analysisOf(500, Strategy::Fixed, 11);
    const PlotLevels levels = PlotLevels::build(*analysis);
    for (const size_t columns : {5U, 40U, 900U}) {
        const Asked asked{0, 10'000'000, columns};
        std::vector<PlotCell> cells(columns);
        levels.query(*analysis, ReceiverTime(), ReceiverTime(asked.width), cells);
        const ReceiverSpan resolution = levels.resolution(ReceiverTime(), ReceiverTime(asked.width), columns);
        for (int64_t time = 0; time < asked.width; time += 4999) {
            const int64_t column = asked.columnOf(ReceiverTime(time), resolution);
            if (column < 0)
                continue;
            const PlotRange& range = cells[static_cast<size_t>(column)].buffered;
            const int64_t held = heldAt(*analysis, ReceiverTime(time)).ticks();
            QVERIFY(range.low <= held && held <= range.high);
        }
    }
}

// Long enough for a thread of the buffer's own.
void PlotLevelsTest::aLongCaptureBuiltOnTwoThreadsIsTheSame()
{
    const auto analysis = analysisOf(25'000, Strategy::Realtime, 17);
    const PlotLevels levels = PlotLevels::build(*analysis);
    uint64_t counted = 0;
    std::vector<PlotCell> cells(700);
    levels.query(*analysis, ReceiverTime(), levels.end(), cells);
    ReceiverSpan highest;
    for (const PlotCell& cell : cells) {
        for (const Mark mark : {Mark::Played, Mark::Late, Mark::Lost, Mark::Overflow, Mark::Corrupt})
            counted += cell.count(mark);
        highest = std::max(highest, ReceiverSpan(cell.buffered.high));
    }
    QCOMPARE(counted, analysis->statistics.packetsSent);
    QVERIFY(highest > ReceiverSpan());
    const int64_t step = levels.end().ticks() / 97;
    for (int64_t time = step; time < levels.end().ticks(); time += step) {
        const ReceiverSpan held = heldAt(*analysis, ReceiverTime(time - 1));
        QCOMPARE(levels.bufferedAt(*analysis, ReceiverTime(time)).ticks(), held.ticks());
        QVERIFY(held <= highest);
    }
}

void PlotLevelsTest::coarseColumnsHoldAllPackets()
{
    const auto analysis = analysisOf(60000, Strategy::Fixed, 2);
    const PlotLevels levels = PlotLevels::build(*analysis);
    std::vector<PlotCell> cells(100);
    const ReceiverTime end = levels.end() + receiverMilliseconds(5000);
    QVERIFY(levels.resolution(ReceiverTime(), end, cells.size()) > ReceiverSpan());
    levels.query(*analysis, ReceiverTime(), end, cells);
    PlotCell sum;
    for (const PlotCell& cell : cells)
        sum.include(cell);
    const Statistics& statistics = analysis->statistics;
    QCOMPARE(sum.count(Mark::Played), statistics.packetsPlayed);
    QCOMPARE(sum.count(Mark::Lost), statistics.packetsLost);
    QCOMPARE(sum.count(Mark::Late), statistics.packetsLate);
    QCOMPARE(sum.count(Mark::Reordered), statistics.packetsReordered);
    QCOMPARE(sum.count(Mark::Duplicate), statistics.packetsDuplicate);
}

void PlotLevelsTest::marksPacketsOvertakenAndDuplicated()
{
    const auto analysis = analysisOf(3000, Strategy::Fixed, 9);
    const PlotLevels levels = PlotLevels::build(*analysis);
    uint64_t reordered = 0;
    for (uint32_t i = 0; i < 3000; ++i)
        reordered += levels.isReordered(i) ? 1 : 0;
    QCOMPARE(reordered, analysis->statistics.packetsReordered);
    for (const Arrival& arrival : analysis->arrivals->list)
        QVERIFY(!arrival.isDuplicate || levels.isDuplicated(arrival.packet));
}

void PlotLevelsTest::findsPacketsAndEventsByTime()
{
    const auto analysis = analysisOf(100, Strategy::Fixed, 1);
    QCOMPARE(firstPacketSentFrom(*analysis, ReceiverTime(-5)), 0U);
    QCOMPARE(firstPacketSentFrom(*analysis, ReceiverTime(20'000)), 1U);
    QCOMPARE(firstPacketSentFrom(*analysis, ReceiverTime(20'001)), 2U);
    QCOMPARE(firstPacketSentFrom(*analysis, ReceiverTime(99'000'000)), 100U);
    const auto& events = analysis->timeline.events;
    QCOMPARE(eventAt(*analysis, ReceiverTime(-1)), size_t{0});
    QCOMPARE(eventAt(*analysis, events[7].start), size_t{7});
    QCOMPARE(eventAt(*analysis, analysis->timeline.end() + receiverMilliseconds(1)), events.size() - 1);
}

void PlotLevelsTest::holdsNothingOfAnEmptyCapture()
{
    Analysis analysis;
    analysis.capture = plainCapture(0, mediaMilliseconds(20));
    const PlotLevels levels = PlotLevels::build(analysis);
    std::vector<PlotCell> cells(10);
    levels.query(analysis, ReceiverTime(), ReceiverTime(1000), cells);
    for (const PlotCell& cell : cells)
        QCOMPARE(cell.played().ticks(), 0);
}

void PlotLevelsTest::limitsDelaysThatNoPictureShows()
{
    PlotRange range;
    QVERIFY(range.isEmpty());
    range.include(ReceiverSpan(int64_t{1} << 40));
    QCOMPARE(range.high, std::numeric_limits<int32_t>::max());
    range.include(ReceiverSpan(-(int64_t{1} << 40)));
    QCOMPARE(range.low, -std::numeric_limits<int32_t>::max());
}

QTEST_APPLESS_MAIN(PlotLevelsTest)
#include "tst_plotlevels.moc"

#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/gapspage.h"
#include "ui/outcometext.h"
#include "ui/packetspage.h"
#include "ui/tableview.h"
#include "ui/timelineview.h"

#include <QLocale>
#include <QSignalSpy>
#include <algorithm>
#include <map>
#include <numeric>
#include <random>

using core::Cause;
using core::Fate;
using core::Gap;
using core::ReceiverSpan;
using core::ReceiverTime;
using core::Repair;
using core::Strategy;
using namespace test;

namespace {

constexpr size_t pickedGaps = 200;

// Enough gaps to pick from; in the realtime buffer also such as begin because nothing was there to play.
core::Scenario scenarioWith(Strategy strategy)
{
    core::Scenario scenario = busyScenario();
    scenario.network.loss = {core::LossModel::GilbertElliott, 0.12, 1.3};
    scenario.buffer.strategy = strategy;
    scenario.buffer.playoutDelay = core::receiverMilliseconds(strategy == Strategy::Fixed ? 30 : 0);
    scenario.buffer.lossThreshold = core::receiverMilliseconds(20);
    return scenario;
}

// The same 200 of them at every run.
std::vector<uint32_t> pickGaps(const core::Analysis& analysis)
{
    std::vector<uint32_t> all(analysis.gaps.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<uint32_t> picked;
    std::ranges::sample(all, std::back_inserter(picked), pickedGaps, std::mt19937(20261122));
    return picked;
}

QStringList counted(const std::map<QString, int>& counts)
{
    QStringList words;
    for (const auto& [word, count] : counts)
        words.append(QStringLiteral("%1 ×%2").arg(word).arg(count));
    words.sort();
    return words;
}

QStringList partsOf(const QModelIndex& cell)
{
    QStringList parts = cell.data().toString().split(QStringLiteral(", "));
    parts.sort();
    return parts;
}

} // namespace

// Gap by gap the table, the timeline, the packets, the playhead and the panel of the whole program tell the
// same as the packets' fates and the playout.
class TestWindowAgreement : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void everyGapIsTheSameEverywhere_data()
    {
        QTest::addColumn<Strategy>("strategy");
        QTest::newRow("fixed") << Strategy::Fixed;
        QTest::newRow("realtime") << Strategy::Realtime;
    }

    void everyGapIsTheSameEverywhere()
    {
        QFETCH(const Strategy, strategy);
        m_stage->openSample(scenarioWith(strategy));
        QVERIFY(analysis().gaps.size() > pickedGaps);
        const auto isStarved = [](const Gap& gap) { return gap.cause == Cause::Starved; };
        QCOMPARE(std::ranges::any_of(analysis().gaps, isStarved), strategy == Strategy::Realtime);
        QCOMPARE(analysis().statistics.stall > ReceiverSpan(), strategy == Strategy::Realtime);
        QSignalSpy counts(&m_stage->session().session(), &app::Session::selectionReady);
        for (const uint32_t index : pickGaps(analysis())) {
            const Gap& gap = analysis().gaps[index];
            tableTells(gap, index);
            if (QTest::currentTestFailed())
                return;
            timeline().setSelection(ui::TimeRange{gap.start, gap.start + gap.length});
            QTRY_COMPARE_WITH_TIMEOUT(counts.size(), 1, limitMs);
            counts.clear();
            panelTells(gap);
            if (QTest::currentTestFailed())
                return;
        }
        test::saveScreenshot(
            m_stage->window(), QStringLiteral("agreement-") + QString::fromLatin1(QTest::currentDataTag()));
    }

private:
    const core::Analysis& analysis() { return *m_stage->session().session().analysis(); }
    ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }
    ui::GapsPage& gaps() { return *m_stage->window().findChild<ui::GapsPage*>(); }
    ui::PacketsPage& packets() { return *m_stage->window().findChild<ui::PacketsPage*>(); }

    // The cells of the gap, and where the row leads.
    void tableTells(const Gap& gap, uint32_t index)
    {
        ui::TableView& table = gaps().table();
        const QModelIndex row = table.model()->index(gaps().model().rowOf(index), 0);
        const auto cell = [&](ui::GapColumn column) { return row.siblingAtColumn(static_cast<int>(column)); };
        QCOMPARE(row.data().toString(), ui::clockText(gap.start));
        const int decimals = gap.length.ticks() % 1000 == 0 ? 0 : 1;
        QCOMPARE(cell(ui::GapColumn::Length).data().toString(), ui::millisecondsText(gap.length, decimals));
        QVERIFY(cell(ui::GapColumn::Cause).data().toString().startsWith(ui::causeText(gap.cause)));
        const auto [causes, repairs] = packetsOf(gap);
        QStringList words = counted(causes);
        if (gap.cause == Cause::Starved)
            words.append(ui::causeText(gap.cause));
        words.sort();
        QCOMPARE(partsOf(cell(ui::GapColumn::Cause)), words);
        if (repairs.empty()) // nothing but time went by
            QVERIFY(cell(ui::GapColumn::Repair).data().toString().startsWith(ui::repairText(Repair::Plc)));
        else
            QCOMPARE(partsOf(cell(ui::GapColumn::Repair)), counted(repairs));
        QCOMPARE(cell(ui::GapColumn::Packets).data().toString(), packetsText(gap));

        table.scrollTo(row);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(row).center());
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(m_stage->window().playhead(), gap.start);
        QVERIFY(timeline().visibleRange().begin <= gap.start);
        QVERIFY(timeline().visibleRange().end >= gap.start + gap.length);
        if (gap.firstPacket != core::noPacket)
            QCOMPARE(packets().model().packetAt(packets().table().currentIndex().row()), gap.firstPacket);
    }

    // How many of the packets that should have sounded in it met which fate, and took which repair.
    std::pair<std::map<QString, int>, std::map<QString, int>> packetsOf(const Gap& gap)
    {
        std::map<QString, int> causes;
        std::map<QString, int> repairs;
        for (uint32_t i = gap.firstPacket; i != core::noPacket && i <= gap.lastPacket; ++i) {
            const core::PacketOutcome& outcome = analysis().timeline.outcomes[i];
            if (outcome.fate == Fate::Played)
                continue;
            ++causes[ui::fateText(outcome.fate)];
            if (outcome.repair != Repair::None)
                ++repairs[ui::repairText(outcome.repair)];
        }
        return {causes, repairs};
    }

    static QString packetsText(const Gap& gap)
    {
        if (gap.firstPacket == core::noPacket)
            return {};
        const QString first = QString::number(gap.firstPacket);
        return gap.firstPacket == gap.lastPacket
            ? first
            : first + QStringLiteral("–") + QString::number(gap.lastPacket);
    }

    // The statistics of the selection, which is the gap.
    void panelTells(const Gap& gap)
    {
        QCOMPARE(m_stage->statistic("Gaps (longest)"),
            QStringLiteral("1 (%1)").arg(ui::millisecondsText(gap.length, 0)));
        QCOMPARE(m_stage->statistic("Stalled"), QStringLiteral("0 ms"));
        const ReceiverSpan concealed = gap.plc + gap.silence;
        QCOMPARE(m_stage->statistic("Concealed audio"),
            QStringLiteral("%1 s %2").arg(QLocale().toString(concealed.milliseconds() / 1000, 'f', 2),
                ui::shareText(
                    static_cast<double>(concealed.ticks()) / static_cast<double>(gap.length.ticks()), 1)));
        quint64 sent = 0;
        quint64 lost = 0;
        const uint32_t end = core::firstPacketSentFrom(analysis(), gap.start + gap.length);
        for (uint32_t i = core::firstPacketSentFrom(analysis(), gap.start); i < end; ++i) {
            ++sent;
            lost += analysis().timeline.outcomes[i].fate == Fate::Lost ? 1 : 0;
        }
        QCOMPARE(m_stage->statistic("Packets sent"), ui::countText(sent));
        const double share = sent == 0 ? 0 : static_cast<double>(lost) / static_cast<double>(sent);
        QCOMPARE(m_stage->statistic("Lost in network"),
            QStringLiteral("%1 %2").arg(ui::countText(lost), ui::shareText(share, 1)));
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowAgreement>(argc, argv); }
#include "tst_windowagreement.moc"

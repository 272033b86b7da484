#include "tests/ui/windowfixture.h"
#include "ui/gapcell.h"
#include "ui/gapmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>
#include <algorithm>

using namespace ui;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

std::shared_ptr<const core::Analysis> busyAnalysis()
{
    return test::analysisOf(test::plainCapture(3000), test::busyScenario());
}

QString cell(const GapModel& model, int row, GapColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

// An analysis whose only gap covers the packets of these fates and repairs.
core::Analysis gapOf(const core::LargeVector<core::PacketOutcome>& outcomes, core::Cause cause)
{
    core::Analysis analysis;
    analysis.timeline.outcomes = outcomes;
    core::Gap gap;
    gap.cause = cause;
    gap.length = core::receiverMilliseconds(20) * static_cast<int64_t>(outcomes.size());
    gap.plc = gap.length;
    if (!outcomes.empty()) {
        gap.firstPacket = 0;
        gap.lastPacket = static_cast<uint32_t>(outcomes.size() - 1);
        gap.packets = core::missingPackets(analysis.timeline, gap.firstPacket, gap.lastPacket);
    }
    analysis.gaps.push_back(gap);
    return analysis;
}

core::PacketOutcome outcome(core::Fate fate, core::Repair repair)
{
    core::PacketOutcome result;
    result.fate = fate;
    result.repair = repair;
    return result;
}

} // namespace

class GapModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }
    void isEmptyWithoutAnalysis();
    void hasARowForEveryGap();
    void countsPacketsByCauseAndRepair();
    void tellsTimeFilledWhereNoPacketIsKnown();
    void namesPacketsAsARange();
    void tellsTheDelayThatWouldHaveSavedIt();
    void showsDamageWhenItArrives();
    void forgetsDamageWithTheAnalysis();
    void ignoresDamageOfGapsThatAreNotThere();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void sortsByDamageAFewTimesASecond();
    void sortsByDamageWhileValuesKeepComing();
};

void GapModelTest::isEmptyWithoutAnalysis()
{
    GapModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowOf(0), -1);
    QVERIFY(!model.gapAt(0));
}

void GapModelTest::hasARowForEveryGap()
{
    GapModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto analysis = busyAnalysis();
    model.setAnalysis(analysis);
    QCOMPARE(model.rowCount(), static_cast<int>(analysis->statistics.gaps));
    QVERIFY(model.rowCount() > 10);
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(*model.gapAt(row), static_cast<uint32_t>(row));
        QCOMPARE(cell(model, row, GapColumn::Damage), QStringLiteral("…"));
        for (int column = 0; column < GapModel::columns; ++column)
            QVERIFY(!cell(model, row, static_cast<GapColumn>(column)).isEmpty());
    }
    model.setAnalysis(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void GapModelTest::countsPacketsByCauseAndRepair()
{
    using core::Fate;
    using core::Repair;
    const core::Analysis analysis = gapOf({outcome(Fate::Lost, Repair::Plc), outcome(Fate::Late, Repair::Plc),
                                              outcome(Fate::Late, Repair::Fec)},
        core::Cause::Late);
    QCOMPARE(gapCauseText(analysis.gaps[0]), QStringLiteral("late ×2, lost ×1"));
    QCOMPARE(gapRepairText(analysis.gaps[0]), QStringLiteral("FEC ×1, PLC ×2"));
    QCOMPARE(gapLengthText(analysis.gaps[0]), QStringLiteral("60 ms"));
}

void GapModelTest::tellsTimeFilledWhereNoPacketIsKnown()
{
    core::Analysis analysis = gapOf({}, core::Cause::Starved);
    core::Gap& gap = analysis.gaps[0];
    gap.plc = core::receiverMilliseconds(40);
    gap.silence = core::ReceiverSpan(2500);
    QCOMPARE(gapCauseText(gap), QStringLiteral("starved"));
    QCOMPARE(gapRepairText(gap), QStringLiteral("PLC 40 ms, silence 2.5 ms"));
    QCOMPARE(gapPacketsText(gap), QString());
}

void GapModelTest::namesPacketsAsARange()
{
    core::Gap gap;
    gap.firstPacket = 521;
    gap.lastPacket = 529;
    QCOMPARE(gapPacketsText(gap), QStringLiteral("521–529"));
    gap.lastPacket = 521;
    QCOMPARE(gapPacketsText(gap), QStringLiteral("521"));
}

void GapModelTest::tellsTheDelayThatWouldHaveSavedIt()
{
    core::Gap gap;
    QCOMPARE(gapSavingDelayText(gap), QStringLiteral("–"));
    gap.savingDelay = core::ReceiverSpan(23456);
    QCOMPARE(gapSavingDelayText(gap), QStringLiteral("+23.5 ms"));
}

void GapModelTest::showsDamageWhenItArrives()
{
    GapModel model;
    model.setAnalysis(busyAnalysis());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setDamage(3, 14.23);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 3, GapColumn::Damage), QStringLiteral("14.2 dB"));
    QCOMPARE(
        model.index(3, static_cast<int>(GapColumn::Damage)).data(GapModel::damageRole).toDouble(), 14.23);
}

void GapModelTest::forgetsDamageWithTheAnalysis()
{
    GapModel model;
    const auto analysis = busyAnalysis();
    model.setAnalysis(analysis);
    model.setDamage(0, 3);
    model.setAnalysis(analysis);
    QCOMPARE(cell(model, 0, GapColumn::Damage), QStringLiteral("…"));
}

void GapModelTest::ignoresDamageOfGapsThatAreNotThere()
{
    GapModel model;
    model.setDamage(0, 3);
    model.setAnalysis(busyAnalysis());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setDamage(100000, 3);
    QCOMPARE(changed.count(), 0);
}

void GapModelTest::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < GapModel::columns; ++column)
        QTest::addRow("column %d", column) << column;
}

void GapModelTest::sortsByEveryColumn()
{
    QFETCH(int, column);
    GapModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setAnalysis(busyAnalysis());
    model.sort(column, Qt::DescendingOrder);
    std::vector<uint32_t> gaps;
    for (int row = 0; row < model.rowCount(); ++row) {
        gaps.push_back(*model.gapAt(row));
        QCOMPARE(model.rowOf(gaps.back()), row);
    }
    std::sort(gaps.begin(), gaps.end());
    for (size_t i = 0; i < gaps.size(); ++i)
        QCOMPARE(size_t(gaps[i]), i);
    if (column == static_cast<int>(GapColumn::Length)) {
        const auto& all = model.analysis()->gaps;
        QVERIFY(all[*model.gapAt(0)].length == model.analysis()->statistics.longestGap);
    }
}

void GapModelTest::sortsByDamageAFewTimesASecond()
{
    GapModel model;
    model.setAnalysis(busyAnalysis());
    model.sort(static_cast<int>(GapColumn::Damage), Qt::DescendingOrder);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setDamage(5, 8.1);
    model.setDamage(9, 14.2);
    model.setDamage(2, -0.0);
    QCOMPARE(reset.count(), 0);
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(*model.gapAt(0), 9U);
    QCOMPARE(*model.gapAt(1), 5U);
    QCOMPARE(*model.gapAt(2), 2U);
    QCOMPARE(*model.gapAt(3), 0U); // unknown ones behind, as they were
}

void GapModelTest::sortsByDamageWhileValuesKeepComing()
{
    GapModel model;
    model.setAnalysis(busyAnalysis());
    model.sort(static_cast<int>(GapColumn::Damage), Qt::DescendingOrder);
    model.setDamage(9, 14.2);
    QTimer values;
    connect(&values, &QTimer::timeout, &model, [&model] { model.setDamage(5, 8.1); });
    values.start(20);
    QTRY_COMPARE(*model.gapAt(0), 9U);
}

WINDOW_TEST_MAIN(GapModelTest)
#include "tst_gapmodel.moc"

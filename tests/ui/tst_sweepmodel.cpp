#include "tests/ui/windowfixture.h"
#include "ui/sweepmodel.h"
#include "ui/sweeptext.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>

using core::SweepMeasure;
using core::SweepPoint;
using namespace ui;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

core::SweepPlan plan(std::vector<double> values = {0, 40, 80}, int seeds = 5)
{
    return {core::Scenario(), core::findParameter("buffer.playout_delay_ms"), std::move(values), seeds};
}

SweepPoint point(size_t place, double concealed, double wait = 40000)
{
    SweepPoint result;
    result.place = place;
    result.value = plan().values[place];
    result.seeds = 5;
    for (core::SweepSpread& spread : result.spreads)
        spread = {.mean = 0.03, .least = 0.02, .greatest = 0.045, .count = 5};
    result.spreads[0] = {concealed, concealed / 2, concealed * 2, 5};
    result.spreads[static_cast<size_t>(SweepMeasure::Wait)] = {wait, wait, wait, 5};
    return result;
}

SweepPoint impossible(size_t place)
{
    SweepPoint result;
    result.place = place;
    result.value = plan().values[place];
    result.problem = core::Error{core::ErrorCode::OutOfRange, "network.loss.burst: 9 … 1000", {}};
    return result;
}

QStringList column(const QAbstractItemModel& model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

constexpr int waitColumn = 1 + static_cast<int>(SweepMeasure::Wait);

} // namespace

class SweepModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void isEmptyWithoutASweep()
    {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), SweepModel::columns);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Value"));
        QVERIFY(model.plan().parameter == nullptr);
        model.end();
        QVERIFY(!model.best());
    }

    void rowsStandBeforeTheirNumbersAreKnown()
    {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.begin(plan());
        QVERIFY(model.isRunning());
        QCOMPARE(column(model, 0),
            QStringList({QStringLiteral("0 ms"), QStringLiteral("40 ms"), QStringLiteral("80 ms")}));
        QCOMPARE(
            column(model, 1), QStringList({QStringLiteral("…"), QStringLiteral("…"), QStringLiteral("…")}));
        model.add({point(1, 0.02)});
        QCOMPARE(model.knownCount(), 1);
        QCOMPARE(column(model, 1)[1], QStringLiteral("2.00 % (1.00–4.00)"));
        QVERIFY(!model.best()); // others may be better
    }

    void numbersHaveUnitsAndTheirSpread()
    {
        using core::SweepSpread;
        const auto text = [](SweepMeasure measure, const SweepSpread& spread) {
            return spreadText(measure, spread);
        };
        QCOMPARE(text(SweepMeasure::Late, {0.0291, 0.021, 0.0384, 5}), QStringLiteral("2.91 % (2.10–3.84)"));
        QCOMPARE(text(SweepMeasure::Lost, {0.03, 0.03, 0.03, 1}), QStringLiteral("3.00 %"));
        QCOMPARE(text(SweepMeasure::Gaps, {41.25, 38, 45, 4}), QStringLiteral("41.3 (38–45)"));
        QCOMPARE(text(SweepMeasure::Gaps, {41, 41, 41, 1}), QStringLiteral("41"));
        QCOMPARE(
            text(SweepMeasure::LongestGap, {180000, 140000, 220000, 5}), QStringLiteral("180 ms (140–220)"));
        QCOMPARE(
            text(SweepMeasure::MouthToEar, {1145123, 1145100, 1145148, 5}), QStringLiteral("1,145.1 ms"));
        QCOMPARE(text(SweepMeasure::Wait, {}), QStringLiteral("–"));
    }

    void theBestAndTheSettingAreMarked()
    {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.begin(plan());
        model.add({point(0, 0.3), point(1, 0.02), point(2, 0.02)});
        model.setSetting(80);
        model.end();
        QVERIFY(!model.isRunning());
        QCOMPARE(model.best(), std::optional<size_t>(1)); // of two equal ones the smaller
        QCOMPARE(column(model, 0),
            QStringList(
                {QStringLiteral("0 ms"), QStringLiteral("40 ms · best"), QStringLiteral("80 ms · set")}));
        QCOMPARE(model.index(1, 3).data(Qt::ForegroundRole).value<QColor>(), colours().fec);
        QVERIFY(!model.index(0, 3).data(Qt::ForegroundRole).isValid());
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("best")));
        model.setSetting(40);
        QCOMPARE(column(model, 0)[1], QStringLiteral("40 ms · best, set"));
        model.setSetting(std::nullopt);
        QCOMPARE(column(model, 0)[1], QStringLiteral("40 ms · best"));
        model.begin(plan());
        QCOMPARE(column(model, 0)[1], QStringLiteral("40 ms"));
    }

    void whatIsImpossibleSaysWhy()
    {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.begin(plan());
        model.add({impossible(0), point(1, 0.02), point(2, 0.01)});
        model.end();
        QCOMPARE(model.knownCount(), 3);
        QCOMPARE(column(model, 1)[0], QStringLiteral("not possible"));
        QCOMPARE(column(model, 2)[0], QStringLiteral("–"));
        QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(),
            QStringLiteral("No scenario has this value: Loss burst has to be 9 pkt … 1,000 pkt."));
        QCOMPARE(model.best(), std::optional<size_t>(2));
    }

    void sortsByAnyColumnAndKeepsTheSelection()
    {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.begin(plan());
        model.add({point(0, 0.3, 5000), point(2, 0.01, 80000)});
        const QPersistentModelIndex chosen(model.index(2, 0));
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(column(model, 0),
            QStringList({QStringLiteral("80 ms"), QStringLiteral("0 ms"), QStringLiteral("40 ms")}));
        QCOMPARE(chosen.row(), 0);
        model.add({point(1, 0.02, 40000)}); // takes its place at once
        QCOMPARE(column(model, 0),
            QStringList({QStringLiteral("80 ms"), QStringLiteral("40 ms"), QStringLiteral("0 ms")}));
        QCOMPARE(chosen.row(), 0);
        model.sort(waitColumn, Qt::DescendingOrder);
        QCOMPARE(column(model, 0)[0], QStringLiteral("80 ms"));
        QCOMPARE(model.placeAt(2), std::optional<size_t>(0));
        QCOMPARE(model.rowOf(0), 2);
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(column(model, 0)[0], QStringLiteral("80 ms"));
        model.sort(-1, Qt::AscendingOrder); // no column: by the value
        QCOMPARE(column(model, 0)[0], QStringLiteral("0 ms"));
    }

    void headersNameTheSettingAndDefineTheMeasures()
    {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.begin(plan());
        const auto header = [&model](int section, int role) {
            return model.headerData(section, Qt::Horizontal, role).toString();
        };
        QCOMPARE(header(0, Qt::DisplayRole), QStringLiteral("Playout delay"));
        QCOMPARE(header(1, Qt::DisplayRole), QStringLiteral("Concealed or stalled"));
        QCOMPARE(header(7, Qt::DisplayRole), labelOf(Statistic::MouthToEar));
        for (int section = 1; section < SweepModel::columns; ++section)
            QVERIFY(header(section, Qt::ToolTipRole).contains(QStringLiteral("Mean over the seeds")));
        QVERIFY(header(7, Qt::ToolTipRole).contains(definitionOf(Statistic::MouthToEar)));
    }

    void pointsOfNobodyChangeNothing()
    {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.add({point(2, 0.1)});
        QCOMPARE(model.rowCount(), 0);
        model.begin(plan({0, 40}));
        model.add({point(2, 0.1)});
        QCOMPARE(model.knownCount(), 0);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

WINDOW_TEST_MAIN(SweepModelTest)
#include "tst_sweepmodel.moc"

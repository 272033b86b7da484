#include "tests/ui/windowfixture.h"
#include "ui/comparemodel.h"
#include "ui/comparepage.h"
#include "ui/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>

using namespace ui;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

core::Scenario lossy(double rate, uint64_t seed = 1)
{
    core::Scenario scenario;
    scenario.network.loss.rate = rate;
    scenario.seed = seed;
    return scenario;
}

KeptScenarios twoKept()
{
    KeptScenarios kept;
    kept.at(Slot::A) = lossy(0.03);
    kept.at(Slot::B) = lossy(0.05);
    return kept;
}

core::Statistics statistics(uint64_t lost, int64_t concealedUs)
{
    core::Statistics result;
    result.packetsSent = 1000;
    result.packetsLost = lost;
    result.packetsPlayed = 1000 - lost;
    result.plc = core::ReceiverSpan(concealedUs);
    result.playout = core::ReceiverSpan(20000000);
    return result;
}

QString cell(const QAbstractItemModel& model, const QString& name, const QString& column)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int i = 1; i < model.columnCount(); ++i) {
            const QString header = model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
            if (model.index(row, 0).data().toString() == name && header == column)
                return model.index(row, i).data().toString();
        }
    }
    return {};
}

QStringList names(const QAbstractItemModel& model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row, 0).data().toString());
    return result;
}

} // namespace

class CompareModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }

    void oneScenarioIsNotCompared()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.setShown({}, statistics(30, 0));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.differences().isEmpty());
    }

    void differencesHaveSignAndUnit()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.setKept(twoKept());
        model.setStatistics(lossy(0.03), statistics(30, 600000));
        model.setStatistics(lossy(0.05), statistics(52, 12900000));
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("A on view")),
            QStringLiteral("30  3.0 %"));
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("B")), QStringLiteral("52  5.2 %"));
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("B − A")), QStringLiteral("+22"));
        QCOMPARE(
            cell(model, QStringLiteral("Packets played"), QStringLiteral("B − A")), QStringLiteral("−22"));
        QCOMPARE(cell(model, QStringLiteral("Concealed audio"), QStringLiteral("A on view")),
            QStringLiteral("600.0 ms  3.0 %"));
        QCOMPARE(cell(model, QStringLiteral("Concealed audio"), QStringLiteral("B")),
            QStringLiteral("12.900 s  64.5 %"));
        QCOMPARE(cell(model, QStringLiteral("Concealed audio"), QStringLiteral("B − A")),
            QStringLiteral("+12.300 s"));
        QCOMPARE(cell(model, QStringLiteral("Stalled"), QStringLiteral("B − A")), QStringLiteral("="));
    }

    void whatDiffersStandsOnTop()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.setKept(twoKept());
        model.setStatistics(lossy(0.03), statistics(30, 600000));
        model.setStatistics(lossy(0.05), statistics(52, 600000));
        QCOMPARE(names(model).mid(0, 2),
            QStringList({QStringLiteral("Lost in network"), QStringLiteral("Packets played")}));
        QCOMPARE(names(model)[2], QStringLiteral("Concealed audio"));
        model.setStatistics(lossy(0.05), statistics(30, 700000));
        QCOMPARE(names(model)[0], QStringLiteral("Concealed audio"));
        QVERIFY(names(model)[1] != QStringLiteral("Lost in network"));
    }

    void theReferenceCanBeChosen()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        KeptScenarios kept = twoKept();
        kept.at(Slot::D) = lossy(0.1);
        model.setKept(kept);
        model.setStatistics(lossy(0.03), statistics(30, 0));
        model.setStatistics(lossy(0.05), statistics(52, 0));
        model.setStatistics(lossy(0.1), statistics(101, 0));
        QCOMPARE(model.reference(), Slot::A);
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("D − A")), QStringLiteral("+71"));
        model.setReference(Slot::B);
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("A − B")), QStringLiteral("−22"));
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("D − B")), QStringLiteral("+49"));
        QCOMPARE(model.differences(),
            QStringList(
                {QStringLiteral("A: Loss rate 5 % → 3 %"), QStringLiteral("D: Loss rate 5 % → 10 %")}));
        kept.at(Slot::B).reset();
        model.setKept(kept);
        QCOMPARE(model.reference(), Slot::A);
    }

    void aCopyHasTheStatisticsOfWhatItIsACopyOf()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.setShown({}, statistics(30, 0));
        KeptScenarios kept;
        kept.at(Slot::B) = kept.shown();
        model.setKept(kept);
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("B")), QStringLiteral("30  3.0 %"));
        QCOMPARE(model.differences(), QStringList(QStringLiteral("B: the same as A")));
    }

    // Under a moving slider the numbers of the slot on view stay until the next ones are there.
    void numbersDoNotFlicker()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        KeptScenarios kept = twoKept();
        model.setKept(kept);
        model.setStatistics(lossy(0.03), statistics(30, 0));
        for (const double rate : {0.035, 0.04}) {
            kept.at(Slot::A) = lossy(rate);
            model.setKept(kept);
        }
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("A on view")),
            QStringLiteral("30  3.0 %"));
        model.setShown(lossy(0.035), statistics(35, 0)); // a step on the way
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("A on view")),
            QStringLiteral("35  3.5 %"));
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("B")), QStringLiteral("…"));
        kept.at(Slot::B) = lossy(0.06);
        model.setStatistics(lossy(0.05), statistics(50, 0));
        model.setKept(kept);
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("B")),
            QStringLiteral("…")); // not on view: never old ones
    }

    // Of a long capture the last step of a slider may not be analysed before another slot comes into view.
    void aLateStepOfASlotIsNotTakenForAnother()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        KeptScenarios kept = twoKept();
        model.setKept(kept);
        model.setStatistics(lossy(0.03), statistics(30, 0));
        model.setStatistics(lossy(0.05), statistics(50, 0));
        for (const double rate : {0.035, 0.04, 0.045}) {
            kept.at(Slot::A) = lossy(rate);
            model.setKept(kept);
        }
        model.setShown(lossy(0.035), statistics(35, 0));
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("A on view")),
            QStringLiteral("35  3.5 %"));
        kept.onView = Slot::B;
        model.setKept(kept);
        model.setShown(lossy(0.04), statistics(40, 0)); // was asked for while A was on view
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("B on view")),
            QStringLiteral("50  5.0 %"));
        // A's newest scenario was never analysed.
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("A")), QStringLiteral("…"));
        // Back on view it still is not known, until its result comes.
        kept.onView = Slot::A;
        model.setKept(kept);
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("A on view")), QStringLiteral("…"));
        model.setShown(lossy(0.045), statistics(45, 0));
        QCOMPARE(cell(model, QStringLiteral("Lost in network"), QStringLiteral("A on view")),
            QStringLiteral("45  4.5 %"));
    }

    void anotherCaptureIsUnknown()
    {
        CompareModel model;
        const QAbstractItemModelTester tester(&model, fatal);
        model.setKept(twoKept());
        model.setStatistics(lossy(0.03), statistics(30, 0));
        model.forgetStatistics();
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("A on view")), QStringLiteral("…"));
        QCOMPARE(
            cell(model, QStringLiteral("Lost in network"), QStringLiteral("B − A")), QStringLiteral("…"));
    }

    void differencesAreToldInWords()
    {
        core::Scenario to = test::busyScenario();
        to.network.loss.rate = 0.05;
        to.buffer.playoutDelay = core::receiverMilliseconds(120);
        to.buffer.lossStep = core::receiverMilliseconds(40); // of no effect with a fixed delay
        to.concealment = core::Concealment::Plc;
        to.network.jitter.keepOrder = true;
        to.seed = 7;
        QCOMPARE(differenceTexts(test::busyScenario(), to),
            QStringList({QStringLiteral("Concealment FEC, then PLC → PLC"),
                QStringLiteral("Loss rate 3 % → 5 %"), QStringLiteral("Playout delay 80 ms → 120 ms"),
                QStringLiteral("Keep order off → on"), QStringLiteral("Seed 20261122 → 7")}));
        QVERIFY(differenceTexts(to, to).isEmpty());
    }

    void thePageFollowsAndChoosesTheReference()
    {
        ComparePage page;
        page.resize(880, 150);
        page.showCapture(true);
        page.show();
        QVERIFY(page.table().viewport()->accessibleDescription().contains(QStringLiteral("Ctrl+2")));
        page.showKept(twoKept());
        page.showStatistics(lossy(0.03), statistics(30, 600000));
        page.showStatistics(lossy(0.05), statistics(52, 900000));
        auto* reference = page.findChild<QComboBox*>();
        QVERIFY(reference->isVisible());
        QCOMPARE(reference->count(), 2);
        QCoreApplication::processEvents();
        test::saveScreenshot(page, QStringLiteral("compare-page"));
        reference->setFocus();
        QTest::keyClick(reference, Qt::Key_Down);
        QCOMPARE(page.model().reference(), Slot::B);
        auto* words = page.findChild<QLabel*>(QStringLiteral("differences"));
        QCOMPARE(words->toolTip(), QStringLiteral("A: Loss rate 5 % → 3 %"));
    }
};

WINDOW_TEST_MAIN(CompareModelTest)
#include "tst_comparemodel.moc"

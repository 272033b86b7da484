#include "app/sweepreport.h"
#include "tests/app/longcapture.h"
#include "tests/app/windowstage.h"
#include "tests/support/samples.h"
#include "tests/ui/windowfixture.h"
#include "ui/resultspanel.h"
#include "ui/sweepbar.h"
#include "ui/sweepmodel.h"
#include "ui/sweeppage.h"
#include "ui/sweepplot.h"
#include "ui/tableview.h"
#include "ui/valuefield.h"

#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QToolButton>
#include <QUndoStack>
#include <algorithm>

using namespace test;

namespace {

core::Scenario fixedScenario()
{
    core::Scenario scenario = lossyScenario();
    scenario.buffer.strategy = core::Strategy::Fixed;
    return scenario;
}

} // namespace

// A setting swept in the whole window.
class TestSweepWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

    ui::ResultsPanel& results() { return *m_stage->window().findChild<ui::ResultsPanel*>(); }
    ui::SweepPage& page() { return results().sweep(); }
    const ui::SweepModel& model() { return page().model(); }
    QToolButton& button() { return *page().findChild<QToolButton*>(QStringLiteral("start")); }
    QString note() { return page().findChild<QLabel*>(QStringLiteral("note"))->toolTip(); }
    double playoutDelay() { return m_stage->window().scenario().buffer.playoutDelay.milliseconds(); }
    bool isCancelOffered()
    {
        return std::ranges::any_of(
            m_stage->window().findChildren<QToolButton*>(), [this](const QToolButton* each) {
                return each != &button() && each->isVisible() && each->text() == QStringLiteral("Cancel");
            });
    }
    bool isTold(const QString& start)
    {
        return std::ranges::any_of(m_stage->window().findChildren<QLabel*>(),
            [&start](const QLabel* label) { return label->isVisible() && label->text().startsWith(start); });
    }
    void showPage()
    {
        results().setCurrentWidget(&page());
        QVERIFY(page().isVisible());
    }
    void set(const char* field, const char* text)
    {
        for (ui::ValueEdit* edit : page().findChildren<ui::ValueEdit*>()) {
            if (edit->accessibleName() != QString::fromLatin1(field))
                continue;
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, QString::fromUtf8(text));
            QTest::keyClick(edit, Qt::Key_Return);
        }
    }
    void sweep()
    {
        QTest::mouseClick(&button(), Qt::LeftButton);
        QVERIFY(model().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!model().isRunning(), limitMs);
        QCOMPARE(model().knownCount(), model().rowCount());
    }
    void doubleClickRow(int row)
    {
        ui::TableView& table = page().table();
        table.scrollTo(model().index(row, 0));
        const QPoint place = table.visualRect(model().index(row, 0)).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, place);
    }
    // Hundreds of runs over an hour: far more than a test waits for.
    void startALongSweep()
    {
        const QString hour = m_stage->file(QStringLiteral("hour.opus"));
        QVERIFY(writeLongCapture(hour, packetsOfAnHour));
        m_stage->start({.file = hour, .scenario = fixedScenario()});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        showPage();
        set("Number of values", "101");
        set("Number of seeds", "10");
        QTest::mouseClick(&button(), Qt::LeftButton);
        QVERIFY(model().isRunning());
    }

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void aRowSetsItsValueAsOneStep()
    {
        m_stage->openSample(fixedScenario());
        showPage();
        QVERIFY(page().findChild<ui::SweepPlot*>()->isVisible());
        sweep();
        QCOMPARE(model().rowCount(), 21);
        QVERIFY(model().best());
        const int steps = m_stage->window().undoStack()->count();
        doubleClickRow(8);
        QCOMPARE(playoutDelay(), 80.0);
        doubleClickRow(9);
        QCOMPARE(playoutDelay(), 90.0);
        QCOMPARE(m_stage->window().undoStack()->count(), steps + 2); // however soon one came after the other
        QCOMPARE(m_stage->window().undoStack()->undoText(), QStringLiteral("Playout delay 80 ms → 90 ms"));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        QCOMPARE(note(), QStringLiteral("Enter or a double click sets a value"));
        m_stage->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(playoutDelay(), 80.0);
        m_stage->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_stage->window().scenario(), fixedScenario());
        for (const char* theme : {"Dark", "Light"}) {
            m_stage->trigger(QString::fromLatin1(theme));
            QCoreApplication::processEvents();
            test::saveScreenshot(
                m_stage->window(), QStringLiteral("program-sweep-") + QString::fromLatin1(theme).toLower());
        }
        m_stage->trigger(QStringLiteral("Dark"));
    }

    void aClickOnTheCurveSetsItsValue()
    {
        m_stage->openSample(fixedScenario());
        showPage();
        sweep();
        auto& plot = *page().findChild<ui::SweepPlot*>();
        const int steps = m_stage->window().undoStack()->count();
        dragMouse(plot, QPoint(20, 40), QPoint(plot.width() - 9, 40));
        QCOMPARE(playoutDelay(), 200.0);
        QCOMPARE(m_stage->window().undoStack()->count(), steps + 1);
        QCOMPARE(page().table().currentIndex().row(), 20);
    }

    // The statistics of a row, too, are those that the window shows once its value is set.
    void theNumbersAreThoseOfTheWindowAndOfTheCommandLine()
    {
        m_stage->openSample(fixedScenario());
        showPage();
        set("Number of values", "3");
        set("Number of seeds", "1");
        sweep();
        QCOMPARE(model().points()[1].value, 100.0);
        doubleClickRow(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        const core::Statistics& statistics = m_stage->session().session().analysis()->statistics;
        const auto measured = core::sweepMeasuresOf(statistics);
        for (size_t i = 0; i < core::sweepMeasures; ++i)
            QVERIFY(model().points()[1].spreads.at(i).mean == measured.at(i));

        m_stage->key(Qt::Key_Z, Qt::ControlModifier);
        const QString path = m_stage->file(QStringLiteral("s.json"));
        m_stage->trigger(QStringLiteral("Save scenario…"));
        m_stage->answerDialog(path);
        QProcess program;
        program.start(QStringLiteral(JITTERSCOPE_PROGRAM),
            {QStringLiteral("sweep"), speechSample(), QStringLiteral("--vary"),
                QStringLiteral("buffer.playout_delay_ms=0:200:3"), QStringLiteral("--seeds"),
                QStringLiteral("1"), QStringLiteral("--scenario"), path, QStringLiteral("--json")});
        QVERIFY(program.waitForFinished(limitMs));
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardOutput(),
            app::sweepJson(
                *m_stage->session().session().capture(), model().plan(), model().points(), speechSample()));
    }

    void aSettingOnTheLeftMakesTheNumbersForeign()
    {
        m_stage->openSample(fixedScenario());
        showPage();
        set("Number of values", "5");
        sweep();
        core::Scenario worse = fixedScenario();
        worse.network.loss.rate = 0.1;
        m_stage->window().applyScenario(worse, QStringLiteral("test"));
        QCOMPARE(note(), QStringLiteral("These numbers belong to other settings: Loss rate 3 % → 10 %"));
        QCOMPARE(button().text(), QStringLiteral("Start again"));
        m_stage->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(button().text(), QStringLiteral("Start"));
    }

    void itIsCancelledAndKeepsWhatIsKnown()
    {
        startALongSweep();
        QTRY_VERIFY_WITH_TIMEOUT(model().knownCount() > 0, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(isTold(QStringLiteral("Sweeping: Playout delay")), limitMs);
        test::saveScreenshot(m_stage->window(), QStringLiteral("program-sweep-running"));
        QVERIFY(isCancelOffered());
        QTest::mouseClick(&button(), Qt::LeftButton);
        QVERIFY(!model().isRunning()); // at once
        QCOMPARE(button().text(), QStringLiteral("Start"));
        const int known = model().knownCount();
        QVERIFY(known > 0 && known < 101);
        QVERIFY2(note().startsWith(QStringLiteral("Cancelled: %1 of 101").arg(known)), qPrintable(note()));
        QVERIFY(!isTold(QStringLiteral("Sweeping")));
    }

    void anotherFileEndsIt()
    {
        startALongSweep();
        m_stage->drop(QString::fromStdString(test::samplePath("music.opus")));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_stage->window().windowTitle(), QStringLiteral("music.opus – JitterScope"), limitMs);
        QVERIFY(!model().isRunning());
        QCOMPARE(model().rowCount(), 0);
        QCOMPARE(button().text(), QStringLiteral("Start"));
        set("Number of values", "3");
        set("Number of seeds", "1");
        sweep(); // of the new one
        QCOMPARE(model().rowCount(), 3);
    }

    void whatIsSetIsFoundAtTheNextStart()
    {
        m_stage->openSample(fixedScenario());
        showPage();
        set("Last value", "1 s");
        set("Number of seeds", "9");
        m_stage->start({});
        QCOMPARE(results().currentWidget(), &page());
        const core::SweepPlan plan = page().bar().plan({});
        QCOMPARE(plan.values.back(), 1000.0);
        QCOMPARE(plan.seeds, 9);
    }
};

int main(int argc, char** argv) { return runWindowTests<TestSweepWindow>(argc, argv); }
#include "tst_sweepwindow.moc"

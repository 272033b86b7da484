#include "tests/ui/windowfixture.h"
#include "ui/parametertext.h"
#include "ui/scenarioeditor.h"

#include <QSignalSpy>

using namespace ui;

namespace {

const core::Parameter& lossRate() { return *core::findParameter("network.loss.rate"); }

} // namespace

class TestScenarioEditor : public QObject {
    Q_OBJECT
private slots:
    void init() { test::failOnWarnings(); }

    void stepsSayWhatTheyChange()
    {
        ScenarioEditor editor;
        editor.setNumber(lossRate(), 0.03);
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Loss rate 0 % → 3 %"));
        editor.setChoice(choiceText("buffer.strategy"), static_cast<int>(core::Strategy::Fixed));
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Buffer strategy Realtime → Fixed delay"));
        editor.setKeepOrder(true);
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Keep order off → on"));
        editor.setSeed(7);
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Seed 1 → 7"));
        editor.apply(core::Scenario(), QStringLiteral("Preset LAN"));
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Preset LAN"));
        QCOMPARE(editor.undoStack()->count(), 5);
    }

    void undoAndRedoRestoreTheWholeScenario()
    {
        ScenarioEditor editor;
        editor.setNumber(lossRate(), 0.03);
        editor.setSeed(7);
        const core::Scenario edited = editor.scenario();
        editor.undoStack()->undo();
        editor.undoStack()->undo();
        QVERIFY(editor.scenario() == core::Scenario());
        editor.undoStack()->redo();
        editor.undoStack()->redo();
        QVERIFY(editor.scenario() == edited);
    }

    void aDragIsOneStep()
    {
        ScenarioEditor editor;
        QSignalSpy changed(&editor, &ScenarioEditor::changed);
        editor.beginGesture();
        for (int i = 1; i <= 10; ++i)
            editor.setNumber(lossRate(), i / 100.0);
        editor.endGesture();
        QCOMPARE(editor.undoStack()->count(), 1);
        QCOMPARE(changed.count(), 10);
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Loss rate 0 % → 10 %"));
        editor.setNumber(lossRate(), 0.2);
        QCOMPARE(editor.undoStack()->count(), 2);
    }

    void aDragBackToItsStartLeavesNoStep()
    {
        ScenarioEditor editor;
        editor.beginGesture();
        editor.setNumber(lossRate(), 0.1);
        editor.setNumber(lossRate(), 0);
        editor.endGesture();
        QCOMPARE(editor.undoStack()->count(), 0);
    }

    void valuesAreKeptInTheirRange()
    {
        ScenarioEditor editor;
        editor.setNumber(lossRate(), 7);
        QCOMPARE(editor.scenario().network.loss.rate, 1.0);
        editor.setNumber(*core::findParameter("network.reorder.gap"), 3.4);
        QCOMPARE(editor.scenario().network.reorder.gap, 3);
    }

    void whatIsSetCanBeSimulated()
    {
        ScenarioEditor editor;
        editor.setChoice(choiceText("network.loss.model"), static_cast<int>(core::LossModel::GilbertElliott));
        for (const double rate : {0.5, 0.8, 0.999, 0.9999, 1.0, 0.3}) {
            editor.setNumber(lossRate(), rate);
            QVERIFY2(core::validated(editor.scenario()).has_value(), qPrintable(QString::number(rate)));
        }
    }

    void settingWhatIsThereIsNoStep()
    {
        ScenarioEditor editor;
        editor.setNumber(lossRate(), 0);
        editor.setSeed(1);
        QCOMPARE(editor.undoStack()->count(), 0);
    }

    void replacingForgetsTheStepsAndTellsNobodyOutside()
    {
        ScenarioEditor editor;
        editor.setSeed(5);
        QSignalSpy changed(&editor, &ScenarioEditor::changed);
        QSignalSpy shown(&editor, &ScenarioEditor::shown);
        editor.replace(test::busyScenario());
        QCOMPARE(changed.count(), 0);
        QCOMPARE(shown.count(), 1);
        QVERIFY(!editor.undoStack()->canUndo());
    }
};

WINDOW_TEST_MAIN(TestScenarioEditor)
#include "tst_scenarioeditor.moc"

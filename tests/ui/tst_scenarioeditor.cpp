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
        editor.setSeed(8);
        editor.apply(core::Scenario(), QStringLiteral("Preset R&D"));
        QCOMPARE(
            editor.undoStack()->undoText(), QStringLiteral("Preset R&&D")); // as a menu has to be told it
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

    void aResumedDragIsTheSameStepUnlessSomethingElseWasChanged()
    {
        ScenarioEditor editor;
        const auto drag = [&editor](double value) {
            editor.beginGesture();
            editor.setNumber(lossRate(), value);
            editor.endGesture();
        };
        const auto resume = [&editor](double value) {
            editor.resumeGesture();
            editor.setNumber(lossRate(), value);
            editor.endGesture();
        };
        drag(0.1);
        drag(0.2);
        resume(0.3);
        QCOMPARE(editor.undoStack()->count(), 2);
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Loss rate 10 % → 30 %"));
        editor.setNumber(*core::findParameter("network.reorder.gap"), 3);
        resume(0.4);
        QCOMPARE(editor.undoStack()->count(), 4);
        drag(0.5);
        QCOMPARE(editor.undoStack()->count(), 5);
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

    void editsTheScenarioOnView()
    {
        ScenarioEditor editor;
        editor.setSeed(5);
        editor.keepAs(Slot::B);
        QCOMPARE(editor.kept().onView, Slot::A);
        QCOMPARE(editor.kept().at(Slot::B), editor.scenario());
        editor.setSeed(6);
        QCOMPARE(editor.kept().at(Slot::A)->seed, 6U);
        QCOMPARE(editor.kept().at(Slot::B)->seed, 5U);
        QSignalSpy changed(&editor, &ScenarioEditor::changed);
        const int steps = editor.undoStack()->count();
        editor.view(Slot::B);
        QCOMPARE(editor.scenario().seed, 5U);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(editor.undoStack()->count(), steps); // looking is no step
        editor.setSeed(7);
        QCOMPARE(editor.kept().at(Slot::A)->seed, 6U);
        QCOMPARE(editor.kept().at(Slot::B)->seed, 7U);
    }

    void anEmptySlotBeginsAsACopy()
    {
        ScenarioEditor editor;
        editor.setSeed(5);
        editor.view(Slot::C);
        QCOMPARE(editor.kept().onView, Slot::C);
        QCOMPARE(editor.scenario().seed, 5U);
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Keep as C"));
        QVERIFY(!editor.kept().at(Slot::B));
    }

    void goesToAndFroBetweenTheLastTwo()
    {
        ScenarioEditor editor;
        editor.viewOther(); // there is none
        QCOMPARE(editor.kept().onView, Slot::A);
        editor.view(Slot::B);
        editor.view(Slot::D);
        editor.viewOther();
        QCOMPARE(editor.kept().onView, Slot::B);
        editor.viewOther();
        QCOMPARE(editor.kept().onView, Slot::D);
        editor.view(Slot::A);
        editor.viewOther();
        QCOMPARE(editor.kept().onView, Slot::D);
        editor.view(Slot::A);
        editor.forgetOthers();
        editor.keepAs(Slot::C);
        editor.viewOther(); // the one before is empty now
        QCOMPARE(editor.kept().onView, Slot::C);
    }

    void keepsInTheNextEmptySlot()
    {
        ScenarioEditor editor;
        for (int i = 0; i < 5; ++i)
            editor.keepAsNext();
        QCOMPARE(editor.kept().filled().size(), size_t(4));
        QCOMPARE(editor.undoStack()->count(), 3);
        editor.forgetOthers();
        QCOMPARE(editor.kept().filled(), std::vector({Slot::A}));
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Forget the other scenarios"));
        editor.undoStack()->undo();
        QCOMPARE(editor.kept().filled().size(), size_t(4));
    }

    // A step belongs to the slot it was made in, and is seen when it is taken back.
    void undoingShowsTheSlotThatItChanges()
    {
        ScenarioEditor editor;
        editor.setSeed(5);
        editor.view(Slot::B);
        editor.setSeed(6);
        editor.view(Slot::A);
        editor.undoStack()->undo();
        QCOMPARE(editor.kept().onView, Slot::B);
        QCOMPARE(editor.scenario().seed, 5U);
        editor.undoStack()->undo(); // "Keep as B": B is empty, A is on view
        QCOMPARE(editor.kept().onView, Slot::A);
        QCOMPARE(editor.kept().filled(), std::vector({Slot::A}));
        editor.undoStack()->undo();
        QCOMPARE(editor.scenario().seed, 1U);
        for (int i = 0; i < 3; ++i)
            editor.undoStack()->redo();
        QCOMPARE(editor.kept().at(Slot::A)->seed, 5U);
        QCOMPARE(editor.kept().at(Slot::B)->seed, 6U);
        QCOMPARE(editor.kept().onView, Slot::B);
    }

    void keepingOverAScenarioCanBeUndone()
    {
        ScenarioEditor editor;
        editor.keepAs(Slot::B);
        editor.setSeed(5);
        editor.keepAs(Slot::B);
        QCOMPARE(editor.kept().at(Slot::B)->seed, 5U);
        editor.undoStack()->undo();
        QCOMPARE(editor.kept().at(Slot::B)->seed, 1U);
        QCOMPARE(editor.scenario().seed, 5U);
        editor.view(Slot::B);
        QSignalSpy changed(&editor, &ScenarioEditor::changed);
        editor.undoStack()->redo(); // changes what is on view
        QCOMPARE(editor.scenario().seed, 5U);
        QCOMPARE(changed.count(), 1);
    }

    // A drag in one slot and one in another are two steps, however quickly they follow.
    void gesturesEndWithTheView()
    {
        ScenarioEditor editor;
        editor.keepAs(Slot::B);
        editor.setNumber(lossRate(), 0.1);
        editor.view(Slot::B);
        editor.setNumber(lossRate(), 0.2);
        QCOMPARE(editor.undoStack()->count(), 3);
        QCOMPARE(editor.undoStack()->undoText(), QStringLiteral("Loss rate 0 % → 20 %"));
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

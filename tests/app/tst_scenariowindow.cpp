#include "app/presets.h"
#include "app/scenariofile.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/choicefield.h"
#include "ui/logmodel.h"
#include "ui/valuefield.h"
#include "ui/valueslider.h"

#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

using namespace test;

namespace {

core::Scenario lossy(double rate)
{
    core::Scenario scenario;
    scenario.network.loss.rate = rate;
    return scenario;
}

} // namespace

// How the whole window changes, names, takes back, saves and finds scenarios.
class TestScenarioWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

    core::Scenario scenario() { return m_stage->window().scenario(); }
    QString undoText() { return m_stage->window().undoStack()->undoText(); }
    void undo() { m_stage->key(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { m_stage->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    QWidget* field(const char* path) { return m_stage->find<QWidget>(path); }
    // Types into the field of a value.
    void enter(const char* path, const char* text)
    {
        auto* edit = field(path)->findChild<QLineEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(text));
        QTest::keyClick(edit, Qt::Key_Return);
        m_stage->window().setFocus();
    }
    QStringList presetEntries()
    {
        QStringList entries;
        for (const QAction* action : m_stage->find<QMenu>("presetMenu")->actions()) {
            if (!action->isSeparator())
                entries.append(action->text().remove(QLatin1Char('&')));
        }
        return entries;
    }
    void choosePreset(const QString& name)
    {
        for (QAction* action : m_stage->find<QMenu>("presetMenu")->actions()) {
            if (action->text() == name)
                return action->trigger();
        }
        QFAIL(qPrintable(name));
    }
    void savePreset(const QString& name)
    {
        m_stage->trigger(QStringLiteral("Save as preset…"));
        auto* edit = m_stage->find<QLineEdit>("presetName");
        QVERIFY(edit != nullptr && edit->isVisible());
        edit->setText(name);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find<QLineEdit>("presetName"), limitMs);
    }

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    // Each by the widget that a user would take: what the step is called, and that it is taken back and done
    // again as a whole.
    void everyChangeIsANamedStep_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* way, const char* name) {
            QTest::newRow(way) << QString::fromLatin1(way) << QString::fromUtf8(name);
        };
        row("number", "Loss rate 5 % → 3 %");
        row("slider", "Playout delay 60 ms → ");
        row("choice", "Loss model Random → Gilbert–Elliott");
        row("check box", "Keep order off → on");
        row("seed", "Seed 1 → 77");
        row("dice", "Seed 1 → ");
        row("reset one", "Loss rate 5 % → 0 %");
        row("reset all", "Reset all values");
        row("preset", "Preset Satellite");
        row("scenario file", "Open scenario other.json");
        row("trade-off", "Playout delay 60 ms → ");
        row("keep", "Keep as B");
    }
    void everyChangeIsANamedStep()
    {
        QFETCH(const QString, way);
        QFETCH(const QString, name);
        m_stage->openSample(lossy(0.05));
        const ui::KeptScenarios before = m_stage->window().keptScenarios();
        change(way);
        const ui::KeptScenarios after = m_stage->window().keptScenarios();
        QVERIFY(after != before);
        QCOMPARE(m_stage->window().undoStack()->count(), 1);
        QVERIFY2(undoText().startsWith(name), qPrintable(undoText()));
        undo();
        QCOMPARE(m_stage->window().keptScenarios(), before);
        QCOMPARE(m_stage->window().undoStack()->redoText(), m_stage->window().undoStack()->text(0));
        redo();
        QCOMPARE(m_stage->window().keptScenarios(), after);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        QVERIFY(m_stage->action(QStringLiteral("Undo ") + undoText()) != nullptr); // as the menu says
    }

    void ownPresetsAreSavedAndChosen()
    {
        m_stage->openSample(lossy(0.07));
        const auto builtIn = static_cast<int>(app::presets().size());
        QCOMPARE(presetEntries().size(), builtIn + 2);
        QVERIFY(!m_stage->action(QStringLiteral("My presets…"))->isEnabled());
        savePreset(QStringLiteral("Office / 3rd & 4th"));
        QCOMPARE(presetEntries().size(), builtIn + 3);
        choosePreset(QStringLiteral("Satellite"));
        QVERIFY(scenario() != lossy(0.07));
        choosePreset(QStringLiteral("Office / 3rd && 4th"));
        QCOMPARE(scenario(), lossy(0.07));
        QCOMPARE(undoText(), QStringLiteral("Preset Office / 3rd && 4th"));
        m_stage->end();
        m_stage->start({.file = {}, .scenario = std::nullopt});
        QCOMPARE(presetEntries().size(), builtIn + 3); // there again
    }

    // Another network under the same draws, unless the preset asks for its own.
    void aPresetWithoutASeedKeepsTheOneSet()
    {
        m_stage->openSample(lossy(0.07));
        core::Scenario seeded = lossy(0.07);
        seeded.seed = 7;
        m_stage->window().applyScenario(seeded, QStringLiteral("test"));
        choosePreset(QStringLiteral("Satellite"));
        core::Scenario expected = app::findPreset(QStringLiteral("satellite"))->scenario;
        QCOMPARE(expected.seed, core::Scenario().seed);
        expected.seed = 7;
        QCOMPARE(scenario(), expected);
        choosePreset(QStringLiteral("Busy Wi-Fi"));
        QCOMPARE(scenario(), app::findPreset(QStringLiteral("busy-wifi"))->scenario);
        QVERIFY(scenario().seed != 7);
    }

    void aBuiltInNameIsNotTaken()
    {
        m_stage->openSample(lossy(0.07));
        m_stage->trigger(QStringLiteral("Save as preset…"));
        auto* edit = m_stage->find<QLineEdit>("presetName");
        edit->setText(QStringLiteral("busy wi-fi"));
        QVERIFY(!m_stage->find<QPushButton>("presetSave")->isEnabled());
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->isVisible());
        edit->setText(QStringLiteral("mine"));
        QVERIFY(m_stage->find<QPushButton>("presetSave")->isEnabled());
        test::saveScreenshot(*edit->window(), QStringLiteral("save-preset"));
        QTest::keyClick(edit, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find<QLineEdit>("presetName"), limitMs);
    }

    void ownPresetsAreRenamedAndDeleted()
    {
        m_stage->openSample(lossy(0.07));
        savePreset(QStringLiteral("one"));
        savePreset(QStringLiteral("two"));
        m_stage->trigger(QStringLiteral("My presets…"));
        auto* list = m_stage->find<QListWidget>("ownPresets");
        QVERIFY(QTest::qWaitForWindowActive(list->window()));
        QCOMPARE(list->count(), 2);
        list->item(0)->setText(QStringLiteral("LAN")); // refused
        QCOMPARE(list->item(0)->text(), QStringLiteral("one"));
        list->setCurrentRow(0);
        QTest::mouseClick(m_stage->find<QPushButton>("presetRename"), Qt::LeftButton);
        auto* edit = list->viewport()->findChild<QLineEdit*>();
        QVERIFY(edit != nullptr);
        edit->setText(QStringLiteral("three"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(presetEntries().contains(QStringLiteral("three")), limitMs);
        QVERIFY(!presetEntries().contains(QStringLiteral("one")));
        test::saveScreenshot(*list->window(), QStringLiteral("own-presets"));
        list->setCurrentRow(1);
        QTest::mouseClick(m_stage->find<QPushButton>("presetRemove"), Qt::LeftButton);
        QVERIFY(presetEntries().contains(QStringLiteral("two"))); // asked for once only
        QTest::mouseClick(m_stage->find<QPushButton>("presetRemove"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!presetEntries().contains(QStringLiteral("two")), limitMs);
        QCOMPARE(list->count(), 1);
    }

    void aPresetKeepsItsNameWithAnotherSeed()
    {
        const auto preset = app::findPreset(QStringLiteral("busy-wifi"));
        QVERIFY(preset.has_value());
        core::Scenario scenario = preset->scenario;
        scenario.seed = 7;
        m_stage->openSample(scenario);
        QStringList shown;
        for (const QToolButton* button : m_stage->window().findChildren<QToolButton*>())
            shown.append(button->text());
        QVERIFY2(shown.contains(QStringLiteral("Busy Wi-Fi ▾")), qPrintable(shown.join(QLatin1Char(' '))));
    }

    void brokenPresetFilesAreTold()
    {
        m_stage->openSample(lossy(0.07));
        savePreset(QStringLiteral("mine"));
        m_stage->end();
        QFile broken(m_stage->presetFolder() + QStringLiteral("/broken.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{");
        broken.close();
        QFile other(m_stage->presetFolder() + QStringLiteral("/other.json"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("[");
        other.close();
        app::WindowRequest request;
        request.file = speechSample();
        m_stage->start(request);
        // Also when a file has been opened since.
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->session().session().capture() != nullptr, limitMs);
        auto* message = m_stage->find<QFrame>("message");
        QVERIFY(message->isVisible());
        QVERIFY(message->accessibleName().contains(QStringLiteral("broken.json")));
        QCOMPARE(m_stage->window().findChild<ui::LogModel*>()->rowCount(), 2); // a line each
        QVERIFY(presetEntries().contains(QStringLiteral("mine")));
    }

    void theCommandLineFindsOwnPresets()
    {
        m_stage->openSample(lossy(0.07));
        savePreset(QStringLiteral("My office"));
        const QString sample = speechSample();
        const auto analyze = [&](const QStringList& options) {
            QProcess program; // in the same environment, hence with the same folder for presets
            program.start(QStringLiteral(JITTERSCOPE_PROGRAM),
                QStringList{QStringLiteral("analyze"), sample, QStringLiteral("--json")} + options);
            return program.waitForFinished(limitMs) ? program.readAllStandardOutput() : QByteArray();
        };
        const QByteArray byPreset = analyze({QStringLiteral("--preset"), QStringLiteral("My office")});
        QVERIFY(byPreset.contains("packets_lost"));
        QCOMPARE(byPreset, analyze({QStringLiteral("--set"), QStringLiteral("network.loss.rate=0.07")}));
        QProcess program;
        program.start(QStringLiteral(JITTERSCOPE_PROGRAM),
            {QStringLiteral("analyze"), sample, QStringLiteral("--preset"), QStringLiteral("nothing")});
        QVERIFY(program.waitForFinished(limitMs));
        QCOMPARE(program.exitCode(), 2);
        const QByteArray told = program.readAllStandardError();
        QVERIFY(told.contains("busy-wifi") && told.contains("My office"));
    }

private:
    void change(const QString& way)
    {
        if (way == QStringLiteral("number"))
            enter("network.loss.rate", "3");
        else if (way == QStringLiteral("slider")) {
            auto* slider = field("buffer.playout_delay_ms")->findChild<ui::ValueSlider*>();
            slider->setFocus();
            for (int i = 0; i < 3; ++i)
                QTest::keyClick(slider, Qt::Key_Up);
        } else if (way == QStringLiteral("choice")) {
            auto* box = field("network.loss.model")->findChild<ui::ChoiceBox*>();
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Down);
        } else if (way == QStringLiteral("check box")) {
            m_stage->find<QCheckBox>("network.jitter.keep_order")->click();
        } else if (way == QStringLiteral("seed")) {
            auto* edit = m_stage->find<QLineEdit>("seed");
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, QStringLiteral("77"));
            QTest::keyClick(edit, Qt::Key_Return);
            m_stage->window().setFocus();
        } else if (way == QStringLiteral("dice")) {
            QTest::mouseClick(m_stage->find<QToolButton>("dice"), Qt::LeftButton);
        } else {
            changeMuch(way);
        }
    }
    void changeMuch(const QString& way)
    {
        if (way == QStringLiteral("reset one")) {
            auto* label = field("network.loss.rate")->findChild<QLabel*>();
            QTest::mouseDClick(label, Qt::LeftButton);
        } else if (way == QStringLiteral("reset all")) {
            m_stage->trigger(QStringLiteral("Reset all values"));
        } else if (way == QStringLiteral("preset")) {
            choosePreset(QStringLiteral("Satellite"));
        } else if (way == QStringLiteral("scenario file")) {
            const QString path = m_stage->file(QStringLiteral("other.json"));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(app::written(lossy(0.2)));
            file.close();
            m_stage->trigger(QStringLiteral("Open scenario…"));
            m_stage->answerDialog(path);
        } else if (way == QStringLiteral("trade-off")) {
            for (QToolButton* button : m_stage->window().findChildren<QToolButton*>()) {
                if (button->text().startsWith(QStringLiteral("Use ")))
                    return QTest::mouseClick(button, Qt::LeftButton);
            }
            QFAIL("no button");
        } else {
            m_stage->key(Qt::Key_2, Qt::ControlModifier);
        }
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestScenarioWindow>(argc, argv); }
#include "tst_scenariowindow.moc"

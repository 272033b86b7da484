#include "app/report.h"
#include "app/scenariofile.h"
#include "tests/app/windowstage.h"
#include "tests/support/samples.h"
#include "tests/ui/windowfixture.h"
#include "ui/blindpage.h"
#include "ui/comparemodel.h"
#include "ui/comparepage.h"
#include "ui/resultspanel.h"
#include "ui/tableview.h"
#include "ui/timelineview.h"

#include <QClipboard>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QProcess>
#include <QSplitter>
#include <QToolButton>
#include <QUndoStack>

using core::ReceiverTime;
using ui::Listen;
using ui::Slot;
using namespace test;

namespace {

core::Scenario lossy(double rate, int playoutDelayMs = 60)
{
    core::Scenario scenario;
    scenario.network.delay = core::receiverMilliseconds(40);
    scenario.network.jitter.spread = core::receiverMilliseconds(10);
    scenario.network.loss.rate = rate;
    scenario.buffer.playoutDelay = core::receiverMilliseconds(playoutDelayMs);
    return scenario;
}

QStringList visibleTexts(const QWidget& window)
{
    QStringList texts;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

} // namespace

// Scenarios compared and heard blind, in the whole window with its sound.
class TestCompareWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

    Slot onView() { return m_stage->window().keptScenarios().onView; }
    // A with 3 % loss and B with 10 %, B on view and analysed.
    void keepTwo()
    {
        m_stage->openSample(lossy(0.03));
        m_stage->key(Qt::Key_2, Qt::ControlModifier);
        m_stage->key(Qt::Key_2);
        QCOMPARE(onView(), Slot::B);
        m_stage->window().applyScenario(lossy(0.1, 120), QStringLiteral("test"));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
    }
    core::MediaTime mediaHeard()
    {
        const core::Timeline& timeline = m_stage->session().session().analysis()->timeline;
        return core::mediaHeardAt(timeline, m_stage->playback().position);
    }
    void toss(const std::vector<bool>& coins)
    {
        m_stage->session().blind().setCoin(
            [coins, next = size_t(0)]() mutable { return coins[next++ % coins.size()]; });
    }
    void beginBlind()
    {
        m_stage->key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(button("Hear X")->isEnabled(), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->session().player().hasGranted(), limitMs);
    }
    QToolButton* button(const char* name)
    {
        for (QToolButton* each : m_stage->window().findChildren<QToolButton*>()) {
            if (each->accessibleName() == QString::fromLatin1(name))
                return each;
        }
        return nullptr;
    }
    Listen heard()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_stage->session().player().hasGranted(), limitMs); }();
        return m_stage->playback().listen;
    }

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void keysGoToAndFroAtOnce()
    {
        keepTwo();
        const QString ofB = m_stage->statistic("Lost in network");
        m_stage->key(Qt::Key_1);
        const QString ofA = m_stage->statistic("Lost in network"); // at once, without a run
        QVERIFY(ofA != ofB);
        QCOMPARE(m_stage->window().scenario(), lossy(0.03));
        QVERIFY(m_stage->isUpToDate());
        QVERIFY(m_stage->find<QToolButton>("slotA")->isChecked());
        m_stage->key(Qt::Key_C);
        QCOMPARE(m_stage->statistic("Lost in network"), ofB);
        m_stage->key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(m_stage->statistic("Lost in network"), ofA);
        QTest::mouseClick(m_stage->find<QToolButton>("slotB"), Qt::LeftButton);
        QCOMPARE(m_stage->statistic("Lost in network"), ofB);
        QVERIFY(m_stage->find<QToolButton>("slotB")->isChecked());
    }

    void theSoundGoesOnWhileItPlays()
    {
        keepTwo();
        m_stage->key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().playhead() > ReceiverTime(500000), limitMs);
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_C}) {
            const core::MediaTime before = mediaHeard();
            m_stage->key(key);
            QTRY_VERIFY_WITH_TIMEOUT(m_stage->session().player().hasGranted(), limitMs);
            // What was entered for the old clock is still told on it, up to the delay they differ by.
            QTRY_VERIFY_WITH_TIMEOUT(mediaHeard() > before + core::mediaMilliseconds(200), limitMs);
            QVERIFY(m_stage->playback().isPlaying);
        }
    }

    void theTableTellsWhatDiffers()
    {
        keepTwo();
        auto* results = m_stage->window().findChild<ui::ResultsPanel*>();
        results->setCurrentWidget(&results->compare());
        const ui::CompareModel& model = results->compare().model();
        QVERIFY(model.rowCount() > 10);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.differences(),
            QStringList(QStringLiteral("B: Loss rate 3 % → 10 %, Playout delay 60 ms → 120 ms")));
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY(model.index(row, column).data().toString() != QStringLiteral("…"));
        }
        m_stage->key(Qt::Key_3);
        m_stage->window().applyScenario(lossy(0, 20), QStringLiteral("test"));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        for (const char* theme : {"Dark", "Light"}) {
            m_stage->trigger(QString::fromLatin1(theme));
            QCoreApplication::processEvents();
            test::saveScreenshot(
                m_stage->window(), QStringLiteral("program-compare-") + QString::fromLatin1(theme).toLower());
        }
        m_stage->trigger(QStringLiteral("Dark"));
    }

    void anotherFileIsComparedAnew()
    {
        keepTwo();
        const ui::CompareModel& model = m_stage->window().findChild<ui::ResultsPanel*>()->compare().model();
        m_stage->drop(QString::fromStdString(test::samplePath("music.opus")));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_stage->window().windowTitle(), QStringLiteral("music.opus – JitterScope"), limitMs);
        const auto isKnown = [&] {
            for (int row = 0; row < model.rowCount(); ++row) {
                for (int column = 0; column < model.columnCount(); ++column) {
                    if (model.index(row, column).data().toString() == QStringLiteral("…"))
                        return false;
                }
            }
            return true;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), limitMs); // also of A, which is not on view
    }

    void statisticsAreThoseOfTheCommandLine()
    {
        keepTwo();
        m_stage->key(Qt::Key_1);
        m_stage->key(Qt::Key_2);
        const QString path = m_stage->file(QStringLiteral("b.json"));
        m_stage->trigger(QStringLiteral("Save scenario…"));
        m_stage->answerDialog(path);
        QProcess program;
        program.start(QStringLiteral(JITTERSCOPE_PROGRAM),
            {QStringLiteral("analyze"), speechSample(), QStringLiteral("--scenario"), path,
                QStringLiteral("--json")});
        QVERIFY(program.waitForFinished(limitMs));
        QCOMPARE(program.exitCode(), 0);
        const auto& analysis = m_stage->session().session().analysis();
        QCOMPARE(program.readAllStandardOutput(), app::analysisJson(*analysis, speechSample()));
        const core::Statistics& statistics = analysis->statistics;
        QVERIFY(m_stage->statistic("Lost in network")
                    .startsWith(QLocale().toString(static_cast<qulonglong>(statistics.packetsLost))));
        QVERIFY(m_stage->statistic("Packets sent")
                    .startsWith(QLocale().toString(static_cast<qulonglong>(statistics.packetsSent))));
    }

    void undoingGoesToTheScenarioItChanges()
    {
        keepTwo();
        m_stage->key(Qt::Key_1);
        m_stage->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(onView(), Slot::B);
        QCOMPARE(m_stage->window().scenario(), lossy(0.03));
        m_stage->key(Qt::Key_Z, Qt::ControlModifier); // "Keep as B"
        QCOMPARE(onView(), Slot::A);
        QCOMPARE(m_stage->window().keptScenarios().filled().size(), size_t(1));
    }

    void scenariosAreThereAgainAtTheNextStart()
    {
        keepTwo();
        const ui::KeptScenarios kept = m_stage->window().keptScenarios();
        m_stage->end();
        m_stage->start({});
        QCOMPARE(m_stage->window().keptScenarios(), kept);
    }

    void whyABlindTestCantBeginIsTold()
    {
        m_stage->openSample();
        core::Scenario impossible;
        impossible.network.loss.rate = 2;
        auto& page = m_stage->window().blindPage();
        m_stage->key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(page.isVisible(), limitMs);
        emit page.pairChosen(ui::BlindSource{}, ui::BlindSource{QStringLiteral("B"), impossible});
        QTRY_VERIFY_WITH_TIMEOUT(!page.isVisible(), limitMs);
        QVERIFY(!m_stage->session().blind().isOn());
        QVERIFY(m_stage->find<QFrame>("message")->isVisible());
    }

    void aBlindTestHidesWhatWouldBetrayIt()
    {
        keepTwo();
        m_stage->trigger(QStringLiteral("Dark"));
        m_stage->key(Qt::Key_N);
        QList<QImage> pictures;
        QList<QStringList> texts;
        for (const bool isA : {true, false}) {
            toss({isA});
            beginBlind();
            QVERIFY(!m_stage->find<QFrame>("transport")->isVisible());
            for (const QSplitter* splitter : m_stage->window().findChildren<QSplitter*>())
                QVERIFY(!splitter->isVisible());
            QVERIFY(!m_stage->window().windowTitle().contains(QStringLiteral("speech")));
            m_stage->key(Qt::Key_X);
            QCOMPARE(m_stage->playback().isPlaying, true);
            m_stage->key(Qt::Key_2); // an answer, not scenario B
            m_stage->key(Qt::Key_Z, Qt::ControlModifier); // nothing is undone
            m_stage->key(Qt::Key_X);
            (void)heard();
            QCOMPARE(onView(), Slot::B);
            QCOMPARE(m_stage->window().scenario(), lossy(0.1, 120));
            if (isA)
                m_stage->key(Qt::Key_1); // right or wrong is told; the rest has to look the same
            m_stage->key(Qt::Key_Escape);
            QVERIFY(m_stage->find<QFrame>("transport")->isVisible());

            beginBlind();
            m_stage->key(Qt::Key_X);
            (void)heard();
            pictures.append(m_stage->window().blindPage().grab().toImage());
            texts.append(visibleTexts(m_stage->window().blindPage()));
            test::saveScreenshot(m_stage->window(), QStringLiteral("program-blind"));
            m_stage->key(Qt::Key_Escape);
        }
        QCOMPARE(texts[0], texts[1]);
        QVERIFY(pictures[0] == pictures[1]);
        QCOMPARE(m_stage->window().windowTitle(), QStringLiteral("speech.opus – JitterScope"));
    }

    void behindABlindTestAllIsAsItWas()
    {
        m_stage->openSample(lossy(0.1));
        m_stage->key(Qt::Key_Right);
        const ReceiverTime before = m_stage->window().playhead();
        beginBlind();
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().isPlaying, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().position > before, limitMs);
        m_stage->key(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->playback().isPlaying, limitMs);
        constexpr int64_t frameUs = 21; // to which sound can be set
        const auto isBack = [&](ReceiverTime time) { return std::abs((time - before).ticks()) <= frameUs; };
        QTRY_VERIFY_WITH_TIMEOUT(isBack(m_stage->playback().position), limitMs);
        QVERIFY(isBack(m_stage->window().playhead()));
    }

    void everyColumnIsWideEnough()
    {
        keepTwo();
        int number = 0;
        for (const Qt::Key key : {Qt::Key_3, Qt::Key_4}) {
            m_stage->key(key, Qt::ControlModifier);
            m_stage->key(key);
            ++number;
            m_stage->window().applyScenario(lossy(0.03 * number, 97 + 10 * number), QStringLiteral("test"));
            QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        }
        auto* results = m_stage->window().findChild<ui::ResultsPanel*>();
        results->setCurrentWidget(&results->compare());
        auto* table = results->compare().findChild<ui::TableView*>();
        const auto isWide = [table] {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                for (int row = 0; row < table->model()->rowCount(); ++row) {
                    const QModelIndex cell = table->model()->index(row, column);
                    if (table->sizeHintForIndex(cell).width() > table->columnWidth(column))
                        return false;
                }
            }
            return table->model()->columnCount() > 6;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWide(), limitMs);
        test::saveScreenshot(m_stage->window(), QStringLiteral("compare-four"));
    }

    void xIsWhatTheCoinSays()
    {
        m_stage->openSample(lossy(0.1));
        m_stage->key(Qt::Key_N);
        toss({true, false, true});
        beginBlind(); // A is the original, B is what is received
        QCOMPARE(heard(), Listen::Original);
        m_stage->key(Qt::Key_B);
        QCOMPARE(heard(), Listen::Received);
        m_stage->key(Qt::Key_X);
        QCOMPARE(heard(), Listen::Original);
        m_stage->key(Qt::Key_B);
        m_stage->key(Qt::Key_1);
        QCOMPARE(heard(), Listen::Original); // back to A
        m_stage->key(Qt::Key_X);
        QCOMPARE(heard(), Listen::Received);
        m_stage->key(Qt::Key_2);
        m_stage->key(Qt::Key_X);
        QCOMPARE(heard(), Listen::Original);
        m_stage->key(Qt::Key_2);
        auto* score = m_stage->find<QLabel>("blindScore");
        QCOMPARE(score->text(), QStringLiteral("2 of 3 right, p = 0.5000"));
        m_stage->trigger(QStringLiteral("Pause")); // what is left of the commands
        m_stage->key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(
            QStringLiteral("Blind test (ABX): 2 of 3 right, p = 0.5000\nspeech.opus, ")));
        m_stage->key(Qt::Key_Escape);
        QCOMPARE(heard(), Listen::Received);
        QVERIFY(m_stage->action(QStringLiteral("Next gap"))->isEnabled());
        QVERIFY(m_stage->window()
                    .findChild<ui::TimelineView*>()
                    ->hasFocus()); // not any button that Enter presses
        m_stage->key(Qt::Key_Tab);
        QCOMPARE(heard(), Listen::Original);
    }

    void aFileThatIsOpenedEndsTheTest()
    {
        m_stage->openSample(lossy(0.1));
        beginBlind();
        m_stage->session().session().open(QString::fromStdString(test::samplePath("music.opus")));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_stage->window().windowTitle(), QStringLiteral("music.opus – JitterScope"), limitMs);
        QVERIFY(!m_stage->session().blind().isOn());
        QVERIFY(m_stage->find<QFrame>("transport")->isVisible());
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestCompareWindow>(argc, argv); }
#include "tst_comparewindow.moc"

#include "tests/app/longcapture.h"
#include "tests/app/menus.h"
#include "tests/app/windowstage.h"
#include "tests/support/samples.h"
#include "tests/ui/windowfixture.h"
#include "ui/timelineview.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QSignalSpy>
#include <QToolButton>
#include <algorithm>

using core::ReceiverTime;
using ui::TimeRange;
using namespace test;

// The tool bar of the whole program by mouse, and the keys of what stands in it.
class TestWindowTransport : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void aFileIsOpenedThroughTheDialog_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("button") << true;
        QTest::newRow("key") << false;
    }

    void aFileIsOpenedThroughTheDialog()
    {
        QFETCH(const bool, byMouse);
        m_stage->openSample();
        if (byMouse)
            QTest::mouseClick(buttonOf("Open…"), Qt::LeftButton);
        else
            m_stage->key(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_stage->window().findChild<QFileDialog*>()->isVisible());
        test::saveScreenshot(*m_stage->window().findChild<QFileDialog*>(), QStringLiteral("open-dialog"));
        m_stage->answerDialog(QString::fromStdString(test::samplePath("music.opus")));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_stage->window().windowTitle(), QStringLiteral("music.opus – JitterScope"), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate() && m_stage->isDrawn(), limitMs);
        save("opened-by-dialog");
    }

    void theButtonPlaysAndPauses()
    {
        m_stage->openSample();
        auto* play = m_stage->find<QToolButton>("play");
        QTest::mouseClick(play, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_stage->playback().isPlaying && m_stage->playback().position > ReceiverTime(), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(play->isChecked(), limitMs);
        save("playing-by-button");
        QTest::mouseClick(play, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->playback().isPlaying && !play->isChecked(), limitMs);
    }

    void theButtonAndItsKeyStopAndRewind_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("button") << true;
        QTest::newRow("key") << false;
    }

    void theButtonAndItsKeyStopAndRewind()
    {
        QFETCH(const bool, byMouse);
        m_stage->openSample();
        m_stage->key(Qt::Key_Right, Qt::ShiftModifier); // 10 s
        playByKey();
        if (byMouse)
            QTest::mouseClick(buttonOf("Stop and rewind"), Qt::LeftButton);
        else
            m_stage->key(Qt::Key_Space, Qt::ShiftModifier);
        const ReceiverTime start = m_stage->session().session().analysis()->timeline.start();
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->playback().isPlaying, limitMs);
        // The first sound lies behind the samples that the codec needs to begin with.
        const ReceiverTime first = start + core::receiverMilliseconds(10);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_stage->playback().position <= first && m_stage->window().playhead() <= first, limitMs);
        save("stopped");
    }

    void theLoopButtonLoopsAllAndThenTheSelection()
    {
        m_stage->openSample();
        QSignalSpy loops(&m_stage->window(), &ui::MainWindow::loopRequested);
        QTest::mouseClick(buttonOf("Loop"), Qt::LeftButton);
        const core::Timeline& playout = m_stage->session().session().analysis()->timeline;
        QCOMPARE(looped(loops), std::optional(ui::LoopRange{playout.start(), playout.end()}));
        const TimeRange selection{ReceiverTime(5000000), ReceiverTime(7000000)};
        timeline().setSelection(selection);
        QCOMPARE(looped(loops), std::optional(ui::LoopRange{selection.begin, selection.end}));
        save("loop-of-the-selection");
        QTest::mouseClick(buttonOf("Loop"), Qt::LeftButton);
        QCOMPARE(looped(loops), std::optional<ui::LoopRange>());
        m_stage->key(Qt::Key_L);
        QCOMPARE(looped(loops), std::optional(ui::LoopRange{selection.begin, selection.end}));
    }

    // Whichever was chosen last.
    void theGapOrTheSelectionIsLooped()
    {
        m_stage->openSample(lossyScenario());
        const auto& gaps = m_stage->session().session().analysis()->gaps;
        QVERIFY(gaps.size() > 3);
        const TimeRange selection{
            gaps[2].start - core::receiverMilliseconds(200), gaps[2].start - core::receiverMilliseconds(100)};
        const auto around = [](const core::Gap& gap) {
            constexpr auto half = core::receiverMilliseconds(500);
            return std::optional(ui::LoopRange{gap.start - half, gap.start + gap.length + half});
        };
        QSignalSpy loops(&m_stage->window(), &ui::MainWindow::loopRequested);
        timeline().setSelection(selection);
        m_stage->key(Qt::Key_L);
        QCOMPARE(looped(loops), std::optional(ui::LoopRange{selection.begin, selection.end}));
        m_stage->key(Qt::Key_N);
        const auto next = std::ranges::find(gaps, m_stage->window().playhead(), &core::Gap::start);
        QVERIFY(next != gaps.end());
        QCOMPARE(looped(loops), around(*next));
        const TimeRange other{selection.begin, next->start};
        timeline().setSelection(other);
        QCOMPARE(looped(loops), std::optional(ui::LoopRange{other.begin, other.end}));
    }

    void theExportButtonOffersWhatIsSaved()
    {
        m_stage->openSample();
        const QString path = m_stage->file(QStringLiteral("heard.wav"));
        clickMenuButton(*buttonOf("Export ▾"), [](QMenu& menu) {
            test::saveScreenshot(menu, QStringLiteral("export-menu"));
            choose(menu, QStringLiteral("WAV…"));
        });
        m_stage->answerDialog(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 60000);
    }

    void muteSilencesAndGivesTheVolumeBack()
    {
        m_stage->openSample();
        QSignalSpy volumes(&m_stage->window(), &ui::MainWindow::volumeRequested);
        const auto asked = [&volumes] { return volumes.last()[0].value<ui::Volume>(); };
        QTest::mouseClick(buttonOf("Mute"), Qt::LeftButton);
        QCOMPARE(asked().heard(), 0.0);
        QVERIFY(buttonOf("Mute")->isChecked());
        save("muted");
        QTest::mouseClick(buttonOf("Mute"), Qt::LeftButton);
        QCOMPARE(asked().heard(), 1.0);
        QVERIFY(!buttonOf("Mute")->isChecked());
    }

    void theDeviceChosenIsPlayedOnAndRemembered()
    {
        m_stage->openSample();
        auto* box = m_stage->find<QComboBox>("device");
        QTRY_VERIFY_WITH_TIMEOUT(box->count() > 1, limitMs); // one beside the system's choice
        QSignalSpy devices(&m_stage->window(), &ui::MainWindow::deviceRequested);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), 1);
        const QString name = box->currentData().toString();
        QCOMPARE(devices.size(), 1);
        QCOMPARE(devices[0][0].toString(), name);
        playByKey();
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().latencyMs > 0, limitMs); // it runs
        QCOMPARE(m_stage->playback().device, name);
        save("device-chosen");
        m_stage->end();
        m_stage->start({});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_stage->find<QComboBox>("device")->currentData().toString(), name, limitMs);
    }

    void theLiveSwitchTurnsTheViewLive()
    {
        m_stage->openSample();
        auto* live = buttonNamed<QAbstractButton>("Live");
        QVERIFY(!timeline().isLive());
        QTest::mouseClick(live, Qt::LeftButton);
        QVERIFY(timeline().isLive());
        QVERIFY(m_stage->action(QStringLiteral("Live"))->isChecked());
        save("live-by-switch");
        m_stage->key(Qt::Key_F);
        QVERIFY(!timeline().isLive());
        QVERIFY(!live->isChecked());
    }

    void theSegmentsChooseWhatIsHeard()
    {
        m_stage->openSample();
        QTest::mouseClick(m_stage->find<QToolButton>("segmentLeft"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->playback().listen, ui::Listen::Original, limitMs);
        save("original-by-segment");
        QTest::mouseClick(m_stage->find<QToolButton>("segmentRight"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->playback().listen, ui::Listen::Received, limitMs);
    }

private:
    void playByKey()
    {
        m_stage->key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().isPlaying, limitMs);
    }

    ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }
    void save(const char* name) { test::saveScreenshot(m_stage->window(), QString::fromLatin1(name)); }

    static std::optional<ui::LoopRange> looped(const QSignalSpy& loops)
    {
        return loops.last()[0].value<std::optional<ui::LoopRange>>();
    }

    // By what it is called for screen readers, by its command, or by its words.
    template <typename Button> Button* buttonNamed(const char* name)
    {
        for (Button* button : m_stage->window().findChildren<Button*>()) {
            if (button->isVisible() && button->accessibleName() == QString::fromUtf8(name))
                return button;
        }
        return nullptr;
    }
    QToolButton* buttonOf(const char* name)
    {
        if (auto* named = buttonNamed<QToolButton>(name))
            return named;
        const QAction* action = m_stage->action(QString::fromUtf8(name));
        for (QToolButton* button : m_stage->window().findChildren<QToolButton*>()) {
            const bool isOfAction = action != nullptr && button->defaultAction() == action;
            if (button->isVisible() && (isOfAction || button->text() == QString::fromUtf8(name)))
                return button;
        }
        return nullptr;
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowTransport>(argc, argv); }
#include "tst_windowtransport.moc"

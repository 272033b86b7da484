#include "app/presets.h"
#include "app/scenariofile.h"
#include "core/capture/open.h"
#include "tests/app/windowstage.h"
#include "tests/support/samples.h"
#include "tests/ui/windowfixture.h"
#include "ui/timelineview.h"
#include "ui/valuefield.h"
#include "ui/valueslider.h"

#include <QClipboard>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>
#include <algorithm>

using core::ExportKind;
using ui::Listen;
using namespace test;

namespace {

core::Scenario lossy(double rate)
{
    core::Scenario scenario;
    scenario.network.loss.rate = rate;
    return scenario;
}

core::ReceiverTime milliseconds(int64_t count) { return core::ReceiverTime(count * 1000); }

// Drags the handle of a slider to this share of its way.
void dragTo(QSlider& slider, double share)
{
    const int y = slider.height() / 2;
    const auto x = [&](double at) { return 8 + static_cast<int>((slider.width() - 16) * at); };
    const double now = static_cast<double>(slider.sliderPosition() - slider.minimum())
        / (slider.maximum() - slider.minimum());
    test::dragMouse(slider, {x(now), y}, {x(share), y});
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void firstStartShowsTheSampleUnderABusyNetwork()
    {
        m_stage->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        QCOMPARE(m_stage->window().scenario(), app::findPreset(QStringLiteral("busy-wifi"))->scenario);
        QCOMPARE(m_stage->window().windowTitle(), QStringLiteral("speech.opus – JitterScope"));
        QVERIFY(!m_stage->window().undoStack()->canUndo());
    }

    void remembersEverythingForTheNextStart()
    {
        m_stage->openSample();
        auto* volume = m_stage->find<ui::ValueSlider>("volume");
        dragTo(*volume, 0.5);
        const double chosen = volume->value();
        QVERIFY(chosen > 0.4 && chosen < 0.6);
        m_stage->window().applyScenario(lossy(0.1), QStringLiteral("test"));
        m_stage->trigger(QStringLiteral("Light"));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        auto* timeline = m_stage->window().findChild<ui::TimelineView*>();
        timeline->setVisibleRange({milliseconds(57000), milliseconds(62150)});
        const ui::TimeRange visible = timeline->visibleRange();
        m_stage->window().restoreView(visible, milliseconds(60000));
        m_stage->end();

        m_stage->start({});
        QCOMPARE(m_stage->find<ui::ValueSlider>("volume")->value(), chosen);
        QCOMPARE(m_stage->window().scenario(), lossy(0.1));
        QVERIFY(m_stage->action(QStringLiteral("Light"))->isChecked());
        m_stage->trigger(QStringLiteral("Dark"));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        QCOMPARE(m_stage->window().windowTitle(), QStringLiteral("speech.opus – JitterScope"));
        QCOMPARE(m_stage->window().visibleRange(), visible);
        QCOMPARE(m_stage->window().playhead(), milliseconds(60000));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->playback().position, milliseconds(60000), limitMs);
    }

    void aFileThatIsGoneIsNotOpenedAgain()
    {
        const QString path = m_stage->file(QStringLiteral("copy.opus"));
        QVERIFY(QFile::copy(speechSample(), path));
        m_stage->start({.file = path, .scenario = {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        m_stage->end();
        QVERIFY(QFile::remove(path));
        m_stage->start({});
        QTest::qWait(0);
        QVERIFY(m_stage->session().session().isIdle());
        QVERIFY(m_stage->session().session().capture() == nullptr);
        QVERIFY(!m_stage->find<QFrame>("message")->isVisible());
    }

    void nothingIsOpenedAgainBehindAClearedList()
    {
        m_stage->openSample();
        emit m_stage->window().recentFilesClearRequested();
        m_stage->end();
        m_stage->start({});
        QVERIFY(m_stage->session().session().isIdle());
    }

    void keepsTheVolumeWhileItIsMuted()
    {
        m_stage->openSample();
        dragTo(*m_stage->find<ui::ValueSlider>("volume"), 0.5);
        const double chosen = m_stage->find<ui::ValueSlider>("volume")->value();
        QTest::mouseClick(muteButton(), Qt::LeftButton);
        QVERIFY(muteButton()->isChecked());
        m_stage->end();

        m_stage->start({});
        auto* volume = m_stage->find<ui::ValueSlider>("volume");
        QCOMPARE(volume->value(), chosen);
        QVERIFY(muteButton()->isChecked());
        // To move the slider is to want to hear it.
        dragTo(*volume, 0.7);
        QVERIFY(!muteButton()->isChecked());
        m_stage->end();

        m_stage->start({});
        QVERIFY(!muteButton()->isChecked());
        QVERIFY(m_stage->find<ui::ValueSlider>("volume")->value() > chosen);
    }

    void settingsOfNoMeaningDoNoHarm()
    {
        {
            QSettings settings;
            for (const char* key : {"window/geometry", "window/state", "window/layout", "scenario",
                     "recentFiles", "compare/onView", "window/language", "folder", "sound/device",
                     "open/file", "open/viewBeginUs", "open/viewEndUs", "open/playheadUs"})
                settings.setValue(QString::fromLatin1(key), QByteArray("\0\xff{[no sense", 13));
            settings.setValue(QStringLiteral("window/theme"), 77);
            settings.setValue(QStringLiteral("sound/volume"), QStringLiteral("nan"));
        }
        m_stage->openSample();
        QVERIFY(m_stage->action(QStringLiteral("Like the desktop"))->isChecked());
        QCOMPARE(m_stage->find<ui::ValueSlider>("volume")->value(), 1.0);
        m_stage->end();
        QSettings().clear();
    }

    void playsOnTheDeviceAndPauses()
    {
        m_stage->openSample();
        m_stage->key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().playhead() > core::ReceiverTime(300000), limitMs);
        QVERIFY(m_stage->playback().isPlaying);
        QVERIFY2(m_stage->playback().problem.isEmpty(), qPrintable(m_stage->playback().problem));
        QVERIFY(!m_stage->playback().device.isEmpty());
        m_stage->key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->playback().isPlaying, limitMs);
        QVERIFY(!m_stage->playback().device.isEmpty()); // of the next time
    }

    void tabSwapsWhilePlaying()
    {
        m_stage->openSample(lossy(0.05));
        m_stage->key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().isPlaying, limitMs);
        m_stage->key(Qt::Key_Tab);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->playback().listen, Listen::Original, limitMs);
        // The window asks the player now and then.
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->find<QToolButton>("segmentLeft")->isChecked(), limitMs);
        QTest::mouseClick(m_stage->find<QToolButton>("segmentRight"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->playback().listen, Listen::Received, limitMs);
        QVERIFY(m_stage->playback().isPlaying);
    }

    void aMovedSliderChangesTheStatisticsAndCanBeUndone()
    {
        m_stage->openSample();
        const QString before = m_stage->statistic("Lost in network");
        auto* field = m_stage->find<ui::ValueField>("network.loss.rate");
        dragTo(*field->findChild<ui::ValueSlider*>(), 0.6);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        const QString after = m_stage->statistic("Lost in network");
        QVERIFY(after != before);
        QCOMPARE(m_stage->window().undoStack()->count(), 1);
        QVERIFY(m_stage->window().undoStack()->undoText().contains(QStringLiteral("0 % → ")));
        m_stage->key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->statistic("Lost in network"), before, limitMs);
        m_stage->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->statistic("Lost in network"), after, limitMs);
    }

    void aChangeWhilePlayingReachesThePlayer()
    {
        m_stage->openSample();
        m_stage->key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().playhead() > core::ReceiverTime(300000), limitMs);
        const auto before = m_stage->session().session().analysis();
        m_stage->window().applyScenario(lossy(0.3), QStringLiteral("test"));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->session().session().analysis() != before, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->session().player().hasGranted(), limitMs);
        QVERIFY(m_stage->playback().isPlaying);
        // What is decoded ahead is all that is still heard of the old one, beside what the device holds. Both
        // grow together where the device ran dry.
        const uint64_t inDevice = static_cast<uint64_t>(m_stage->playback().latencyMs) * 48;
        QVERIFY(m_stage->session().player().framesReady()
            <= std::max(app::PlayerFeed::targetFrames * 2, inDevice * 3));
    }

    void aClickSeeks()
    {
        m_stage->openSample();
        auto* timeline = m_stage->window().findChild<ui::TimelineView*>();
        const QPoint place(timeline->width() / 2, timeline->height() / 2);
        QTest::mouseClick(
            timeline->childAt(place), Qt::LeftButton, {}, timeline->childAt(place)->mapFrom(timeline, place));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().position > core::ReceiverTime(20000000), limitMs);
        QVERIFY(m_stage->playback().position < core::ReceiverTime(42000000));
    }

    void loopsAGap()
    {
        m_stage->openSample(lossy(0.05));
        m_stage->key(Qt::Key_N);
        const core::ReceiverTime gap = m_stage->window().playhead();
        m_stage->key(Qt::Key_L);
        m_stage->key(Qt::Key_Space);
        // Played on to the end of the loop, and then from its beginning, which lies before the gap.
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().position > gap, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().position < gap, limitMs);
        QVERIFY(m_stage->playback().isPlaying);
    }

    void gapsGetTheirDamage()
    {
        m_stage->openSample(lossy(0.05));
        const QTableView* gaps = nullptr;
        for (const QTableView* table : m_stage->window().findChildren<QTableView*>()) {
            if (table->isVisible())
                gaps = table;
        }
        QVERIFY(gaps != nullptr);
        const auto& found = m_stage->session().session().analysis()->gaps;
        QCOMPARE(gaps->model()->rowCount(), static_cast<int>(found.size()));
        const auto measured = [&] {
            int count = 0;
            for (int row = 0; row < gaps->model()->rowCount(); ++row) {
                for (int column = 0; column < gaps->model()->columnCount(); ++column) {
                    const QString text = gaps->model()->index(row, column).data().toString();
                    count += text.endsWith(QStringLiteral(" dB")) ? 1 : 0;
                }
            }
            return count;
        };
        QTRY_COMPARE_WITH_TIMEOUT(measured(), static_cast<int>(found.size()), limitMs);
    }

    void switchesTheStrategy()
    {
        m_stage->openSample(lossy(0.05));
        QWidget* field = m_stage->find<QWidget>("buffer.strategy");
        QVERIFY(field != nullptr);
        auto* box = field->findChild<QComboBox*>();
        box->setFocus();
        const core::Strategy before = m_stage->window().scenario().buffer.strategy;
        QTest::keyClick(box, box->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        QVERIFY(m_stage->window().scenario().buffer.strategy != before);
    }

    void anUnknownDeviceIsToldAndTheClockGoesOn()
    {
        m_stage->openSample();
        m_stage->session().player().setDevice(QStringLiteral("no such device"));
        m_stage->key(Qt::Key_Space);
        auto* message = m_stage->find<QFrame>("message");
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), limitMs);
        QVERIFY(message->accessibleName().contains(QStringLiteral("no such device")));
        const core::ReceiverTime before = m_stage->window().playhead();
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().playhead() > before, limitMs);
        QVERIFY(m_stage->playback().isPlaying);
    }

    void liveFollowsThePlayhead()
    {
        m_stage->openSample();
        auto* timeline = m_stage->window().findChild<ui::TimelineView*>();
        timeline->setVisibleRange({core::ReceiverTime(30000000), core::ReceiverTime(34000000)});
        m_stage->key(Qt::Key_F);
        QVERIFY(timeline->isLive());
        m_stage->key(Qt::Key_Home);
        m_stage->key(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->playback().isPlaying, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(timeline->visibleRange().begin <= m_stage->window().playhead()
                && m_stage->window().playhead() <= timeline->visibleRange().end,
            limitMs);
        test::saveScreenshot(m_stage->window(), QStringLiteral("program-live"));
    }

private:
    QToolButton* muteButton()
    {
        const auto buttons = m_stage->window().findChildren<QToolButton*>();
        const auto found = std::ranges::find(buttons, QStringLiteral("Mute"), &QWidget::accessibleName);
        return found == buttons.end() ? nullptr : *found;
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindow>(argc, argv); }
#include "tst_window.moc"

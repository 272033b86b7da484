#include "tests/ui/shownwindow.h"
#include "ui/blindpage.h"
#include "ui/format.h"
#include "ui/gapmodel.h"
#include "ui/gapspage.h"
#include "ui/logmodel.h"
#include "ui/mainwindow.h"
#include "ui/tableview.h"
#include "ui/timelineview.h"
#include "ui/valuefield.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QUndoStack>
#include <cmath>

using namespace ui;
using test::Shown;

namespace {

QAction* actionNamed(const QWidget& window, const QString& text)
{
    for (QAction* action : window.actions()) {
        if (action->text().remove(QLatin1Char('&')) == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void init() { test::failOnWarnings(); }

    void emptyWindowSaysWhatToDo()
    {
        Shown shown;
        QSignalSpy sample(&shown.window, &MainWindow::sampleRequested);
        auto* button = shown.window.findChild<QPushButton*>(QStringLiteral("emptySample"));
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(sample.count(), 1);
        QVERIFY(!actionNamed(shown.window, QStringLiteral("Play"))->isEnabled());
        test::saveScreenshot(shown.window, QStringLiteral("empty-dark"));
    }

    void looksRightInEverySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("1440x900-dark") << QSize(1440, 900) << ThemeChoice::Dark;
        QTest::newRow("1440x900-light") << QSize(1440, 900) << ThemeChoice::Light;
        QTest::newRow("1024x640-dark") << QSize(1024, 640) << ThemeChoice::Dark;
        QTest::newRow("2560x1440-light") << QSize(2560, 1440) << ThemeChoice::Light;
    }

    void looksRightInEverySize()
    {
        QFETCH(const QSize, size);
        QFETCH(const ThemeChoice, theme);
        Shown shown(size);
        shown.window.setTheme(theme);
        shown.showSample();
        test::saveScreenshot(shown.window, QString::fromLatin1(QTest::currentDataTag()));
        // Nothing pushes the window wider than it was asked to be.
        QVERIFY(shown.window.minimumSizeHint().width() <= 1024);
        for (const QScrollArea* column : shown.window.findChildren<QScrollArea*>(QStringLiteral("column")))
            QVERIFY(column->widget()->minimumSizeHint().width() <= column->viewport()->width());
        applyTheme(ThemeChoice::Dark);
    }

    void keysMoveThePlayhead_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<qint64>("movedMs");
        QTest::newRow("1 s") << Qt::Key_Right << Qt::KeyboardModifiers() << qint64(1000);
        QTest::newRow("10 s back") << Qt::Key_Left << Qt::KeyboardModifiers(Qt::ShiftModifier)
                                   << qint64(-10000);
        QTest::newRow("100 ms") << Qt::Key_Right << Qt::KeyboardModifiers(Qt::ControlModifier) << qint64(100);
    }

    void keysMoveThePlayhead()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        QFETCH(const qint64, movedMs);
        Shown shown;
        shown.showSample();
        Playback playback;
        playback.position = core::ReceiverTime(20000000);
        shown.window.showPlayback(playback);
        QSignalSpy seeks(&shown.window, &MainWindow::seekRequested);
        QTest::keyClick(&shown.window, key, modifiers);
        QCOMPARE(seeks.count(), 1);
        QCOMPARE(shown.window.playhead(), playback.position + core::receiverMilliseconds(movedMs));
    }

    void homeAndEndGoToTheEnds()
    {
        Shown shown;
        shown.showSample();
        QTest::keyClick(&shown.window, Qt::Key_End);
        QCOMPARE(shown.window.playhead(), shown.analysis->timeline.end());
        QTest::keyClick(&shown.window, Qt::Key_Right);
        QCOMPARE(shown.window.playhead(), shown.analysis->timeline.end());
        QTest::keyClick(&shown.window, Qt::Key_Home);
        QCOMPARE(shown.window.playhead(), shown.analysis->timeline.start());
    }

    void spacePlaysAndPausesEvenFromANumberField()
    {
        Shown shown;
        shown.showSample();
        QSignalSpy plays(&shown.window, &MainWindow::playRequested);
        QWidget* edit = shown.window.findChild<ValueEdit*>();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Space);
        QCOMPARE(plays.count(), 1);
        QCOMPARE(plays.takeFirst().constFirst().toBool(), true);
        Playback playback;
        playback.isPlaying = true;
        shown.window.showPlayback(playback);
        QTest::keyClick(edit, Qt::Key_Space);
        QCOMPARE(plays.takeFirst().constFirst().toBool(), false);
    }

    void thePlayButtonIsRightAfterABlindTest()
    {
        Shown shown;
        shown.showSample();
        shown.window.showPlayback({});
        QAction* play = actionNamed(shown.window, QStringLiteral("Play"));
        QTest::keyClick(&shown.window, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(shown.window.blindPage().isVisible());
        Playback playback;
        playback.isPlaying = true;
        shown.window.showPlayback(playback);
        shown.window.blindPage().end();
        shown.window.showPlayback(playback);
        QVERIFY(play->isChecked());
        QCOMPARE(play->text(), QStringLiteral("&Pause"));
    }

    void tabSwapsOriginalAndReceivedAnywhere()
    {
        Shown shown;
        shown.showSample();
        QSignalSpy listens(&shown.window, &MainWindow::listenRequested);
        QWidget* edit = shown.window.findChild<ValueEdit*>();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Tab);
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(listens.count(), 2);
        QCOMPARE(listens[0][0].value<Listen>(), Listen::Original);
        QCOMPARE(listens[1][0].value<Listen>(), Listen::Received);
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY(!edit->hasFocus());
    }

    void gapsAreVisitedInOrderAndLooped()
    {
        Shown shown;
        shown.showSample();
        const auto& gaps = shown.analysis->gaps;
        QVERIFY(gaps.size() > 3);
        QTest::keyClick(&shown.window, Qt::Key_Home);
        const bool isAtFirst = gaps[0].start == shown.window.playhead();
        QTest::keyClick(&shown.window, Qt::Key_N);
        QTest::keyClick(&shown.window, Qt::Key_N);
        QCOMPARE(shown.window.playhead(), gaps[isAtFirst ? 2 : 1].start);
        QTest::keyClick(&shown.window, Qt::Key_P);
        const core::Gap& gap = gaps[isAtFirst ? 1 : 0];
        QCOMPARE(shown.window.playhead(), gap.start);
        QSignalSpy loops(&shown.window, &MainWindow::loopRequested);
        QTest::keyClick(&shown.window, Qt::Key_L);
        QCOMPARE(loops.count(), 1);
        const auto range = loops[0][0].value<std::optional<LoopRange>>();
        QVERIFY(range.has_value());
        QVERIFY(range->begin <= gap.start && range->end >= gap.start + gap.length);
        QTest::keyClick(&shown.window, Qt::Key_L);
        QVERIFY(!loops[1][0].value<std::optional<LoopRange>>().has_value());
    }

    void theNextGapIsThatBehindTheOneChosenInTheTable()
    {
        Shown shown;
        shown.showSample();
        const auto& gaps = shown.analysis->gaps;
        auto& table = shown.window.findChild<GapsPage*>()->table();
        table.setFocus();
        table.selectRow(4); // the playhead stays elsewhere
        QVERIFY(shown.window.playhead() < gaps[3].start);
        QTest::keyClick(&shown.window, Qt::Key_N);
        QCOMPARE(shown.window.playhead(), gaps[5].start);
        table.selectRow(3);
        QTest::keyClick(&shown.window, Qt::Key_P);
        QCOMPARE(shown.window.playhead(), gaps[2].start);
        // Where the playhead was set last, it says which one is next.
        table.selectRow(7);
        QTest::keyClick(&shown.window, Qt::Key_Home);
        QTest::keyClick(&shown.window, Qt::Key_N);
        QVERIFY(shown.window.playhead() <= gaps[1].start);
    }

    void whatIsLoopedIsLoopedAgain()
    {
        Shown shown;
        shown.showSample();
        auto& table = shown.window.findChild<GapsPage*>()->table();
        table.setFocus();
        table.selectRow(4); // the playhead stays elsewhere
        QSignalSpy loops(&shown.window, &MainWindow::loopRequested);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&shown.window, Qt::Key_L);
        QCOMPARE(loops.count(), 3);
        const auto range = [&loops](int which) { return loops[which][0].value<std::optional<LoopRange>>(); };
        QCOMPARE(range(0)->begin, shown.analysis->gaps[4].start - core::receiverMilliseconds(500));
        QVERIFY(!range(1));
        QCOMPARE(range(2), range(0));
    }

    // By satellite, half a second lies between the place that a packet was sent at and its gap.
    void theGapGoneToIsInViewWhereverItsPacketWasSent()
    {
        Shown shown;
        core::Scenario scenario = test::busyScenario();
        scenario.network.delay = core::receiverMilliseconds(600);
        shown.showSample(scenario);
        const auto& gaps = shown.analysis->gaps;
        auto* timeline = shown.window.findChild<TimelineView*>();
        auto& table = shown.window.findChild<GapsPage*>()->table();
        timeline->setVisibleRange({gaps[2].start, gaps[2].start + core::receiverMilliseconds(300)});
        const auto isInView = [&](const core::Gap& gap) {
            return shown.window.playhead() == gap.start && timeline->visibleRange().contains(gap.start)
                && timeline->visibleRange().contains(gap.start + gap.length);
        };
        Playback playback;
        playback.position = gaps[2].start;
        shown.window.showPlayback(playback);
        QTest::keyClick(&shown.window, Qt::Key_N);
        QVERIFY(isInView(gaps[3]));
        QTest::keyClick(&shown.window, Qt::Key_P);
        QVERIFY(isInView(gaps[2]));
        table.setFocus();
        table.selectRow(4);
        QTest::keyClick(&table, Qt::Key_Return);
        QVERIFY(isInView(gaps[4]));
    }

    void keysZoomAndPanWhereverTheFocusIs_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<int>("direction"); // of the zoom; 0 pans
        QTest::newRow("W") << Qt::Key_W << 1;
        QTest::newRow("S") << Qt::Key_S << -1;
        QTest::newRow("A") << Qt::Key_A << 0;
        QTest::newRow("D") << Qt::Key_D << 0;
        QTest::newRow("+") << Qt::Key_Plus << 1;
        QTest::newRow("-") << Qt::Key_Minus << -1;
    }

    void keysZoomAndPanWhereverTheFocusIs()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const int, direction);
        Shown shown;
        shown.showSample();
        auto* timeline = shown.window.findChild<TimelineView*>();
        auto& table = shown.window.findChild<GapsPage*>()->table();
        auto* box = shown.window.findChild<QWidget*>(QStringLiteral("network.jitter.model"));
        for (QWidget* focused :
            {static_cast<QWidget*>(&table), static_cast<QWidget*>(box->findChild<QComboBox*>())}) {
            const TimeRange before{core::ReceiverTime(20000000), core::ReceiverTime(30000000)};
            timeline->setVisibleRange(before);
            focused->setFocus();
            QTest::keyClick(focused, key);
            const TimeRange after = timeline->visibleRange();
            QVERIFY(after != before);
            const core::ReceiverSpan longer = after.length() - before.length();
            QCOMPARE(longer > core::ReceiverSpan() ? -1 : longer < core::ReceiverSpan() ? 1 : 0, direction);
        }
        // What is typed into a field stays there.
        auto* edit = shown.window.findChild<QLineEdit*>(QStringLiteral("seed"));
        const TimeRange before = timeline->visibleRange();
        edit->setFocus();
        QTest::keyClick(edit, key);
        QVERIFY(timeline->visibleRange() == before);
    }

    void keysSelectARange()
    {
        Shown shown;
        shown.showSample();
        QSignalSpy selections(&shown.window, &ui::MainWindow::selectionChanged);
        const auto range = [&selections] {
            return selections.last()[0].value<std::optional<ui::TimeRange>>();
        };
        const auto seconds = [](int64_t count) { return core::ReceiverTime(count * 1000000); };
        const auto goTo = [&](int64_t count) {
            ui::Playback playback;
            playback.position = seconds(count);
            shown.window.showPlayback(playback);
        };
        goTo(12);
        QTest::keyClick(&shown.window, Qt::Key_I);
        QCOMPARE(range()->begin, seconds(12));
        QCOMPARE(range()->end, shown.analysis->timeline.end());
        goTo(14);
        QTest::keyClick(&shown.window, Qt::Key_O);
        QVERIFY(range() == (ui::TimeRange{seconds(12), seconds(14)}));
        // Moved beyond the other end, which goes to that of the whole.
        goTo(10);
        QTest::keyClick(&shown.window, Qt::Key_BracketRight);
        QVERIFY(range() == (ui::TimeRange{core::ReceiverTime(), seconds(10)}));
        QTest::keyClick(&shown.window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!range());
    }

    // Another playout delay plays the same audio later: it is what stays selected and looped.
    void theSelectionStaysWithItsAudio()
    {
        Shown shown;
        shown.showSample();
        auto* timeline = shown.window.findChild<ui::TimelineView*>();
        const auto seconds = [](double count) { return core::ReceiverTime(std::llround(count * 1e6)); };
        // To the sample.
        const auto isSelected = [&](double begin, double end) {
            const ui::TimeRange range = timeline->selection().value();
            return std::abs((range.begin - seconds(begin)).ticks()) < 30
                && std::abs((range.end - seconds(end)).ticks()) < 30;
        };
        timeline->setSelection(ui::TimeRange{seconds(20), seconds(21)});
        QTest::keyClick(&shown.window, Qt::Key_L);
        QSignalSpy selections(&shown.window, &ui::MainWindow::selectionChanged);
        QSignalSpy loops(&shown.window, &ui::MainWindow::loopRequested);
        const auto play = [&](int64_t delayMs) {
            core::Scenario scenario = test::busyScenario();
            scenario.buffer.playoutDelay = core::receiverMilliseconds(delayMs);
            const auto analysis = test::analysisOf(shown.capture, scenario);
            shown.window.showAnalysis(
                analysis, std::make_shared<core::PlotLevels>(core::PlotLevels::build(*analysis)), 1);
        };
        const int64_t before = test::busyScenario().buffer.playoutDelay.ticks() / 1000;
        play(before + 220);
        QVERIFY(isSelected(20.22, 21.22));
        QCOMPARE(selections.count(), 1); // its statistics are others
        play(before + 1000);
        QVERIFY(isSelected(21, 22));
        play(before);
        QVERIFY(isSelected(20, 21));
        QCOMPARE(loops.count(), 0); // the player knows that by itself
    }

    void keysSortTheTableOnView()
    {
        Shown shown;
        shown.showSample();
        auto* table = shown.window.findChild<ui::GapsPage*>()->findChild<ui::TableView*>();
        const QHeaderView* header = table->horizontalHeader();
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ui::GapColumn::Start));
        constexpr auto both = Qt::ControlModifier | Qt::ShiftModifier;
        QTest::keyClick(&shown.window, Qt::Key_Right, both);
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ui::GapColumn::Length));
        QTest::keyClick(&shown.window, Qt::Key_R, both);
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        const auto lengthOf = [table](int row) {
            return table->model()->index(row, static_cast<int>(ui::GapColumn::Length)).data().toString();
        };
        QCOMPARE(lengthOf(0),
            ui::millisecondsText(std::ranges::max(shown.analysis->gaps, {}, &core::Gap::length).length, 0));
        QTest::keyClick(&shown.window, Qt::Key_Left, both);
        QTest::keyClick(&shown.window, Qt::Key_Left, both); // round the end
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ui::GapColumn::Packets));
    }

    void aKeyGoesFromPartToPart()
    {
        Shown shown;
        shown.showSample();
        QStringList names;
        shown.window.findChild<QWidget*>(QStringLiteral("buffer.playout_delay_ms"))
            ->findChild<QLineEdit*>()
            ->setFocus();
        for (int part = 0; part < 5; ++part) {
            QTest::keyClick(&shown.window, Qt::Key_F7);
            const QWidget* focused = shown.window.focusWidget();
            names.append(focused->accessibleName().isEmpty()
                    ? qobject_cast<const QAbstractButton*>(focused)->text()
                    : focused->accessibleName());
        }
        QCOMPARE(names,
            QStringList({QStringLiteral("Timeline"), QStringLiteral("Gaps"),
                QStringLiteral("What the statistics are of"), QStringLiteral("Open…"),
                QStringLiteral("Scenario A")}));
        shown.window.showCapture(nullptr);
        QTest::keyClick(&shown.window, Qt::Key_F7);
        QCOMPARE(qobject_cast<QAbstractButton*>(shown.window.focusWidget())->text(), QStringLiteral("Open…"));
    }

    void nothingOfTheCaptureBeforeIsLeftInAnother()
    {
        Shown shown;
        shown.showSample();
        QTest::keyClick(&shown.window, Qt::Key_N);
        QTest::keyClick(&shown.window, Qt::Key_L);
        QSignalSpy loops(&shown.window, &MainWindow::loopRequested);
        shown.window.showCapture(test::plainCapture(100)); // its analysis takes a while
        QCOMPARE(loops.count(), 1);
        QVERIFY(!loops[0][0].value<std::optional<LoopRange>>().has_value());
        QVERIFY(!actionNamed(shown.window, QStringLiteral("Loop"))->isChecked());
        actionNamed(shown.window, QStringLiteral("Copy statistics"))->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Packets sent\t–\n")));
    }

    void changesAreToldUndoneAndRedone()
    {
        Shown shown;
        QSignalSpy changes(&shown.window, &MainWindow::scenarioChanged);
        auto* field = shown.window.findChild<ValueField*>(QStringLiteral("network.loss.rate"));
        auto* edit = field->findChild<ValueEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("5"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(shown.window.scenario().network.loss.rate, 0.05);
        QCOMPARE(changes.count(), 1);
        shown.window.undoStack()->undo();
        QCOMPARE(shown.window.scenario().network.loss.rate, 0.0);
        QTest::keyClick(&shown.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shown.window.scenario().network.loss.rate, 0.05);
        QCOMPARE(changes.count(), 3);
    }

    void keySheetListsEveryKey()
    {
        Shown shown;
        QTest::keyClick(&shown.window, Qt::Key_F1);
        auto* sheet = shown.window.findChild<QDialog*>();
        QVERIFY(sheet != nullptr && sheet->isVisible());
        QCoreApplication::processEvents();
        test::saveScreenshot(*sheet, QStringLiteral("keys-dark"));
        QStringList texts;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            texts.append(label->text());
        QVERIFY(texts.contains(QStringLiteral("Swap original and received")));
        QVERIFY(texts.contains(QStringLiteral("Undo")));
        QVERIFY(texts.contains(QStringLiteral("Playback")));
        for (const QAction* action : shown.window.actions()) {
            const QString name = QString(action->text()).remove(QLatin1Char('&'));
            if (!action->shortcut().isEmpty())
                QVERIFY2(texts.contains(name), qPrintable(name));
        }
        const QSize screen = sheet->screen()->availableSize();
        QVERIFY(sheet->width() <= screen.width() && sheet->height() <= screen.height());
        auto* list = sheet->findChild<QScrollArea*>();
        QVERIFY(!list->horizontalScrollBar()->isVisible());
        QVERIFY(!list->verticalScrollBar()->isVisible() || sheet->height() > screen.height() - 80);
    }
};

WINDOW_TEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

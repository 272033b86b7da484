#include "tests/ui/shownwindow.h"
#include "ui/packetspage.h"
#include "ui/resultspanel.h"
#include "ui/tableview.h"
#include "ui/timelineview.h"
#include "ui/valuefield.h"

#include <QAbstractButton>
#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSplitter>
#include <QTimer>
#include <QToolTip>
#include <algorithm>

using namespace ui;
using test::Shown;

// The keys of number fields and borders within the whole window, and those held down.
class TestWindowFields : public QObject {
    Q_OBJECT
private slots:
    void init() { test::failOnWarnings(); }

    void aFieldIsLeftForTheTimeline_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<bool>("isEntered");
        const QString loss = QStringLiteral("network.loss.rate");
        QTest::newRow("number entered") << loss << Qt::Key_Return << true;
        QTest::newRow("number entered by the other key") << loss << Qt::Key_Enter << true;
        QTest::newRow("number taken back") << loss << Qt::Key_Escape << false;
        QTest::newRow("seed entered") << QStringLiteral("seed") << Qt::Key_Return << true;
        QTest::newRow("seed taken back") << QStringLiteral("seed") << Qt::Key_Escape << false;
    }

    void aFieldIsLeftForTheTimeline()
    {
        QFETCH(const QString, name);
        QFETCH(const Qt::Key, key);
        QFETCH(const bool, isEntered);
        Shown shown;
        shown.showSample();
        auto* named = shown.window.findChild<QWidget*>(name);
        auto* edit = qobject_cast<ValueEdit*>(named);
        if (edit == nullptr)
            edit = named->findChild<ValueEdit*>();
        const core::Scenario before = shown.window.scenario();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("77"));
        QTest::keyClick(edit, key);
        QCOMPARE(shown.window.scenario() != before, isEntered);
        QVERIFY(shown.window.findChild<TimelineView*>()->hasFocus());
    }

    void withoutACaptureAFieldIsLeftToo()
    {
        Shown shown;
        auto* edit = shown.window.findChild<ValueEdit*>(QStringLiteral("seed"));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->hasFocus());
    }

    void theFilterOfPacketsIsLeftForTheirTable()
    {
        Shown shown;
        shown.showSample();
        auto* page = shown.window.findChild<PacketsPage*>();
        shown.window.findChild<ResultsPanel*>()->setCurrentWidget(page);
        auto* filter = page->findChild<QLineEdit*>();
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("late"));
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(page->table().hasFocus());
        QCOMPARE(filter->text(), QStringLiteral("late"));
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(page->table().hasFocus());
        QVERIFY(filter->text().isEmpty());
    }

    void inAFieldUndoIsThatOfTheScenarioUnlessTextIsTyped()
    {
        Shown shown;
        auto* field = shown.window.findChild<ValueField*>(QStringLiteral("network.loss.rate"));
        auto* edit = field->findChild<ValueEdit*>();
        const auto rate = [&shown] { return shown.window.scenario().network.loss.rate; };
        const auto undo = [edit] { QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier); };
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("5"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(rate(), 0.05);
        const QString shownText = edit->text();
        edit->setFocus();
        undo();
        QCOMPARE(rate(), 0.0);
        QVERIFY(edit->hasFocus() && edit->text() != shownText);
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rate(), 0.05);
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("9"));
        for (int i = 0; i < 3 && edit->isModified(); ++i)
            undo();
        QCOMPARE(rate(), 0.05);
        QCOMPARE(edit->text(), shownText);
        undo();
        QCOMPARE(rate(), 0.0);
    }

    void onlyStepsAreRepeatedByAKeyHeldDown()
    {
        Shown shown;
        QStringList repeated;
        for (const QAction* action : shown.window.actions()) {
            if (action->autoRepeat())
                repeated.append(action->text().remove(QLatin1Char('&')));
        }
        for (const char* step : {"Forward 1 s", "Zoom in", "Next gap", "Next field", "Undo", "Redo"})
            QVERIFY2(repeated.removeOne(QString::fromLatin1(step)), step);
        for (const char* once : {"Play", "Keys", "Swap original and received", "Keep as the next one", "Loop",
                 "Blind test (ABX)…", "Open…", "Another seed"})
            QVERIFY2(!repeated.contains(QString::fromUtf8(once)), once);
    }

    void partsAreResizedByKeys_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("smallerKey"); // of the part that is named
        QTest::addColumn<int>("largerKey");
        const auto row = [](const char* name, Qt::Key smaller, Qt::Key larger) {
            QTest::newRow(name) << QString::fromLatin1(name) << int(smaller) << int(larger);
        };
        row("Height of the tables", Qt::Key_Down, Qt::Key_Up);
        row("Width of the settings", Qt::Key_Left, Qt::Key_Right);
        row("Width of the statistics", Qt::Key_Right, Qt::Key_Left);
    }

    void partsAreResizedByKeys()
    {
        QFETCH(const QString, name);
        QFETCH(const int, smallerKey);
        QFETCH(const int, largerKey);
        Shown shown;
        shown.showSample();
        const auto handles = shown.window.findChildren<QSplitterHandle*>();
        const auto found = std::ranges::find_if(
            handles, [&name](const QWidget* handle) { return handle->accessibleName() == name; });
        QVERIFY(found != handles.end());
        QSplitterHandle* handle = *found;
        QVERIFY((handle->focusPolicy() & Qt::TabFocus) != 0);
        const int part =
            handle->splitter()->indexOf(handle) + (name.endsWith(QStringLiteral("settings")) ? -1 : 0);
        const auto size = [handle, part] { return handle->splitter()->sizes().at(part); };
        handle->setFocus();
        const core::ReceiverTime playhead = shown.window.playhead();
        const int before = size();
        QTest::keyClick(handle, static_cast<Qt::Key>(largerKey));
        QCOMPARE(size(), before + 10);
        QTest::keyClick(handle, static_cast<Qt::Key>(largerKey), Qt::ControlModifier);
        QCOMPARE(size(), before + 60);
        QTest::keyClick(handle, static_cast<Qt::Key>(smallerKey));
        QCOMPARE(size(), before + 50);
        for (int i = 0; i < 30 && size() > 0; ++i)
            QTest::keyClick(handle, static_cast<Qt::Key>(smallerKey), Qt::ControlModifier);
        QCOMPARE(size(), 0);
        QTest::keyClick(handle, static_cast<Qt::Key>(largerKey));
        QVERIFY(size() > 50);
        QVERIFY(shown.window.playhead() == playhead);
    }

    // Enter takes the focus back to the lanes, and what was wrong is told all the same.
    void whatAFieldCantTakeStaysToldBehindEnter()
    {
        Shown shown;
        shown.showSample();
        auto* edit =
            shown.window.findChild<QWidget*>(QStringLiteral("network.loss.rate"))->findChild<ValueEdit*>();
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_F6}) {
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, QStringLiteral("abc"));
            QTest::keyClick(edit, key);
            QVERIFY(!edit->hasFocus());
            QTRY_COMPARE(
                QToolTip::text(), QStringLiteral("“abc” is no such value. Possible are 0 % to 100 %."));
            QVERIFY(QToolTip::isVisible());
            QToolTip::hideText();
            QTRY_VERIFY(!QToolTip::isVisible());
        }
    }

    void aValueIsTypedAsItIsShown()
    {
        Shown shown;
        shown.showSample();
        QSignalSpy plays(&shown.window, &MainWindow::playRequested);
        auto* edit = shown.window.findChild<QWidget*>(QStringLiteral("buffer.playout_delay_ms"))
                         ->findChild<ValueEdit*>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("77 ms"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(shown.window.scenario().buffer.playoutDelay, core::receiverMilliseconds(77));
        QCOMPARE(plays.count(), 0);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Space); // nothing is being typed
        QCOMPARE(plays.count(), 1);
    }

    // Space plays, wherever the focus is: Enter presses what the keys of the focus lead to.
    void enterPressesTheButtonThatHasTheFocus()
    {
        Shown shown;
        shown.showSample();
        const auto focused = [&shown] {
            const auto* button = qobject_cast<QAbstractButton*>(shown.window.focusWidget());
            if (button == nullptr)
                return QString();
            return button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        };
        const auto walkTo = [&](const QString& name) {
            for (int steps = 0; steps < 40 && focused() != name; ++steps)
                QTest::keyClick(&shown.window, Qt::Key_F6);
            QCOMPARE(focused(), name);
        };
        const auto press = [&shown](Qt::Key key) { QTest::keyClick(shown.window.focusWidget(), key); };
        for (int part = 0; part < 6 && focused() != QStringLiteral("Open…"); ++part)
            QTest::keyClick(&shown.window, Qt::Key_F7);
        press(Qt::Key_Return);
        auto* dialog = shown.window.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        delete dialog;

        walkTo(QStringLiteral("Export ▾"));
        bool hasOpened = false;
        QTimer::singleShot(0, &shown.window, [&hasOpened] {
            QWidget* menu = QApplication::activePopupWidget();
            hasOpened = qobject_cast<QMenu*>(menu) != nullptr;
            if (hasOpened)
                menu->close();
        });
        press(Qt::Key_Return);
        QVERIFY(hasOpened);

        for (const char* name : {"Live", "Mute"}) {
            walkTo(QString::fromLatin1(name));
            auto* button = qobject_cast<QAbstractButton*>(shown.window.focusWidget());
            press(Qt::Key_Enter);
            QVERIFY2(button->isChecked(), name);
            press(Qt::Key_Return);
            QVERIFY2(!button->isChecked(), name);
        }
        QSignalSpy plays(&shown.window, &MainWindow::playRequested);
        press(Qt::Key_Space);
        QCOMPARE(plays.count(), 1);
    }
};

WINDOW_TEST_MAIN(TestWindowFields)
#include "tst_windowfields.moc"

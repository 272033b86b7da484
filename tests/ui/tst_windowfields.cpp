#include "tests/ui/shownwindow.h"
#include "ui/timelineview.h"
#include "ui/valuefield.h"

using namespace ui;
using test::Shown;

// The keys of a number field within the whole window.
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
};

WINDOW_TEST_MAIN(TestWindowFields)
#include "tst_windowfields.moc"

#include "app/presets.h"
#include "core/analysis/tradeoff.h"
#include "tests/app/menus.h"
#include "tests/app/timelinehand.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/gapspage.h"
#include "ui/shortcutsheet.h"
#include "ui/tableview.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <cmath>

using core::ReceiverTime;
using ui::Slot;
using ui::TimeRange;
using namespace test;

// Keys, menus and links of the whole program that stand beside the timeline and the tool bar.
class TestWindowControls : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
        m_stage->openSample(app::findPreset(QStringLiteral("busy-wifi"))->scenario);
    }
    void cleanup() { m_stage.reset(); }

    void aKeyEntersThePlayoutDelay()
    {
        m_stage->key(Qt::Key_D, Qt::ControlModifier);
        auto* edit = m_stage->find<QWidget>("buffer.playout_delay_ms")->findChild<QLineEdit*>();
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("95"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_stage->window().scenario().buffer.playoutDelay, core::receiverMilliseconds(95));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        save("playout-delay-entered");
    }

    void aKeyDrawsAnotherSeedThatIsUndone()
    {
        const core::Scenario before = m_stage->window().scenario();
        m_stage->key(Qt::Key_R, Qt::ControlModifier);
        core::Scenario after = m_stage->window().scenario();
        QVERIFY(after.seed != before.seed);
        after.seed = before.seed;
        QCOMPARE(after, before);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
        save("another-seed");
        m_stage->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_stage->window().scenario(), before);
    }

    void scenariosAreKeptChosenAndForgotten()
    {
        m_stage->key(Qt::Key_K); // as the next one, B
        QCOMPARE(kept().filled(), (std::vector<Slot>{Slot::A, Slot::B}));
        m_stage->key(Qt::Key_4);
        QCOMPARE(kept().onView, Slot::D);
        m_stage->key(Qt::Key_1);
        QCOMPARE(kept().onView, Slot::A);
        QTest::mouseClick(m_stage->find<QToolButton>("slotD"), Qt::LeftButton);
        QCOMPARE(kept().onView, Slot::D);
        QCOMPARE(kept().filled(), (std::vector<Slot>{Slot::A, Slot::B, Slot::D}));
        save("scenario-d");
        clickMenuButton(*link("Keep this scenario"), [](QMenu& menu) {
            test::saveScreenshot(menu, QStringLiteral("keep-menu"));
            choose(menu, QStringLiteral("Forget the others"));
        });
        QCOMPARE(kept().filled().size(), size_t(1));
        save("others-forgotten");
    }

    void theQuestionMarkShowsAllKeys()
    {
        m_stage->key(Qt::Key_Question);
        auto* sheet = m_stage->window().findChild<ui::ShortcutSheet*>();
        QVERIFY(sheet != nullptr);
        QVERIFY(QTest::qWaitForWindowExposed(sheet));
        test::saveScreenshot(*sheet, QStringLiteral("keys-by-question-mark"));
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->window().findChild<ui::ShortcutSheet*>(), limitMs);
    }

    void shiftTabGoesBackToTheFieldBefore()
    {
        auto* seed = m_stage->find<QWidget>("seed");
        seed->setFocus();
        m_stage->key(Qt::Key_Tab, Qt::ControlModifier);
        QWidget* next = m_stage->window().focusWidget();
        QVERIFY(next != seed && !seed->isAncestorOf(next));
        m_stage->key(Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(m_stage->window().focusWidget(), seed);
        save("field-before");
    }

    void keysMakeTheLaneTallerAndShorter()
    {
        TimelineHand hand(timeline());
        hand.click(hand.area(TimelineHand::Buffer).center());
        const int before = hand.row(TimelineHand::Buffer).height();
        m_stage->key(Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDrawn(), limitMs);
        const int taller = hand.row(TimelineHand::Buffer).height();
        QVERIFY(taller > before);
        save("lane-taller");
        m_stage->key(Qt::Key_PageUp, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDrawn(), limitMs);
        QCOMPARE(hand.row(TimelineHand::Buffer).height(), before);
    }

    void theLanguageIsChosenForTheNextStart()
    {
        QMenu* languages = openMenu(m_stage->window(), {QStringLiteral("View"), QStringLiteral("Language")});
        QVERIFY(languages != nullptr);
        test::saveScreenshot(*languages, QStringLiteral("language-menu"));
        choose(*languages, QStringLiteral("Deutsch"));
        QVERIFY(m_stage->action(QStringLiteral("Deutsch"))->isChecked());
        save("language-chosen");
        m_stage->end();
        m_stage->start({});
        QVERIFY(m_stage->action(QStringLiteral("Deutsch"))->isChecked());
    }

    void theListOfFilesIsCleared()
    {
        const QStringList path{QStringLiteral("File"), QStringLiteral("Open recent")};
        QMenu* recent = openMenu(m_stage->window(), path);
        QVERIFY(recent != nullptr);
        QCOMPARE(recent->actions().first()->text(), speechSample());
        test::saveScreenshot(*recent, QStringLiteral("recent-menu"));
        choose(*recent, QStringLiteral("Clear the list"));
        QVERIFY(recent->isEmpty() && !recent->isEnabled());
        m_stage->end();
        m_stage->start({});
        QVERIFY(openMenu(m_stage->window(), path) == nullptr);
        save("recent-files-cleared");
    }

    void theMenuOfTheTimelineZoomsToTheSelection()
    {
        const TimeRange selection{ReceiverTime(20000000), ReceiverTime(23000000)};
        timeline().setSelection(selection);
        TimelineHand hand(timeline());
        const QPoint place = hand.area(TimelineHand::Output).center();
        QTimer::singleShot(0, &m_stage->window(), [] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu != nullptr);
            test::saveScreenshot(*menu, QStringLiteral("timeline-menu"));
            choose(*menu, QStringLiteral("Zoom to selection"));
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, hand.plot().mapToGlobal(place));
        QApplication::sendEvent(&hand.plot(), &event);
        QVERIFY(timeline().visibleRange() == selection);
        save("zoomed-to-selection");
    }

    void theDelayForTheLateLossAllowedIsUsed()
    {
        QVERIFY(link("Use the suggested playout delay") != nullptr);
        clickMenuButton(*link("Late loss that is allowed"), [](QMenu& menu) {
            test::saveScreenshot(menu, QStringLiteral("late-at-most-menu"));
            choose(menu, QStringLiteral("at most 5 % late"));
        });
        const auto tradeOff = core::TradeOff::build(*m_stage->session().session().analysis());
        const auto delay = std::llround(std::ceil(tradeOff.smallestDelay(0.05).milliseconds()));
        QCOMPARE(link("Use the suggested playout delay")->text(), QStringLiteral("Use %1 ms").arg(delay));
        save("late-at-most");
        QTest::mouseClick(link("Use the suggested playout delay"), Qt::LeftButton);
        QCOMPARE(m_stage->window().scenario().buffer.playoutDelay, core::receiverMilliseconds(delay));
    }

    void aClickOnAHeaderSortsAndAnotherReverses()
    {
        auto& table = m_stage->window().findChild<ui::GapsPage*>()->table();
        const auto lengths = [&] {
            const auto& page = *m_stage->window().findChild<ui::GapsPage*>();
            const auto& gaps = m_stage->session().session().analysis()->gaps;
            std::vector<core::ReceiverSpan> found;
            for (int row = 0; row < page.model().rowCount(); ++row)
                found.push_back(gaps[*page.model().gapAt(row)].length);
            return found;
        };
        clickHeader(table, static_cast<int>(ui::GapColumn::Length));
        QVERIFY(lengths().size() > 10);
        QVERIFY(std::ranges::is_sorted(lengths()) || std::ranges::is_sorted(lengths(), std::greater()));
        const bool wasAscending = std::ranges::is_sorted(lengths());
        save("sorted-by-header");
        clickHeader(table, static_cast<int>(ui::GapColumn::Length));
        QCOMPARE(std::ranges::is_sorted(lengths()), !wasAscending);
        QCOMPARE(std::ranges::is_sorted(lengths(), std::greater()), wasAscending);
    }

private:
    ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }
    const ui::KeptScenarios& kept() { return m_stage->window().keptScenarios(); }
    void save(const char* name) { test::saveScreenshot(m_stage->window(), QString::fromLatin1(name)); }

    QToolButton* link(const char* name)
    {
        for (QToolButton* button : m_stage->window().findChildren<QToolButton*>()) {
            if (button->isVisible() && button->accessibleName() == QString::fromLatin1(name))
                return button;
        }
        return nullptr;
    }

    static void clickHeader(const ui::TableView& table, int column)
    {
        const QHeaderView& header = *table.horizontalHeader();
        const int x = header.sectionViewportPosition(column) + header.sectionSize(column) / 2;
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(x, header.height() / 2));
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowControls>(argc, argv); }
#include "tst_windowcontrols.moc"

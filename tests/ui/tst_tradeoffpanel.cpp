#include "tests/ui/windowfixture.h"
#include "ui/delayplot.h"
#include "ui/format.h"
#include "ui/scenarioeditor.h"
#include "ui/theme.h"
#include "ui/tradeoffpanel.h"
#include "ui/tradeoffplot.h"

#include <QAccessible>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <cmath>

using namespace ui;

// Delay distribution and trade-off.
class TestTradeOffPanel : public QObject {
    Q_OBJECT
private slots:
    void init() { test::failOnWarnings(); }

    void theDelayDistributionHasItsCumulativeLine()
    {
        // All but the packets before half of the capture have a delay of 0, the others 100 ms: the line runs
        // at half of the height between them, where no bar is.
        const auto capture = test::plainCapture(200);
        core::Arrivals arrivals = *test::analysisOf(capture, {})->arrivals;
        for (uint32_t i = 100; i < 200; ++i)
            arrivals.list[i].time = arrivals.list[i].time + core::receiverMilliseconds(100);
        DelayPlot plot;
        plot.show(std::make_shared<core::TradeOff>(core::TradeOff::build(*capture, arrivals, 0)));
        plot.setPlayoutDelay(core::receiverMilliseconds(200), true);
        plot.resize(300, 120);
        plot.QWidget::show();
        const QImage picture = plot.grab().toImage();
        const QColor background = picture.pixelColor(2, 2);
        const auto isDrawn = [&](double x, double y) {
            bool isOther = false;
            for (const int dy : {-1, 0, 1})
                isOther = isOther
                    || picture.pixelColor(static_cast<int>(x * 300), static_cast<int>(y) + dy) != background;
            return isOther;
        };
        const double middle = 4.5 + (120 - 23) / 2.0;
        QVERIFY(isDrawn(0.2, middle));
        QVERIFY(!isDrawn(0.2, middle + 12));
        QVERIFY(!isDrawn(0.2, middle - 12));
    }

    // All packets come at exactly the deadline, which is in time.
    void aDelayAtTheDeadlineIsNotLate()
    {
        const auto countOf = [](const QImage& picture, const QColor& colour) {
            int count = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    count += picture.pixelColor(x, y) == colour;
            }
            return count;
        };
        const auto analysis = test::analysisOf(test::plainCapture(200), {});
        QVERIFY(analysis);
        DelayPlot plot;
        plot.show(std::make_shared<core::TradeOff>(core::TradeOff::build(*analysis)));
        plot.setPlayoutDelay({}, true);
        plot.resize(300, 120);
        plot.QWidget::show();
        const QImage picture = plot.grab().toImage();
        QVERIFY(countOf(picture, colours().played) > 200);
        QCOMPARE(countOf(picture, colours().late), 0);
        // Nor is the usual playout delay out of sight.
        plot.setPlayoutDelay(core::receiverMilliseconds(60), true);
        QVERIFY(countOf(plot.grab().toImage(), colours().deadline) > 80);
    }

    void anyLateLossCanBeChosen()
    {
        const auto analysis = test::analysisOf(test::plainCapture(3000), test::busyScenario());
        const auto tradeOff = std::make_shared<core::TradeOff>(core::TradeOff::build(*analysis));
        ScenarioEditor editor;
        TradeOffPanel panel(editor);
        panel.show(tradeOff);
        QToolButton* choice = nullptr;
        QToolButton* use = nullptr;
        for (auto* button : panel.findChildren<QToolButton*>()) {
            if (button->menu() != nullptr)
                choice = button;
            else if (button->text().startsWith(QStringLiteral("Use")))
                use = button;
        }
        QVERIFY(choice != nullptr && use != nullptr);
        choice->menu()->popup({});
        auto* field = choice->menu()->findChild<QDoubleSpinBox*>(QStringLiteral("chosenLoss"));
        QVERIFY(field != nullptr);
        QCOMPARE(field->value(), 1.0);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("0.37"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!choice->menu()->isVisible());
        QCOMPARE(panel.chosenLoss(), 0.0037);
        QVERIFY2(choice->text().startsWith(QStringLiteral("0.37")), qPrintable(choice->text()));
        use->click();
        const double delay = editor.scenario().buffer.playoutDelay.milliseconds();
        QCOMPARE(delay, std::ceil(tradeOff->smallestDelay(0.0037).milliseconds()));
        QVERIFY(delay < tradeOff->smallestDelay(0.001).milliseconds());
        QVERIFY(delay > tradeOff->smallestDelay(0.01).milliseconds());
    }

    // The cursor starts at the playout delay; Enter sets it to where the cursor is.
    void keysSetTheDelayOnTheTradeOff()
    {
        const auto analysis = test::analysisOf(test::plainCapture(3000), test::busyScenario());
        QVERIFY(analysis);
        ScenarioEditor editor;
        editor.replace(analysis->scenario);
        TradeOffPanel panel(editor);
        panel.show(std::make_shared<core::TradeOff>(core::TradeOff::build(*analysis)));
        static_cast<QWidget&>(panel).show();
        auto* plot = panel.findChild<TradeOffPlot*>();
        plot->setFocus();
        const double before = editor.scenario().buffer.playoutDelay.milliseconds();
        QCOMPARE(plot->cursor(), before);
        QTest::keyClick(plot, Qt::Key_Right);
        QTest::keyClick(plot, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(plot->cursor(), before - 9);
        QCOMPARE(editor.undoStack()->count(), 0);
        QTest::keyClick(plot, Qt::Key_Return);
        QCOMPARE(editor.scenario().buffer.playoutDelay.milliseconds(), before - 9);
        QCOMPARE(editor.undoStack()->count(), 1);
        QTest::keyClick(plot, Qt::Key_End);
        QCOMPARE(plot->cursor(), plot->maximum());
        QTest::keyClick(plot, Qt::Key_Home);
        QTest::keyClick(plot, Qt::Key_Enter);
        QCOMPARE(editor.scenario().buffer.playoutDelay, core::ReceiverSpan());
        editor.undoStack()->undo();
        QCOMPARE(plot->cursor(), before); // it goes where the delay goes; one field's steps are one
    }

    void assistiveTechnologyReadsAndSetsTheTradeOff()
    {
        const auto analysis = test::analysisOf(test::plainCapture(3000), test::busyScenario());
        QVERIFY(analysis);
        ScenarioEditor editor;
        editor.replace(analysis->scenario);
        TradeOffPanel panel(editor);
        const auto tradeOff = std::make_shared<core::TradeOff>(core::TradeOff::build(*analysis));
        panel.show(tradeOff);
        QAccessibleInterface* plot = QAccessible::queryAccessibleInterface(panel.findChild<TradeOffPlot*>());
        QVERIFY(plot != nullptr && plot->valueInterface() != nullptr);
        QCOMPARE(plot->role(), QAccessible::Slider);
        QCOMPARE(plot->text(QAccessible::Name), QStringLiteral("Trade-off"));
        QCOMPARE(plot->valueInterface()->currentValue().toDouble(),
            editor.scenario().buffer.playoutDelay.milliseconds());
        plot->valueInterface()->setCurrentValue(50);
        QCOMPARE(editor.scenario().buffer.playoutDelay, core::receiverMilliseconds(50));
        QCOMPARE(plot->text(QAccessible::Value),
            QStringLiteral("50 ms: %1 late")
                .arg(shareText(tradeOff->lateShare(core::receiverMilliseconds(50)), 2)));
        QVERIFY(plot->valueInterface()->maximumValue().toDouble() >= 50);
    }

    void anEmptyTradeOffSetsNothing()
    {
        ScenarioEditor editor;
        const core::Scenario before = editor.scenario();
        TradeOffPanel panel(editor);
        panel.resize(260, 320);
        static_cast<QWidget&>(panel).show();
        auto* plot = panel.findChild<TradeOffPlot*>();
        test::dragMouse(*plot, QPoint(plot->width() / 2, 40), QPoint(plot->width() * 3 / 4, 40));
        QAccessible::queryAccessibleInterface(plot)->valueInterface()->setCurrentValue(50);
        QVERIFY(editor.scenario() == before);
        QCOMPARE(editor.undoStack()->count(), 0);
    }

    void aClickOnTheTradeOffSetsTheDelay()
    {
        const auto analysis = test::analysisOf(test::plainCapture(3000), test::busyScenario());
        QVERIFY(analysis);
        ScenarioEditor editor;
        editor.replace(analysis->scenario);
        TradeOffPanel panel(editor);
        panel.resize(260, 320);
        panel.show(std::make_shared<core::TradeOff>(core::TradeOff::build(*analysis)));
        static_cast<QWidget&>(panel).show();
        auto* plot = panel.findChild<TradeOffPlot*>();
        const core::ReceiverSpan before = editor.scenario().buffer.playoutDelay;
        QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(plot->width() * 3 / 4, 40));
        QVERIFY(editor.scenario().buffer.playoutDelay != before);
        QCOMPARE(editor.undoStack()->count(), 1);
        const auto links = panel.findChildren<QToolButton*>();
        const auto use = std::ranges::find_if(
            links, [](const QToolButton* b) { return b->text().startsWith(QStringLiteral("Use ")); });
        QVERIFY(use != links.end());
        (*use)->click();
        const auto tradeOff = core::TradeOff::build(*analysis);
        QVERIFY(tradeOff.lateShare(editor.scenario().buffer.playoutDelay) <= 0.01);
        QVERIFY(
            tradeOff.lateShare(editor.scenario().buffer.playoutDelay - core::receiverMilliseconds(1)) > 0.01);
    }
};

WINDOW_TEST_MAIN(TestTradeOffPanel)
#include "tst_tradeoffpanel.moc"

#include "tests/ui/windowfixture.h"
#include "ui/bufferpanel.h"
#include "ui/column.h"
#include "ui/delayplot.h"
#include "ui/format.h"
#include "ui/networkpanel.h"
#include "ui/scenarioeditor.h"
#include "ui/statisticspanel.h"
#include "ui/theme.h"
#include "ui/tradeoffpanel.h"
#include "ui/tradeoffplot.h"
#include "ui/valuefield.h"
#include "ui/valueslider.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace ui;

namespace {

// All panels of the left column on one editor, every field enabled.
struct Panels {
    Panels()
    {
        core::Scenario scenario;
        scenario.network.loss.model = core::LossModel::GilbertElliott;
        scenario.network.reorder.rate = 0.1;
        editor.replace(scenario);
        auto* layout = new QVBoxLayout(&window);
        for (QWidget* panel :
            {static_cast<QWidget*>(new NetworkPanel(editor)), static_cast<QWidget*>(new BufferPanel(editor)),
                static_cast<QWidget*>(new ConcealmentPanel(editor))})
            layout->addWidget(panel);
        window.show();
    }

    ValueField* field(std::string_view path)
    {
        return window.findChild<ValueField*>(
            QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
    }

    ScenarioEditor editor;
    QWidget window;
};

void enter(QLineEdit& edit, const QString& text)
{
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
    QTest::keyClick(&edit, Qt::Key_Return);
}

} // namespace

class TestPanels : public QObject {
    Q_OBJECT
private slots:
    void init() { test::failOnWarnings(); }

    void everyNumberHasAField_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const core::Parameter& parameter : core::parameters()) {
            const QByteArray path(parameter.path.data(), static_cast<qsizetype>(parameter.path.size()));
            QTest::newRow(path.constData()) << path;
        }
    }

    void everyNumberHasAField()
    {
        QFETCH(const QByteArray, path);
        Panels panels;
        ValueField* field = panels.field(path.constData());
        QVERIFY(field != nullptr);
        const core::Scenario before = panels.editor.scenario();
        core::Scenario expected = before;
        const Unit unit = parameterText(path.constData()).unit;
        const double target = unit == Unit::Share ? 0.25 : std::floor(field->parameter().maximum / 4);
        field->parameter().set(expected, target);
        enter(*field->findChild<ValueEdit*>(), valueText(unit, target));
        // Exactly this value and nothing else, within what the text shows.
        core::Scenario changed = panels.editor.scenario();
        QVERIFY(std::abs(field->parameter().get(changed) - target) < 0.01);
        field->parameter().set(changed, target);
        QVERIFY(changed == expected);
        panels.editor.undoStack()->undo();
        QVERIFY(panels.editor.scenario() == before);
    }

    // The longest there are by slider, and one that somebody types.
    void everyValueIsSeenWithItsUnit()
    {
        Panels panels;
        for (ValueField* field : panels.window.findChildren<ValueField*>()) {
            auto* edit = field->findChild<ValueEdit*>();
            const Unit unit = parameterText(field->parameter().path).unit;
            const int room = edit->width() - 2 * (1 + 6 + 2); // border, padding, margin
            const int plain = edit->font().stretch();
            for (const double value : {field->parameter().minimum, field->parameter().maximum,
                     std::min(1234.5, field->parameter().maximum)}) {
                core::Scenario scenario = panels.editor.scenario();
                field->parameter().set(scenario, value);
                panels.editor.replace(scenario);
                QCOMPARE(edit->text(), valueText(unit, field->parameter().get(scenario)));
                const int needed = edit->fontMetrics().horizontalAdvance(edit->text());
                QVERIFY2(needed <= room,
                    qPrintable(QStringLiteral("%1 of %2: %3").arg(needed).arg(room).arg(edit->text())));
            }
            core::Scenario scenario = panels.editor.scenario();
            field->parameter().set(scenario, field->parameter().get(core::Scenario()));
            panels.editor.replace(scenario);
            QVERIFY(edit->font().stretch() == plain || edit->font().stretch() == QFont::Unstretched);
        }
    }

    void sliderAndKeysMoveTheValue()
    {
        Panels panels;
        ValueField* field = panels.field("network.delay_ms");
        auto* slider = field->findChild<ValueSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(panels.editor.scenario().network.delay, core::ReceiverSpan(500));
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(panels.editor.scenario().network.delay, core::receiverMilliseconds(10000));
        QTest::keyClick(slider, Qt::Key_Backspace);
        QCOMPARE(panels.editor.scenario().network.delay, core::ReceiverSpan());
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
        QVERIFY(panels.editor.scenario().network.delay > core::receiverMilliseconds(100));
        QVERIFY(field->findChild<ValueEdit*>()->text().endsWith(QStringLiteral("ms")));
    }

    void draggingTheSliderIsOneStep()
    {
        Panels panels;
        auto* slider = panels.field("buffer.playout_delay_ms")->findChild<ValueSlider*>();
        const QPoint start(slider->width() / 2, slider->height() / 2);
        test::dragMouse(*slider, start, start + QPoint(16, 0));
        QCOMPARE(panels.editor.undoStack()->count(), 1);
    }

    void doubleClickResets()
    {
        Panels panels;
        ValueField* field = panels.field("buffer.playout_delay_ms");
        enter(*field->findChild<ValueEdit*>(), QStringLiteral("200"));
        QVERIFY(field->findChild<ResetLabel*>()->font().bold());
        QTest::mouseDClick(field->findChild<ResetLabel*>(), Qt::LeftButton);
        QCOMPARE(panels.editor.scenario().buffer.playoutDelay, core::receiverMilliseconds(60));
        QVERIFY(!field->findChild<ResetLabel*>()->font().bold());
        enter(*field->findChild<ValueEdit*>(), QStringLiteral("200"));
        QTest::mouseDClick(field->findChild<ValueSlider*>(), Qt::LeftButton);
        QCOMPARE(panels.editor.scenario().buffer.playoutDelay, core::receiverMilliseconds(60));
    }

    // The first click moves the slider; nobody wants to get back to there.
    void doubleClickIsOneStep()
    {
        Panels panels;
        ValueField* field = panels.field("buffer.playout_delay_ms");
        enter(*field->findChild<ValueEdit*>(), QStringLiteral("200"));
        auto* slider = field->findChild<ValueSlider*>();
        const QPoint place(slider->width() / 5, slider->height() / 2);
        QTest::mouseClick(slider, Qt::LeftButton, {}, place);
        QVERIFY(panels.editor.scenario().buffer.playoutDelay < core::receiverMilliseconds(200));
        QTest::mouseDClick(slider, Qt::LeftButton, {}, place); // sends no click before
        QTest::mouseRelease(slider, Qt::LeftButton, {}, place);
        QCOMPARE(panels.editor.scenario().buffer.playoutDelay, core::receiverMilliseconds(60));
        panels.editor.undoStack()->undo();
        QCOMPARE(panels.editor.scenario().buffer.playoutDelay, core::receiverMilliseconds(200));
    }

    void unreadableTextIsTakenBackAndTold()
    {
        Panels panels;
        auto* edit = panels.field("network.loss.rate")->findChild<ValueEdit*>();
        const core::Scenario before = panels.editor.scenario();
        QVERIFY(QTest::qWaitForWindowActive(edit->window())); // which takes tooltips away
        enter(*edit, QStringLiteral("many"));
        QVERIFY(panels.editor.scenario() == before);
        QCOMPARE(edit->text(), QStringLiteral("0 %"));
        QTRY_COMPARE(QToolTip::text(), QStringLiteral("“many” is no such value. Possible are 0 % to 100 %."));
    }

    void aValueOutOfRangeIsLimitedAndTold()
    {
        Panels panels;
        QVERIFY(QTest::qWaitForWindowActive(panels.field("network.loss.rate")->window()));
        enter(*panels.field("network.loss.rate")->findChild<ValueEdit*>(), QStringLiteral("120 %"));
        QCOMPARE(panels.editor.scenario().network.loss.rate, 1.0);
        QTRY_COMPARE(QToolTip::text(), QStringLiteral("120 % is out of range. Possible are 0 % to 100 %."));
        enter(*panels.field("network.loss.rate")->findChild<ValueEdit*>(), QStringLiteral("20 %"));
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void everyChoiceSetsItsEnum_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char* path :
            {"network.jitter.model", "network.loss.model", "buffer.strategy", "concealment.mode"})
            QTest::newRow(path) << QByteArray(path);
    }

    void everyChoiceSetsItsEnum()
    {
        QFETCH(const QByteArray, path);
        Panels panels;
        const ChoiceText& choice = choiceText(path.constData());
        auto* box = panels.window.findChild<QWidget*>(QString::fromLatin1(path))->findChild<QComboBox*>();
        QCOMPARE(box->count(), static_cast<int>(choice.options.size()));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int option = 0; option < box->count(); ++option) {
            QCOMPARE(choice.optionOf(panels.editor.scenario()), option);
            QTest::keyClick(box, Qt::Key_Down);
        }
    }

    void orderAndSeedAreSet()
    {
        Panels panels;
        panels.window.findChild<QCheckBox*>(QStringLiteral("network.jitter.keep_order"))->click();
        QVERIFY(panels.editor.scenario().network.jitter.keepOrder);
        // Not only its colour tells that it is checked, and its label that it is not the default.
        auto* order = panels.window.findChild<QCheckBox*>(QStringLiteral("network.jitter.keep_order"));
        const auto pixelsOf = [order](const QColor& colour) {
            const QImage image = order->grab(QRect(0, 0, 16, order->height())).toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == colour;
            }
            return count;
        };
        QVERIFY(pixelsOf(colours().accentText) > 3);
        ResetLabel* label = nullptr;
        for (auto* each : panels.window.findChildren<ResetLabel*>())
            label = each->buddy() == order ? each : label;
        QVERIFY(label != nullptr && label->font().bold());
        QTest::mouseDClick(label, Qt::LeftButton);
        QVERIFY(!panels.editor.scenario().network.jitter.keepOrder && !label->font().bold());
        enter(*panels.window.findChild<QLineEdit*>(QStringLiteral("seed")),
            QStringLiteral("18446744073709551615"));
        QCOMPARE(panels.editor.scenario().seed, UINT64_MAX);
        panels.window.findChild<QToolButton*>(QStringLiteral("dice"))->click();
        QVERIFY(panels.editor.scenario().seed != UINT64_MAX);
    }

    void aPresetIsShownByItsNameAsItIsWritten()
    {
        ScenarioEditor editor;
        NetworkPanel panel(editor);
        panel.setPresetName(QStringLiteral("R&D"));
        const QList<QToolButton*> buttons = panel.findChildren<QToolButton*>(QStringLiteral("link"));
        QCOMPARE(buttons.first()->text(), QStringLiteral("R&&D ▾")); // a single & would underline the D
    }

    // After undo, or in another slot.
    void aNetworkThatComesBackHasItsNameAgain()
    {
        ScenarioEditor editor;
        NetworkPanel panel(editor);
        const QToolButton& button = *panel.findChildren<QToolButton*>(QStringLiteral("link")).first();
        core::Scenario quiet;
        core::Scenario rough;
        rough.network.loss.rate = 0.3;
        for (const auto& [scenario, name] : {std::pair(quiet, "Quiet"), std::pair(rough, "Rough")}) {
            editor.replace(scenario);
            panel.setPresetName(QString::fromLatin1(name));
        }
        QCOMPARE(button.text(), QStringLiteral("Rough ▾"));
        quiet.buffer.playoutDelay = core::receiverMilliseconds(99); // is none of the network's
        editor.replace(quiet);
        QCOMPARE(button.text(), QStringLiteral("Quiet ▾"));
        quiet.network.loss.rate = 0.1;
        editor.replace(quiet);
        QCOMPARE(button.text(), QStringLiteral("Presets ▾"));
    }

    void aColumnIsAsWideAsItsPanelsNeed()
    {
        auto* label = new QLabel(QStringLiteral("short"));
        Column column({label}, 100);
        column.show();
        QCOMPARE(column.minimumWidth(), 100);
        label->setText(QStringLiteral("290 / 302 / 310 ms"));
        QTRY_VERIFY(column.minimumWidth() > 100);
        QTRY_VERIFY(column.viewport()->width() >= label->minimumSizeHint().width());
        const int wide = column.minimumWidth();
        label->setText(QStringLiteral("short"));
        QCoreApplication::processEvents();
        QCOMPARE(column.minimumWidth(), wide); // what stands beside it does not jump
    }

    void whatDoesNotApplyIsDisabledAndSaysWhy()
    {
        Panels panels;
        ValueField* burst = panels.field("network.loss.burst");
        QVERIFY(burst->findChild<ValueSlider*>()->isEnabled());
        panels.editor.setChoice(choiceText("network.loss.model"), static_cast<int>(core::LossModel::Random));
        QVERIFY(!burst->findChild<ValueSlider*>()->isEnabled());
        QVERIFY(burst->toolTip().contains(QStringLiteral("Gilbert")));
    }

    void everyControlHasAnAccessibleName()
    {
        Panels panels;
        for (QWidget* widget : panels.window.findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && !widget->focusProxy())
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void statisticsAreThoseOfTheAnalysis()
    {
        const auto analysis = test::analysisOf(test::plainCapture(3000), test::busyScenario());
        QVERIFY(analysis);
        StatisticsPanel panel;
        panel.show(analysis->statistics);
        const QString text = panel.text();
        QVERIFY(text.contains(QStringLiteral("Packets sent\t3,000")));
        QVERIFY(text.contains(QStringLiteral("Lost in network\t%1 ").arg(analysis->statistics.packetsLost)));
        QVERIFY(text.contains(QStringLiteral("Discarded late\t%1 ").arg(analysis->statistics.packetsLate)));
    }

    void statisticsOfASelectionTakeThePlaceOfTheWhole()
    {
        core::Statistics whole;
        whole.packetsSent = 3000;
        core::Statistics part;
        part.packetsSent = 175;
        StatisticsPanel panel;
        QSignalSpy scopes(&panel, &StatisticsPanel::scopeChanged);
        panel.show(whole);
        panel.setSelection(TimeRange{core::ReceiverTime(12300000), core::ReceiverTime(15800000)});
        QVERIFY(panel.text().contains(QStringLiteral("Packets sent\t–")));
        panel.showSelection(part);
        panel.show(whole); // a new analysis does not show through
        QVERIFY(
            panel.text().startsWith(QStringLiteral("Selection\t00:12.300–00:15.800\nPackets sent\t175\n")));
        auto* link = panel.findChild<QToolButton*>(QStringLiteral("link"));
        QCOMPARE(link->text(), QStringLiteral("selection ▾"));
        link->menu()->actions().first()->trigger();
        QVERIFY(panel.text().startsWith(QStringLiteral("Packets sent\t3,000\n")));
        link->menu()->actions().last()->trigger();
        QVERIFY(panel.text().contains(QStringLiteral("Packets sent\t175")));
        panel.setSelection(std::nullopt);
        QVERIFY(panel.text().startsWith(QStringLiteral("Packets sent\t3,000\n")));
        QVERIFY(!link->menu()->actions().last()->isEnabled());
        QCOMPARE(scopes.count(), 4);
    }
};

WINDOW_TEST_MAIN(TestPanels)
#include "tst_panels.moc"

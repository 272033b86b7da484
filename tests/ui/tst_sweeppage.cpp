#include "core/analysis/analysis.h"
#include "tests/ui/windowfixture.h"
#include "ui/parametertext.h"
#include "ui/resultspanel.h"
#include "ui/sweepbar.h"
#include "ui/sweepmodel.h"
#include "ui/sweeppage.h"
#include "ui/sweepplot.h"
#include "ui/tableview.h"
#include "ui/valuefield.h"

#include <QClipboard>
#include <QComboBox>
#include <QDataStream>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace ui;

namespace {

// Answers as the session does, but at once.
void answer(SweepPage& page, const core::SweepPlan& plan, size_t most = 1000)
{
    std::vector<core::SweepPoint> points;
    (void)core::sweep(
        test::plainCapture(500), plan, [&points](const core::SweepPoint& point) { points.push_back(point); });
    points.resize(std::min(most, points.size()));
    page.showPoints(points);
}

} // namespace

class SweepPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SweepPage> m_page;
    core::SweepPlan m_started;
    int m_starts = 0;

    ValueEdit& field(const char* name) const
    {
        for (ValueEdit* each : m_page->findChildren<ValueEdit*>()) {
            if (each->accessibleName() == QString::fromLatin1(name))
                return *each;
        }
        qFatal("no field %s", name);
    }
    QToolButton& button() const { return *m_page->findChild<QToolButton*>(QStringLiteral("start")); }
    QString note() const { return m_page->findChild<QLabel*>(QStringLiteral("note"))->toolTip(); }
    QComboBox& choice() const { return *m_page->findChild<QComboBox*>(); }
    SweepPlot& plot() const { return *m_page->findChild<SweepPlot*>(); }
    void type(const char* name, const char* text) const
    {
        field(name).setFocus();
        field(name).selectAll();
        QTest::keyClicks(&field(name), QString::fromUtf8(text));
        QTest::keyClick(&field(name), Qt::Key_Return);
    }
    void choose(const char* path) const
    {
        choice().setCurrentIndex(choice().findData(QString::fromLatin1(path)));
        emit choice().activated(choice().currentIndex());
    }
    void sweepAll()
    {
        button().click();
        answer(*m_page, m_started);
        m_page->showEnd();
    }

private slots:
    void init()
    {
        test::failOnWarnings();
        m_page = std::make_unique<SweepPage>();
        m_starts = 0;
        connect(m_page.get(), &SweepPage::startRequested, this, [this](const core::SweepPlan& plan) {
            m_started = plan;
            ++m_starts;
        });
        m_page->resize(880, 170);
        m_page->showCapture(true);
        m_page->showScenario(test::busyScenario());
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void withoutACaptureNothingCanBeStarted()
    {
        m_page->showCapture(false);
        QVERIFY(!button().isEnabled());
        QVERIFY(m_page->table().viewport()->accessibleDescription().contains(QStringLiteral("Open a file")));
        m_page->showCapture(true);
        QVERIFY(button().isEnabled());
        QVERIFY(
            m_page->table().viewport()->accessibleDescription().contains(QStringLiteral("Choose a setting")));
    }

    void thePlayoutDelayIsSweptAtFirst()
    {
        button().click();
        QCOMPARE(m_starts, 1);
        QCOMPARE(m_started.base, test::busyScenario());
        QCOMPARE(m_started.parameter->path, std::string_view("buffer.playout_delay_ms"));
        QCOMPARE(m_started.values.size(), size_t(21));
        QCOMPARE(m_started.values[1], 10.0);
        QCOMPARE(m_started.values.back(), 200.0);
        QCOMPARE(m_started.seeds, 5);
    }

    void everySettingHasASensibleRange()
    {
        QCOMPARE(sweepRanges().size(), core::parameters().size());
        for (size_t i = 0; i < core::parameters().size(); ++i) {
            const core::Parameter& parameter = core::parameters()[i];
            const SweepRange& range = sweepRanges()[i];
            QCOMPARE(range.path, parameter.path);
            QVERIFY(range.from >= parameter.minimum && range.to <= parameter.maximum);
            QCOMPARE(core::evenValues(parameter, range.from, range.to, 21).size(), size_t(21));
            choose(std::string(parameter.path).c_str());
            QCOMPARE(field("First value").text(), valueText(parameterText(parameter.path).unit, range.from));
            QCOMPARE(field("Last value").text(), valueText(parameterText(parameter.path).unit, range.to));
        }
    }

    void fieldsTakeUnitsAndStayInTheirRanges()
    {
        choose("network.loss.rate");
        type("First value", "1");
        type("Last value", "150 %");
        type("Number of values", "500");
        type("Number of seeds", "0");
        QCOMPARE(field("First value").text(), QStringLiteral("1 %"));
        QCOMPARE(field("Last value").text(), QStringLiteral("100 %"));
        QCOMPARE(field("Number of values").text(), QStringLiteral("101"));
        QCOMPARE(field("Number of seeds").text(), QStringLiteral("1"));
        type("Number of values", "nonsense");
        QCOMPARE(field("Number of values").text(), QStringLiteral("101"));
        QTest::keyClick(&field("Number of values"), Qt::Key_Down);
        QCOMPARE(field("Number of values").text(), QStringLiteral("100"));
        type("Number of values", "3");
        button().click();
        QCOMPARE(m_started.values, std::vector<double>({0.01, 0.505, 1}));
        QCOMPARE(m_started.seeds, 1);
    }

    void whatIsTypedCountsWhenTheButtonIsClicked()
    {
        field("Number of values").setFocus();
        field("Number of values").selectAll();
        QTest::keyClicks(&field("Number of values"), QStringLiteral("4"));
        QTest::mouseClick(&button(), Qt::LeftButton);
        QCOMPARE(m_started.values.size(), size_t(4));
    }

    void tellsHowFarItIsAndCanBeCancelled()
    {
        button().click();
        QCOMPARE(button().text(), QStringLiteral("Cancel"));
        answer(*m_page, m_started, 4);
        QCOMPARE(note(), QStringLiteral("4 of 21 values"));
        QCOMPARE(plot().isVisible(), true);
        QSignalSpy cancelled(m_page.get(), &SweepPage::cancelRequested);
        button().click();
        QCOMPARE(cancelled.count(), 1);
        m_page->showEnd();
        QCOMPARE(button().text(), QStringLiteral("Start"));
        QCOMPARE(note(), QStringLiteral("Cancelled: 4 of 21 values are known"));
        QCOMPARE(m_page->model().rowCount(), 21);
        QVERIFY(m_page->model().best());
    }

    void aRowSetsItsValueByEnterAndByADoubleClick()
    {
        sweepAll();
        QSignalSpy begun(m_page.get(), &SweepPage::choosingStarted);
        QSignalSpy ended(m_page.get(), &SweepPage::choosingEnded);
        QList<double> chosen;
        connect(
            m_page.get(), &SweepPage::valueChosen, this, [&](const core::Parameter& parameter, double value) {
                QCOMPARE(parameter.path, std::string_view("buffer.playout_delay_ms"));
                chosen.append(value);
            });
        TableView& table = m_page->table();
        table.setFocus();
        table.selectRow(3);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(chosen, QList<double>{30});
        const QPoint second = table.visualRect(table.model()->index(1, 0)).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, second);
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(chosen, QList<double>({30, 10}));
        QCOMPARE(begun.count(), 2);
        QCOMPARE(ended.count(), 2);
    }

    void anImpossibleRowSetsNothing()
    {
        choose("network.loss.rate");
        type("First value", "50 %");
        type("Last value", "90 %");
        type("Number of values", "3");
        sweepAll(); // its bursts are too short for these losses
        QCOMPARE(note(), QStringLiteral("1 value is not possible: Loss burst has to be 9 pkt … 1,000 pkt"));
        QSignalSpy chosen(m_page.get(), &SweepPage::choosingEnded);
        int values = 0;
        connect(m_page.get(), &SweepPage::valueChosen, this, [&values] { ++values; });
        m_page->table().selectRow(2);
        QTest::keyClick(&m_page->table(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(values, 0);
        QTest::keyClick(&m_page->table(), Qt::Key_Up);
        QTest::keyClick(&m_page->table(), Qt::Key_Return);
        QCOMPARE(values, 1);
    }

    void saysWhenTheNumbersBelongToOtherSettings()
    {
        sweepAll();
        core::Scenario scenario = test::busyScenario();
        scenario.buffer.playoutDelay = core::receiverMilliseconds(120); // is what was swept
        m_page->showScenario(scenario);
        QCOMPARE(note(), QStringLiteral("Enter or a double click sets a value"));
        QVERIFY(m_page->table().model()->index(12, 0).data().toString().contains(QStringLiteral("set")));
        scenario.network.loss.rate = 0.05;
        m_page->showScenario(scenario);
        QCOMPARE(note(), QStringLiteral("These numbers belong to other settings: Loss rate 3 % → 5 %"));
        QCOMPARE(button().text(), QStringLiteral("Start again"));
        QCOMPARE(m_page->table().model()->index(12, 0).data().toString(), QStringLiteral("120 ms"));
        sweepAll();
        QCOMPARE(m_started.base, scenario);
        QCOMPARE(button().text(), QStringLiteral("Start"));
    }

    void saysWhenASettingHasNoEffect()
    {
        choose("buffer.loss_step_ms");
        QCOMPARE(note(), QStringLiteral("Without effect now: Only the realtime strategy uses it."));
        choose("buffer.playout_delay_ms");
        QCOMPARE(note(), QString());
    }

    void aClickOnTheCurveSetsTheNearestValue()
    {
        sweepAll();
        QList<double> chosen;
        connect(m_page.get(), &SweepPage::valueChosen, this,
            [&chosen](const core::Parameter&, double value) { chosen.append(value); });
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(plot().width() / 2, 30));
        QCOMPARE(chosen, QList<double>{100});
        QCOMPARE(m_page->table().currentIndex().row(), 10);
        plot().setFocus();
        QTest::keyClick(&plot(), Qt::Key_Home);
        QTest::keyClick(&plot(), Qt::Key_Right);
        QVERIFY2(plot().cursorText().startsWith(QStringLiteral("10 ms: ")), qPrintable(plot().cursorText()));
        QCOMPARE(plot().accessibleDescription(), plot().cursorText());
        QTest::keyClick(&plot(), Qt::Key_Return);
        QCOMPARE(chosen.last(), 10.0);
    }

    void theCurveTakesOnlyRoomThatThereIs()
    {
        m_page->resize(500, 170);
        QVERIFY(!plot().isVisible());
        QVERIFY(m_page->minimumSizeHint().width() < 370); // what the smallest window leaves
        sweepAll();
        test::saveScreenshot(*m_page, QStringLiteral("sweep-narrow"));
        m_page->resize(880, 170);
        QVERIFY(plot().isVisible());
    }

    void rowsAreCopiedWithTheirHeaders()
    {
        sweepAll();
        m_page->table().setFocus();
        m_page->table().selectAll();
        QTest::keySequence(&m_page->table(), QKeySequence(QKeySequence::Copy));
        const QStringList lines =
            QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 22);
        QVERIFY(lines[0].startsWith(QStringLiteral("Playout delay\tConcealed or stalled\tGaps\t")));
        QVERIFY(lines[1].startsWith(QStringLiteral("0 ms\t")));
    }

    void everyKeyboardUserGetsAround()
    {
        choice().setFocus();
        QStringList names;
        for (int i = 0; i < 7; ++i) {
            names.append(QApplication::focusWidget()->accessibleName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names,
            QStringList({QStringLiteral("Setting that is swept"), QStringLiteral("First value"),
                QStringLiteral("Last value"), QStringLiteral("Number of values"),
                QStringLiteral("Number of seeds"), QStringLiteral("Start the sweep"),
                QStringLiteral("Sweep")}));
        QCOMPARE(QApplication::focusWidget(), &plot());
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void whatIsSetIsKept()
    {
        choose("network.loss.rate");
        type("Last value", "10");
        type("Number of seeds", "7");
        const QByteArray state = m_page->bar().saveState();
        SweepBar other;
        other.restoreState(state);
        QCOMPARE(other.plan({}), m_page->bar().plan({}));
        other.restoreState(QByteArrayLiteral("nonsense"));
        QCOMPARE(other.saveState(), state);
        QByteArray foreign;
        QDataStream stream(&foreign, QIODevice::WriteOnly);
        stream << QStringLiteral("network.no_such") << 1.0 << 2.0 << qint32(3) << qint32(4);
        other.restoreState(foreign);
        QCOMPARE(other.saveState(), state);
    }

    // The tabs that were kept before there was a sweep.
    void anOlderArrangementShowsTheTabThatItNames()
    {
        const ResultsPanel before;
        const auto stateOf = [&before](qint32 tab) {
            QDataStream stream(before.saveArrangement());
            qint32 own = 0;
            QByteArray packets, gaps, state;
            stream >> own >> packets >> gaps;
            QDataStream(&state, QIODevice::WriteOnly) << tab << packets << gaps;
            return state;
        };
        ResultsPanel panel;
        panel.restoreArrangement(stateOf(3));
        QCOMPARE(panel.tabText(panel.currentIndex()), QStringLiteral("Log"));
        panel.restoreArrangement(stateOf(2));
        QCOMPARE(panel.tabText(panel.currentIndex()), QStringLiteral("Compare"));
        panel.setCurrentWidget(&panel.sweep());
        ResultsPanel after;
        after.restoreArrangement(panel.saveArrangement());
        QCOMPARE(after.currentIndex(), 3);
        QCOMPARE(after.saveArrangement(), panel.saveArrangement());
    }

    void looksRight_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("dark") << int(ThemeChoice::Dark);
        QTest::newRow("light") << int(ThemeChoice::Light);
    }
    void looksRight()
    {
        QFETCH(int, theme);
        applyTheme(static_cast<ThemeChoice>(theme));
        sweepAll();
        m_page->table().selectRow(2);
        test::saveScreenshot(
            *m_page, QStringLiteral("sweep-%1").arg(QString::fromUtf8(QTest::currentDataTag())));
        applyTheme(ThemeChoice::Dark);
    }
};

WINDOW_TEST_MAIN(SweepPageTest)
#include "tst_sweeppage.moc"

#include "tests/ui/windowfixture.h"
#include "ui/packetmodel.h"
#include "ui/resultspanel.h"
#include "ui/tableview.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>

using namespace ui;

namespace {

TableView& table(const ResultsPanel& panel, const QString& name)
{
    const QList<TableView*> tables = panel.findChildren<TableView*>();
    const auto found = std::find_if(tables.begin(), tables.end(),
        [&name](const TableView* view) { return view->accessibleName() == name; });
    return **found;
}

TableView& packets(const ResultsPanel& panel) { return table(panel, QStringLiteral("Packets")); }
TableView& gaps(const ResultsPanel& panel) { return table(panel, QStringLiteral("Gaps")); }

std::shared_ptr<const core::Analysis> analysisOf(
    const std::shared_ptr<const core::Capture>& capture, uint64_t seed = 1)
{
    core::Scenario scenario = test::busyScenario();
    scenario.seed = seed;
    return test::analysisOf(capture, scenario);
}

} // namespace

class ResultsPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void isEmptyWithWordsAtFirst();
    void showsTheNumberOfGapsOnTheTab();
    void tellsThePacketThatIsClicked();
    void followsAPacketChosenElsewhereInSilence();
    void keepsThePacketThroughScenariosSortingAndFilter();
    void keepsTheGapThroughScenarios();
    void choosesTheGapOfAPacketChosenElsewhere();
    void choosesTheGapOfAPacketOfItsOwnTable();
    void doesNotSayThatAllWasPlayedWhenNothingArrived();
    void goesFromGapToGap();
    void jumpsToTheGapOnEnterAndDoubleClick();
    void copiesRowsWithTheirHeaders();
    void aCopyHoldsRowsOfOneOrder();
    void filtersByFateAndWords();
    void putsMessagesIntoTheLog();
    void showsByWhatRowsAreSorted();
    void widensColumnsForLongerWords();
    void looksRight_data();
    void looksRight();

private:
    std::shared_ptr<const core::Capture> m_capture = test::plainCapture(3000);
    std::unique_ptr<ResultsPanel> m_panel;
};

void ResultsPanelTest::init()
{
    test::failOnWarnings();
    m_panel = std::make_unique<ResultsPanel>();
    m_panel->resize(880, 150);
    m_panel->showCapture(m_capture);
}

void ResultsPanelTest::isEmptyWithWordsAtFirst()
{
    const ResultsPanel panel;
    QCOMPARE(packets(panel).model()->rowCount(), 0);
    QVERIFY(!packets(panel).viewport()->accessibleDescription().isEmpty());
    QVERIFY(!gaps(panel).viewport()->accessibleDescription().isEmpty());
    QVERIFY(!table(panel, QStringLiteral("Log")).viewport()->accessibleDescription().isEmpty());
    QVERIFY(!panel.currentGap());
}

void ResultsPanelTest::showsTheNumberOfGapsOnTheTab()
{
    const auto analysis = analysisOf(m_capture);
    m_panel->showAnalysis(analysis);
    QCOMPARE(m_panel->tabText(1), QStringLiteral("Gaps %1").arg(analysis->gaps.size()));
    m_panel->showCapture(m_capture);
    QCOMPARE(m_panel->tabText(1), QStringLiteral("Gaps"));
}

void ResultsPanelTest::tellsThePacketThatIsClicked()
{
    m_panel->showAnalysis(analysisOf(m_capture));
    m_panel->setCurrentIndex(0);
    m_panel->show();
    QSignalSpy selected(m_panel.get(), &ResultsPanel::packetSelected);
    const TableView& view = packets(*m_panel);
    const QRect cell = view.visualRect(view.model()->index(2, 1));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(selected.count(), 1);
    QCOMPARE(selected[0][0].value<uint32_t>(), 2U);
}

void ResultsPanelTest::followsAPacketChosenElsewhereInSilence()
{
    m_panel->showAnalysis(analysisOf(m_capture));
    QSignalSpy selected(m_panel.get(), &ResultsPanel::packetSelected);
    m_panel->selectPacket(1234);
    QCOMPARE(packets(*m_panel).currentIndex().row(), 1234);
    QVERIFY(packets(*m_panel).selectionModel()->isRowSelected(1234));
    m_panel->selectPacket(core::noPacket);
    QVERIFY(!packets(*m_panel).selectionModel()->hasSelection());
    QCOMPARE(selected.count(), 0);
}

void ResultsPanelTest::keepsThePacketThroughScenariosSortingAndFilter()
{
    m_panel->showAnalysis(analysisOf(m_capture));
    m_panel->selectPacket(1234);
    QSignalSpy selected(m_panel.get(), &ResultsPanel::packetSelected);
    m_panel->showAnalysis(analysisOf(m_capture, 2));
    TableView& view = packets(*m_panel);
    const auto& model = *qobject_cast<PacketModel*>(view.model());
    QCOMPARE(model.packetAt(view.currentIndex().row()), 1234U);
    view.sortByColumn(static_cast<int>(PacketColumn::Margin), Qt::DescendingOrder);
    QCOMPARE(model.packetAt(view.currentIndex().row()), 1234U);
    auto& filter = *m_panel->widget(0)->findChild<QLineEdit*>();
    filter.setText(QStringLiteral("1200-1300"));
    QCOMPARE(model.packetAt(view.currentIndex().row()), 1234U);
    const auto isTold = [this] {
        const auto labels = m_panel->widget(0)->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text() == QStringLiteral("1 of 3,000 packets · 1234 is selected, but filtered out");
        });
    };
    QVERIFY(!isTold());
    filter.setText(QStringLiteral("7"));
    QVERIFY(!view.selectionModel()->hasSelection());
    QVERIFY(isTold());
    filter.clear();
    QVERIFY(!isTold());
    QCOMPARE(model.packetAt(view.currentIndex().row()), 1234U);
    QCOMPARE(selected.count(), 0);
}

void ResultsPanelTest::keepsTheGapThroughScenarios()
{
    m_panel->showAnalysis(analysisOf(m_capture));
    QVERIFY(m_panel->toNextGap(core::ReceiverTime(10000000)));
    const core::MediaTime media = m_panel->currentGap()->media;
    m_panel->showAnalysis(analysisOf(m_capture));
    QVERIFY(m_panel->currentGap());
    QVERIFY(m_panel->currentGap()->media == media);
    m_panel->showAnalysis(test::analysisOf(m_capture, {}));
    QVERIFY(!m_panel->currentGap());
}

void ResultsPanelTest::choosesTheGapOfAPacketChosenElsewhere()
{
    const auto analysis = analysisOf(m_capture);
    m_panel->showAnalysis(analysis);
    QSignalSpy selected(m_panel.get(), &ResultsPanel::gapSelected);
    const core::Gap& gap = analysis->gaps[5];
    m_panel->selectPacket(gap.lastPacket);
    QVERIFY(m_panel->currentGap());
    QVERIFY(m_panel->currentGap()->start == gap.start);
    QVERIFY(gaps(*m_panel).selectionModel()->isRowSelected(5));
    // One that was played lies in no gap; the same gap can be chosen again.
    QCOMPARE(analysis->timeline.outcomes[gap.firstPacket - 1].fate, core::Fate::Played);
    m_panel->selectPacket(gap.firstPacket - 1);
    QVERIFY(!m_panel->currentGap());
    QVERIFY(!gaps(*m_panel).selectionModel()->hasSelection());
    m_panel->selectPacket(gap.firstPacket);
    QVERIFY(gaps(*m_panel).selectionModel()->isRowSelected(5));
    QCOMPARE(selected.count(), 0);
}

void ResultsPanelTest::choosesTheGapOfAPacketOfItsOwnTable()
{
    const auto analysis = analysisOf(m_capture);
    m_panel->showAnalysis(analysis);
    packets(*m_panel).selectRow(static_cast<int>(analysis->gaps[2].firstPacket));
    QVERIFY(m_panel->currentGap());
    QVERIFY(m_panel->currentGap()->start == analysis->gaps[2].start);
}

void ResultsPanelTest::doesNotSayThatAllWasPlayedWhenNothingArrived()
{
    core::Scenario scenario;
    const auto words = [this] { return gaps(*m_panel).viewport()->accessibleDescription(); };
    m_panel->showAnalysis(test::analysisOf(m_capture, scenario));
    QCOMPARE(words(), QStringLiteral("No gaps: every packet was played in time."));
    scenario.network.loss.rate = 1;
    const auto analysis = test::analysisOf(m_capture, scenario);
    QCOMPARE(analysis->gaps.size(), size_t{0});
    m_panel->showAnalysis(analysis);
    QVERIFY2(words().contains(QStringLiteral("3,000 packets were not played")), qPrintable(words()));
}

void ResultsPanelTest::goesFromGapToGap()
{
    const auto analysis = analysisOf(m_capture);
    m_panel->showAnalysis(analysis);
    QSignalSpy activated(m_panel.get(), &ResultsPanel::gapActivated);
    QSignalSpy packet(m_panel.get(), &ResultsPanel::packetSelected);
    QVERIFY(m_panel->toNextGap(analysis->gaps[3].start));
    QVERIFY(m_panel->currentGap()->start == analysis->gaps[4].start);
    QCOMPARE(packet.last()[0].value<uint32_t>(), analysis->gaps[4].firstPacket);
    QVERIFY(m_panel->toPreviousGap(analysis->gaps[4].start));
    QVERIFY(m_panel->currentGap()->start == analysis->gaps[3].start);
    QCOMPARE(activated.count(), 2);
    QVERIFY(!m_panel->toNextGap(analysis->timeline.end()));
    QVERIFY(!m_panel->toPreviousGap(core::ReceiverTime(-1)));
}

void ResultsPanelTest::jumpsToTheGapOnEnterAndDoubleClick()
{
    m_panel->showAnalysis(analysisOf(m_capture));
    m_panel->show();
    QSignalSpy selected(m_panel.get(), &ResultsPanel::gapSelected);
    QSignalSpy activated(m_panel.get(), &ResultsPanel::gapActivated);
    TableView& view = gaps(*m_panel);
    const QPoint second = view.visualRect(view.model()->index(1, 0)).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(selected.count(), 1);
    QCOMPARE(activated.count(), 0);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(activated.count(), 2);
}

void ResultsPanelTest::copiesRowsWithTheirHeaders()
{
    m_panel->showAnalysis(analysisOf(m_capture));
    TableView& view = packets(*m_panel);
    view.selectionModel()->select(
        QItemSelection(view.model()->index(7, 0), view.model()->index(8, packetColumnCount - 1)),
        QItemSelectionModel::ClearAndSelect);
    QTest::keySequence(&view, QKeySequence(QKeySequence::Copy));
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("Packet\tSequence\tMedia\t")));
    QVERIFY(lines[1].startsWith(QStringLiteral("7\t")));
    QCOMPARE(lines[2].count(QLatin1Char('\t')), packetColumnCount - 1);
}

// Sorted anew while a long copy is put together, the copy ends with the rows that it has.
void ResultsPanelTest::aCopyHoldsRowsOfOneOrder()
{
    const auto capture = test::plainCapture(30000);
    m_panel->showCapture(capture);
    m_panel->showAnalysis(analysisOf(capture));
    TableView& view = packets(*m_panel);
    QTRY_COMPARE(view.model()->rowCount(), 30000);
    QSignalSpy cutOff(&view, &TableView::copyCutOff);
    view.selectAll();
    view.copySelection();
    QCOMPARE(cutOff.count(), 0); // it is under way
    view.reverseOrder();
    QCOMPARE(cutOff.count(), 1);
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size() - 1, cutOff[0][0].toInt());
    QCOMPARE(cutOff[0][1].toInt(), 30000);
    for (qsizetype i = 1; i < lines.size(); ++i)
        QVERIFY(lines[i].startsWith(QString::number(i - 1) + QLatin1Char('\t')));
}

void ResultsPanelTest::filtersByFateAndWords()
{
    const auto analysis = analysisOf(m_capture);
    m_panel->showAnalysis(analysis);
    auto& fates = *m_panel->widget(0)->findChild<QComboBox*>();
    fates.setCurrentIndex(fates.findText(QStringLiteral("late")));
    QCOMPARE(packets(*m_panel).model()->rowCount(), static_cast<int>(analysis->statistics.packetsLate));
    fates.setCurrentIndex(0);
    m_panel->widget(0)->findChild<QLineEdit*>()->setText(QStringLiteral("10-19"));
    QCOMPARE(packets(*m_panel).model()->rowCount(), 10);
    // What is found is seen from its first row on.
    packets(*m_panel).scrollToBottom();
    m_panel->widget(0)->findChild<QLineEdit*>()->setText(QStringLiteral("100-1999"));
    QCOMPARE(packets(*m_panel).model()->rowCount(), 1900);
    QCOMPARE(packets(*m_panel).rowAt(0), 0);
}

void ResultsPanelTest::putsMessagesIntoTheLog()
{
    m_panel->addMessage(QStringLiteral("No sound device"));
    QCOMPARE(m_panel->tabText(4), QStringLiteral("Log 1"));
    QCOMPARE(table(*m_panel, QStringLiteral("Log")).model()->index(0, 3).data().toString(),
        QStringLiteral("No sound device"));
}

void ResultsPanelTest::showsByWhatRowsAreSorted()
{
    m_panel->showAnalysis(analysisOf(m_capture));
    m_panel->show();
    QHeaderView* header = gaps(*m_panel).horizontalHeader();
    const auto arrowOf = [header](int column) {
        const QRect section(
            header->sectionViewportPosition(column), 0, header->sectionSize(column), header->height());
        const QImage image = header->viewport()->grab(section).toImage();
        int arrow = 0; // names are faint, arrows are not
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                arrow += image.pixelColor(x, y) == colours().text;
        }
        return arrow;
    };
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        for (const int column : {0, 2}) {
            gaps(*m_panel).sortByColumn(column, order);
            QVERIFY(arrowOf(column) > 8);
            QCOMPARE(arrowOf(1), 0);
        }
    }
}

void ResultsPanelTest::widensColumnsForLongerWords()
{
    m_panel->show();
    core::Scenario scenario = test::busyScenario();
    scenario.network.loss.burst = 1;
    m_panel->showAnalysis(test::analysisOf(m_capture, scenario));
    constexpr int repair = 3;
    const int narrow = gaps(*m_panel).columnWidth(repair);
    scenario.network.loss = {core::LossModel::GilbertElliott, 0.5, 600};
    m_panel->showAnalysis(test::analysisOf(m_capture, scenario));
    const int wide = gaps(*m_panel).columnWidth(repair);
    QVERIFY2(wide > narrow
            && wide >= gaps(*m_panel).sizeHintForIndex(gaps(*m_panel).model()->index(0, repair)).width(),
        qPrintable(QStringLiteral("%1 %2").arg(narrow).arg(wide)));
    scenario.network.loss = {};
    scenario.network.loss.rate = 0.01;
    m_panel->showAnalysis(test::analysisOf(m_capture, scenario));
    QCOMPARE(gaps(*m_panel).columnWidth(repair), wide); // nothing jumps back
}

void ResultsPanelTest::looksRight_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("tab");
    for (const auto theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        for (int tab = 0; tab < 5; ++tab)
            QTest::addRow("%s-%d", theme == ThemeChoice::Dark ? "dark" : "light", tab) << int(theme) << tab;
    }
}

void ResultsPanelTest::looksRight()
{
    QFETCH(int, theme);
    QFETCH(int, tab);
    applyTheme(static_cast<ThemeChoice>(theme));
    const auto analysis = analysisOf(m_capture);
    m_panel->showAnalysis(analysis);
    m_panel->addMessage(QStringLiteral("The sound device is gone; playing silently."));
    for (uint32_t gap = 0; gap < analysis->gaps.size(); gap += 2)
        m_panel->setDamage(gap, 1.3 + gap % 17);
    QVERIFY(m_panel->toNextGap(core::ReceiverTime(0)));
    m_panel->setCurrentIndex(tab);
    m_panel->resize(tab == 0 ? 1400 : 880, 170);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    test::saveScreenshot(
        *m_panel, QStringLiteral("results-%1").arg(QString::fromUtf8(QTest::currentDataTag())));
    applyTheme(ThemeChoice::Dark);
}

WINDOW_TEST_MAIN(ResultsPanelTest)
#include "tst_resultspanel.moc"

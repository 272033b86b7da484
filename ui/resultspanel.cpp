#include "ui/resultspanel.h"

#include "ui/comparepage.h"
#include "ui/format.h"
#include "ui/gapspage.h"
#include "ui/logmodel.h"
#include "ui/packetspage.h"
#include "ui/sweepbar.h"
#include "ui/sweeppage.h"
#include "ui/tableview.h"

#include <QDataStream>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTime>
#include <utility>

namespace ui {

ResultsPanel::ResultsPanel(QWidget* parent)
    : QTabWidget(parent)
{
    setAccessibleName(tr("Results"));
    tabBar()->setAccessibleName(tr("Results"));
    tabBar()->setUsesScrollButtons(false); // narrow, words are cut short, and all tabs stay in view
    tabBar()->setElideMode(Qt::ElideRight);
    setupPackets();
    setupGaps();
    setupCompare();
    setupSweep();
    setupLog();
    setupHint();
    setCurrentWidget(m_gaps);
    showTitles();
}

void ResultsPanel::setupPackets()
{
    m_packets = new PacketsPage;
    addTab(m_packets, tr("Packets"));
    connect(m_packets, &PacketsPage::packetSelected, this, [this](uint32_t packet) {
        m_gaps->selectGapOf(packet);
        emit packetSelected(packet);
    });
    connect(&m_packets->table(), &TableView::copyCutOff, this, [this](int copied, int selected) {
        addMessage(
            tr("Only the first %1 of %2 rows were copied.")
                .arg(countText(static_cast<quint64>(copied)), countText(static_cast<quint64>(selected))));
    });
}

void ResultsPanel::setupGaps()
{
    m_gaps = new GapsPage;
    addTab(m_gaps, tr("Gaps"));
    connect(m_gaps, &GapsPage::gapSelected, this, &ResultsPanel::followGap);
    connect(m_gaps, &GapsPage::gapActivated, this, &ResultsPanel::gapActivated);
}

void ResultsPanel::setupCompare()
{
    m_compare = new ComparePage;
    addTab(m_compare, tr("Compare"));
}

void ResultsPanel::setupSweep()
{
    m_sweep = new SweepPage;
    addTab(m_sweep, tr("Sweep"));
}

void ResultsPanel::setupLog()
{
    m_log = new LogModel(this);
    m_logTable = new TableView(tr("Log"));
    m_logTable->setSortingEnabled(false);
    m_logTable->setModel(m_log);
    m_logTable->horizontalHeader()->setStretchLastSection(true);
    m_logTable->setEmptyText(tr("Nothing to report: no damage was found and nothing went wrong."));
    addTab(m_logTable, tr("Log"));
    connect(m_logTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto media = m_log->mediaOf(index.row()))
            emit mediaActivated(*media);
    });
}

void ResultsPanel::setupHint()
{
    m_hint = new QLabel;
    m_hint->setObjectName(QStringLiteral("faint"));
    m_hint->setContentsMargins(0, 0, 12, 3); // on the line of the tabs
    setCornerWidget(m_hint);
}

// The tabs are worth more than the hint: where both have no room, it goes.
void ResultsPanel::showHint()
{
    const QString text = tr("N next gap · L loop it · Enter jump");
    const int room = width() - tabBar()->sizeHint().width() - m_hint->contentsMargins().right();
    m_hint->setText(m_hint->fontMetrics().horizontalAdvance(text) < room ? text : QString());
}

void ResultsPanel::resizeEvent(QResizeEvent* event)
{
    showHint();
    QTabWidget::resizeEvent(event);
}

void ResultsPanel::showCapture(std::shared_ptr<const core::Capture> capture)
{
    showAnalysis(nullptr);
    m_compare->showCapture(capture != nullptr);
    m_sweep->showCapture(capture != nullptr);
    m_log->setCapture(std::move(capture));
    m_logTable->fitColumns();
    showTitles();
}

void ResultsPanel::showAnalysis(std::shared_ptr<const core::Analysis> analysis)
{
    m_packets->showAnalysis(analysis);
    if (analysis)
        m_compare->showAnalysis(*analysis);
    m_gaps->showAnalysis(std::move(analysis));
    showTitles();
}

void ResultsPanel::setDamage(uint32_t gap, double decibels) { m_gaps->setDamage(gap, decibels); }

bool ResultsPanel::toNextGap(core::ReceiverTime time)
{
    if (!m_gaps->selectGapAfter(time))
        return false;
    m_gaps->activateCurrentGap();
    return true;
}

bool ResultsPanel::toPreviousGap(core::ReceiverTime time)
{
    if (!m_gaps->selectGapBefore(time))
        return false;
    m_gaps->activateCurrentGap();
    return true;
}

std::optional<core::Gap> ResultsPanel::currentGap() const { return m_gaps->currentGap(); }

QByteArray ResultsPanel::saveArrangement() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << static_cast<qint32>(currentIndex()) << m_packets->table().saveColumns()
           << m_gaps->table().saveColumns() << m_sweep->table().saveColumns() << m_sweep->bar().saveState();
    return state;
}

void ResultsPanel::restoreArrangement(const QByteArray& state)
{
    QDataStream stream(state);
    qint32 tab = 0;
    QByteArray packets;
    QByteArray gaps;
    QByteArray sweep;
    QByteArray swept;
    stream >> tab >> packets >> gaps;
    if (stream.atEnd() && tab >= indexOf(m_sweep))
        ++tab; // it was kept when there was no sweep yet
    else if (!stream.atEnd())
        stream >> sweep >> swept;
    if (stream.status() != QDataStream::Ok || tab < 0 || tab >= count())
        return;
    setCurrentIndex(tab);
    m_packets->table().restoreColumns(packets);
    m_gaps->table().restoreColumns(gaps);
    m_sweep->table().restoreColumns(sweep);
    m_sweep->bar().restoreState(swept);
}

// Null: the table on view keeps its order.
TableView* ResultsPanel::sortedTable() const
{
    auto* table = qobject_cast<TableView*>(currentWidget());
    if (table == nullptr)
        table = currentWidget()->findChild<TableView*>();
    return table != nullptr && table->isSortingEnabled() ? table : nullptr;
}

void ResultsPanel::sortByNextColumn()
{
    if (TableView* table = sortedTable())
        table->sortByColumnBeside(1);
}

void ResultsPanel::sortByPreviousColumn()
{
    if (TableView* table = sortedTable())
        table->sortByColumnBeside(-1);
}

void ResultsPanel::reverseOrder()
{
    if (TableView* table = sortedTable())
        table->reverseOrder();
}

void ResultsPanel::selectPacket(uint32_t packet)
{
    m_packets->selectPacket(packet);
    m_gaps->selectGapOf(packet);
}

void ResultsPanel::addMessage(const QString& text)
{
    for (const QString& line : text.split(QLatin1Char('\n')))
        m_log->append(line, QTime::currentTime());
    m_logTable->fitColumns();
    m_logTable->scrollToBottom();
    showTitles();
}

void ResultsPanel::showTitles()
{
    const auto title = [](const QString& name, int count) {
        return count > 0 ? QString(name % QLatin1Char(' ') % countText(static_cast<quint64>(count))) : name;
    };
    setTabText(indexOf(m_gaps), title(tr("Gaps"), m_gaps->model().rowCount()));
    setTabText(indexOf(m_logTable), title(tr("Log"), m_log->rowCount()));
    showHint();
}

void ResultsPanel::followGap(const core::Gap& gap)
{
    if (gap.firstPacket != core::noPacket) {
        m_packets->selectPacket(gap.firstPacket);
        emit packetSelected(gap.firstPacket);
    }
    emit gapSelected(gap);
}

} // namespace ui

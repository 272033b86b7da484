#include "ui/packetspage.h"

#include "ui/choicefield.h"
#include "ui/format.h"
#include "ui/outcometext.h"
#include "ui/tableview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <utility>

namespace ui {

PacketsPage::PacketsPage(QWidget* parent)
    : QWidget(parent)
    , m_model(new PacketModel(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(2);
    setupFilter();
    setupTable();
    showCount();
}

void PacketsPage::setupFilter()
{
    m_fate = new ChoiceBox;
    m_fate->setAccessibleName(tr("Fate of the packets shown"));
    m_fate->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_fate->addItem(tr("All fates"));
    for (const auto fate :
        {core::Fate::Played, core::Fate::Lost, core::Fate::Late, core::Fate::Overflow, core::Fate::Corrupt})
        m_fate->addItem(fateMark(fate), fateText(fate), static_cast<int>(fate));
    m_text = new QLineEdit;
    m_text->setAccessibleName(tr("Filter"));
    m_text->setPlaceholderText(tr("617-619, 0:12.3, late, PLC, wideband …"));
    m_text->setToolTip(
        tr("Shows the packets that every word fits: packet numbers, a media time, or part of "
           "a fate, repair, mode or bandwidth; also mono, stereo and DTX. FEC shows the packets "
           "repaired by it, FEC:yes those that carry it for the packet before."));
    m_text->setClearButtonEnabled(true);
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("faint"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 8, 0);
    bar->addWidget(m_fate);
    bar->addWidget(m_text, 1);
    bar->addWidget(m_count);
    static_cast<QVBoxLayout*>(layout())->addLayout(bar);
    connect(m_fate, &QComboBox::currentIndexChanged, this, &PacketsPage::applyFilter);
    connect(m_text, &QLineEdit::textChanged, this, &PacketsPage::applyFilter);
}

void PacketsPage::setupTable()
{
    m_table = new TableView(tr("Packets"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(true);
    layout()->addWidget(m_table);
    // What is typed next is meant for the table or the window, as after a number.
    connect(m_text, &QLineEdit::returnPressed, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(new QShortcut(Qt::Key_Escape, m_text, nullptr, nullptr, Qt::WidgetShortcut),
        &QShortcut::activated, m_table, [this] {
            m_text->clear();
            m_table->setFocus(Qt::OtherFocusReason);
        });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PacketsPage::follow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PacketsPage::showRows);
    connect(m_model, &PacketModel::rearranged, this, &PacketsPage::showRows);
    connect(m_model, &PacketModel::arranging, this, [this](double done) {
        if (done < 1)
            m_count->setText(tr("sorting and filtering, %1").arg(shareText(done, 0)));
        else
            showCount();
    });
}

void PacketsPage::showAnalysis(std::shared_ptr<const core::Analysis> analysis)
{
    const std::shared_ptr<const core::Capture> capture = analysis ? analysis->capture : nullptr;
    const bool isNewCapture = capture != m_capture;
    m_capture = capture;
    if (isNewCapture)
        m_chosen = core::noPacket;
    m_model->setAnalysis(std::move(analysis));
    if (isNewCapture)
        m_table->fitColumns();
}

void PacketsPage::selectPacket(uint32_t packet)
{
    m_chosen = packet;
    showChosen();
    showCount();
}

void PacketsPage::applyFilter()
{
    const QVariant fate = m_fate->currentData();
    m_isFilterNew = true;
    m_model->setFilter(
        PacketFilter(fate.isValid() ? std::optional(static_cast<core::Fate>(fate.toInt())) : std::nullopt,
            m_text->text()));
}

void PacketsPage::follow(const QModelIndex& current)
{
    const uint32_t packet = m_model->packetAt(current.row());
    if (packet == core::noPacket || packet == m_chosen)
        return;
    m_chosen = packet;
    showCount();
    emit packetSelected(packet);
}

void PacketsPage::showChosen()
{
    const int row = m_model->rowOf(m_chosen);
    if (row < 0) {
        const QSignalBlocker blocker(m_table->selectionModel());
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        m_table->viewport()->update();
        return;
    }
    if (row == m_table->currentIndex().row())
        return;
    m_table->selectRow(row);
    m_table->scrollTo(
        m_model->index(row, m_table->currentIndex().column()), QAbstractItemView::PositionAtCenter);
}

void PacketsPage::showRows()
{
    // The row chosen so far holds another packet now.
    {
        const QSignalBlocker blocker(m_table->selectionModel());
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
    showChosen();
    if (std::exchange(m_isFilterNew, false) && m_model->rowOf(m_chosen) < 0)
        m_table->scrollToTop();
    showCount();
}

void PacketsPage::showCount()
{
    const uint32_t all = m_model->packetCount();
    const auto shown = static_cast<quint64>(m_model->finalRowCount());
    QString text = shown == all
        ? tr("%Ln packet(s)", nullptr, static_cast<int>(all))
        : tr("%1 of %Ln packet(s)", nullptr, static_cast<int>(all)).arg(countText(shown));
    if (m_chosen < all && m_model->rowOf(m_chosen) < 0)
        text += QStringLiteral(" · ") % tr("%1 is selected, but filtered out").arg(m_chosen);
    m_count->setText(text);
    m_count->setVisible(all > 0);
    m_table->setEmptyText(
        all > 0 ? tr("No packet fits the filter.") : tr("Open a file to see its packets here."));
}

} // namespace ui

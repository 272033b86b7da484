#include "ui/gapspage.h"

#include "ui/tabledelegate.h"
#include "ui/tableview.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace ui {

namespace {

// The gap that starts at this place of the stream.
std::optional<uint32_t> gapAtMedia(const core::Analysis* analysis, core::MediaTime media)
{
    if (analysis == nullptr)
        return std::nullopt;
    const auto found = std::find_if(analysis->gaps.begin(), analysis->gaps.end(),
        [media](const core::Gap& gap) { return gap.media == media; });
    if (found == analysis->gaps.end())
        return std::nullopt;
    return static_cast<uint32_t>(found - analysis->gaps.begin());
}

// The gap that a packet is missing in.
std::optional<uint32_t> gapOf(const core::Analysis* analysis, uint32_t packet)
{
    if (analysis == nullptr || packet >= analysis->timeline.outcomes.size()
        || analysis->timeline.outcomes[packet].fate == core::Fate::Played)
        return std::nullopt;
    const auto found = std::ranges::find_if(analysis->gaps, [packet](const core::Gap& gap) {
        return gap.firstPacket != core::noPacket && gap.firstPacket <= packet && packet <= gap.lastPacket;
    });
    if (found == analysis->gaps.end())
        return std::nullopt;
    return static_cast<uint32_t>(found - analysis->gaps.begin());
}

} // namespace

GapsPage::GapsPage(QWidget* parent)
    : QWidget(parent)
    , m_model(new GapModel(this))
    , m_table(new TableView(tr("Gaps")))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->addWidget(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setItemDelegateForColumn(static_cast<int>(GapColumn::Damage), new DamageDelegate(this));
    m_table->setColumnHidden(static_cast<int>(GapColumn::Damage), true); // until the first value comes
    m_table->fitColumns();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GapsPage::follow);
    connect(m_table, &QTableView::activated, this, &GapsPage::activateCurrentGap);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GapsPage::showChosen);
    showEmptyText();
}

void GapsPage::showAnalysis(std::shared_ptr<const core::Analysis> analysis)
{
    const std::shared_ptr<const core::Capture> capture = analysis ? analysis->capture : nullptr;
    const bool isNewCapture = std::exchange(m_capture, capture) != capture;
    const std::optional<core::Gap> chosen = isNewCapture ? std::nullopt : currentGap();
    m_chosen = chosen ? gapAtMedia(analysis.get(), chosen->media) : std::nullopt;
    const bool hadRows = m_model->rowCount() > 0;
    m_model->setAnalysis(std::move(analysis));
    if (isNewCapture || (!hadRows && m_model->rowCount() > 0))
        m_table->fitColumns();
    else
        m_table->widenColumns();
    showEmptyText();
}

void GapsPage::setDamage(uint32_t gap, double decibels)
{
    constexpr auto column = static_cast<int>(GapColumn::Damage);
    if (m_table->isColumnHidden(column)) {
        m_table->setColumnHidden(column, false);
        m_table->resizeColumnToContents(column);
    }
    m_model->setDamage(gap, decibels);
}

std::optional<core::Gap> GapsPage::currentGap() const
{
    if (!m_chosen || !m_model->analysis())
        return std::nullopt;
    return m_model->analysis()->gaps[*m_chosen];
}

bool GapsPage::selectGapAfter(core::ReceiverTime time)
{
    if (!m_model->analysis())
        return false;
    const std::vector<core::Gap>& gaps = m_model->analysis()->gaps;
    const auto next = std::upper_bound(gaps.begin(), gaps.end(), time,
        [](core::ReceiverTime value, const core::Gap& gap) { return value < gap.start; });
    return next != gaps.end() && select(static_cast<uint32_t>(next - gaps.begin()));
}

bool GapsPage::selectGapBefore(core::ReceiverTime time)
{
    if (!m_model->analysis())
        return false;
    const std::vector<core::Gap>& gaps = m_model->analysis()->gaps;
    const auto next = std::lower_bound(gaps.begin(), gaps.end(), time,
        [](const core::Gap& gap, core::ReceiverTime value) { return gap.start < value; });
    return next != gaps.begin() && select(static_cast<uint32_t>(next - gaps.begin() - 1));
}

void GapsPage::selectGapOf(uint32_t packet)
{
    m_chosen = gapOf(m_model->analysis().get(), packet);
    showChosen();
}

void GapsPage::activateCurrentGap()
{
    if (const std::optional<core::Gap> gap = currentGap())
        emit gapActivated(*gap);
}

bool GapsPage::select(std::optional<uint32_t> gap)
{
    const bool isOther = std::exchange(m_chosen, gap) != gap;
    showChosen();
    if (isOther && gap)
        emit gapSelected(*currentGap());
    return gap.has_value();
}

void GapsPage::follow(const QModelIndex& current)
{
    const std::optional<uint32_t> gap = m_model->gapAt(current.row());
    if (!gap || gap == m_chosen)
        return;
    m_chosen = gap;
    emit gapSelected(*currentGap());
}

void GapsPage::showChosen()
{
    const int row = m_chosen ? m_model->rowOf(*m_chosen) : -1;
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
    m_table->scrollTo(m_model->index(row, 0));
}

void GapsPage::showEmptyText()
{
    const core::Analysis* analysis = m_model->analysis().get();
    const auto missing =
        analysis == nullptr ? 0 : analysis->statistics.packetsSent - analysis->statistics.packetsPlayed;
    if (!m_capture)
        m_table->setEmptyText(tr("Open a file to see its gaps here."));
    else if (missing == 0)
        m_table->setEmptyText(tr("No gaps: every packet was played in time."));
    else
        m_table->setEmptyText(tr("No gaps in the playout, though %Ln packet(s) were not played: see Packets.",
            nullptr, static_cast<int>(missing)));
}

} // namespace ui

#include "ui/packetmodel.h"

#include "ui/outcometext.h"
#include "ui/roworder.h"
#include "ui/theme.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace ui {

namespace {

constexpr std::chrono::milliseconds pauseOfChanges{250};

// Index, sequence and media time all stand for the order of sending.
bool isSendingOrder(PacketColumn column) { return column <= PacketColumn::Media; }

} // namespace

PacketModel::PacketModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_rearrange.setSingleShot(true);
    m_rearrange.setInterval(pauseOfChanges);
    connect(&m_rearrange, &QTimer::timeout, this, &PacketModel::rearrange);
}

void PacketModel::setAnalysis(std::shared_ptr<const core::Analysis> analysis)
{
    const bool isSameCapture = m_analysis && analysis && m_analysis->capture == analysis->capture;
    if (!isSameCapture) {
        m_rearrange.stop();
        beginResetModel();
        m_analysis = std::move(analysis);
        m_rows = arrangedRows();
        endResetModel();
        return;
    }
    m_analysis = std::move(analysis);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, packetColumnCount - 1));
    if (hasStaleRows())
        m_rearrange.start();
}

void PacketModel::setFilter(const PacketFilter& filter)
{
    m_filter = filter;
    rearrange();
}

uint32_t PacketModel::packetCount() const
{
    return m_analysis ? static_cast<uint32_t>(m_analysis->capture->packets().size()) : 0;
}

uint32_t PacketModel::packetAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return core::noPacket;
    const auto place = static_cast<uint32_t>(row);
    if (!isNatural())
        return m_rows[place];
    return m_sortOrder == Qt::AscendingOrder ? place : packetCount() - 1 - place;
}

int PacketModel::rowOf(uint32_t packet) const
{
    if (packet >= packetCount())
        return -1;
    if (isNatural())
        return static_cast<int>(m_sortOrder == Qt::AscendingOrder ? packet : packetCount() - 1 - packet);
    const auto found = std::find(m_rows.begin(), m_rows.end(), packet);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PacketModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(isNatural() ? packetCount() : m_rows.size());
}

int PacketModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : packetColumnCount;
}

QVariant PacketModel::data(const QModelIndex& index, int role) const
{
    const uint32_t packet = packetAt(index.row());
    if (!index.isValid() || packet == core::noPacket)
        return {};
    const auto column = static_cast<PacketColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return packetText(*m_analysis, packet, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
    case Qt::DecorationRole:
        return column == PacketColumn::Fate || column == PacketColumn::Margin ? look(packet, column, role)
                                                                              : QVariant();
    default:
        return {};
    }
}

QVariant PacketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= packetColumnCount)
        return {};
    const auto column = static_cast<PacketColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return packetHeader(column);
    case Qt::ToolTipRole:
        return packetHeaderTip(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

void PacketModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= packetColumnCount)
        column = 0;
    m_sortColumn = static_cast<PacketColumn>(column);
    m_sortOrder = order;
    rearrange();
}

bool PacketModel::isNatural() const { return m_filter.isEmpty() && isSendingOrder(m_sortColumn); }

bool PacketModel::hasStaleRows() const { return !m_filter.isEmpty() || dependsOnScenario(m_sortColumn); }

std::vector<uint32_t> PacketModel::arrangedRows() const
{
    std::vector<uint32_t> rows;
    if (isNatural() || !m_analysis)
        return rows;
    std::vector<SortKey> keys;
    if (m_filter.isEmpty())
        keys.reserve(packetCount());
    for (uint32_t packet = 0; packet < packetCount(); ++packet) {
        if (m_filter.isEmpty() || m_filter.matches(*m_analysis, packet))
            keys.push_back({packetKey(*m_analysis, packet, m_sortColumn), packet});
    }
    return sortedRows(std::move(keys), m_sortOrder);
}

// The two cells that carry the outcome: its mark and its colour.
QVariant PacketModel::look(uint32_t packet, PacketColumn column, int role) const
{
    const core::PacketOutcome& outcome = m_analysis->timeline.outcomes[packet];
    const bool isFate = column == PacketColumn::Fate;
    if (role == Qt::DecorationRole)
        return isFate ? QVariant(fateMark(outcome.fate)) : QVariant();
    if (outcome.fate == core::Fate::Played || (!isFate && outcome.fate != core::Fate::Late))
        return {};
    return readable(fateColour(outcome.fate), colours().window);
}

void PacketModel::rearrange()
{
    m_rearrange.stop();
    beginResetModel();
    m_rows = arrangedRows();
    endResetModel();
}

} // namespace ui

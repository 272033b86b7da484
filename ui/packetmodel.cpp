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
constexpr std::chrono::milliseconds slice{6}; // of work between two looks at the window
constexpr uint32_t fewPackets = 20000; // are arranged at once
constexpr int portion = 400000; // of new rows

} // namespace

PacketModel::PacketModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_rearrange.setSingleShot(true);
    m_rearrange.setInterval(pauseOfChanges);
    connect(&m_rearrange, &QTimer::timeout, this, &PacketModel::rearrange);
    connect(&m_work, &QTimer::timeout, this, &PacketModel::workOn);
    connect(&m_grow, &QTimer::timeout, this, &PacketModel::grow);
}

void PacketModel::setAnalysis(std::shared_ptr<const core::Analysis> analysis)
{
    const bool isSameCapture = m_analysis && analysis && m_analysis->capture == analysis->capture;
    if (!isSameCapture) {
        beginResetModel();
        m_analysis = std::move(analysis);
        m_shown = {m_wanted.isNatural(), m_wanted.direction, {}};
        reset();
        endResetModel();
        if (!m_wanted.isNatural())
            rearrange();
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
    m_wanted.filter = filter;
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
    if (!m_shown.isNatural)
        return m_shown.rows[place];
    return m_shown.direction == Qt::AscendingOrder ? place : packetCount() - 1 - place;
}

int PacketModel::rowOf(uint32_t packet) const
{
    if (packet >= packetCount())
        return -1;
    const bool isAscending = m_shown.direction == Qt::AscendingOrder;
    int row = static_cast<int>(isAscending ? packet : packetCount() - 1 - packet);
    if (!m_shown.isNatural) {
        const auto found = std::find(m_shown.rows.begin(), m_shown.rows.end(), packet);
        row = static_cast<int>(found - m_shown.rows.begin());
    }
    return row < m_rowCount ? row : -1;
}

int PacketModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_rowCount;
}

int PacketModel::finalRowCount() const
{
    return static_cast<int>(m_shown.isNatural ? packetCount() : m_shown.rows.size());
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
    m_wanted.column = static_cast<PacketColumn>(column);
    m_wanted.direction = order;
    rearrange();
}

bool PacketModel::hasStaleRows() const
{
    return !m_wanted.filter.isEmpty() || dependsOnScenario(m_wanted.column);
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
    m_work.stop();
    const bool wasArranging = std::exchange(m_arrangement, nullptr) != nullptr;
    if (!m_analysis || m_wanted.isNatural()) {
        show({m_wanted.isNatural(), m_wanted.direction, {}});
        if (wasArranging)
            emit arranging(1);
        return;
    }
    m_arrangement = std::make_unique<PacketArrangement>(m_analysis, m_wanted);
    if (packetCount() > fewPackets) {
        m_work.start();
        return;
    }
    while (!m_arrangement->workUntil(std::chrono::steady_clock::time_point::max())) { }
    show({false, m_wanted.direction, std::exchange(m_arrangement, nullptr)->takeRows()});
}

void PacketModel::workOn()
{
    const bool isDone = m_arrangement->workUntil(std::chrono::steady_clock::now() + slice);
    emit arranging(isDone ? 1 : m_arrangement->done());
    if (!isDone)
        return;
    m_work.stop();
    show({false, m_wanted.direction, m_arrangement->takeRows()});
    m_arrangement.reset();
}

// As many rows as before: only their contents change, which costs nothing for those out of sight.
void PacketModel::show(Shown shown)
{
    const auto count = static_cast<int>(shown.isNatural ? packetCount() : shown.rows.size());
    if (count == rowCount() && count > 0) {
        m_shown = std::move(shown);
        emit dataChanged(index(0, 0), index(count - 1, packetColumnCount - 1));
    } else {
        beginResetModel();
        m_shown = std::move(shown);
        reset();
        endResetModel();
    }
    emit rearranged();
}

// Only the first portion of the rows; the others follow.
void PacketModel::reset()
{
    m_rowCount = std::min(finalRowCount(), portion);
    if (m_rowCount < finalRowCount())
        m_grow.start();
    else
        m_grow.stop();
}

void PacketModel::grow()
{
    const int count = std::min(finalRowCount() - m_rowCount, portion);
    if (count > 0) {
        beginInsertRows({}, m_rowCount, m_rowCount + count - 1);
        m_rowCount += count;
        endInsertRows();
    }
    if (m_rowCount < finalRowCount())
        return;
    m_grow.stop();
    emit rearranged();
}

} // namespace ui

#include "ui/gapmodel.h"

#include "ui/format.h"
#include "ui/gapcell.h"
#include "ui/outcometext.h"
#include "ui/roworder.h"
#include "ui/theme.h"

#include <QLocale>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

namespace ui {

namespace {

constexpr std::chrono::milliseconds rearrangePeriod{250};
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool isNumber(GapColumn column)
{
    return column == GapColumn::Start || column == GapColumn::Length || column == GapColumn::SavingDelay;
}

Qt::Alignment alignmentOf(GapColumn column)
{
    return (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

GapModel::GapModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_rearrange.setSingleShot(true);
    m_rearrange.setInterval(rearrangePeriod);
    connect(&m_rearrange, &QTimer::timeout, this, &GapModel::rearrange);
}

void GapModel::setAnalysis(std::shared_ptr<const core::Analysis> analysis)
{
    m_rearrange.stop();
    beginResetModel();
    m_analysis = std::move(analysis);
    m_damage.assign(m_analysis ? m_analysis->gaps.size() : 0, unknown);
    arrange();
    endResetModel();
}

void GapModel::setDamage(uint32_t gap, double decibels)
{
    if (gap >= m_damage.size())
        return;
    m_damage[gap] = decibels;
    const QModelIndex cell = index(rowOf(gap), static_cast<int>(GapColumn::Damage));
    emit dataChanged(cell, cell);
    if (m_sortColumn == GapColumn::Damage && !m_rearrange.isActive())
        m_rearrange.start();
}

std::optional<uint32_t> GapModel::gapAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_gaps[static_cast<size_t>(row)];
}

int GapModel::rowOf(uint32_t gap) const
{
    return gap < m_rowsOfGaps.size() ? static_cast<int>(m_rowsOfGaps[gap]) : -1;
}

int GapModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_gaps.size());
}

int GapModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant GapModel::data(const QModelIndex& index, int role) const
{
    const std::optional<uint32_t> gap = gapAt(index.row());
    if (!index.isValid() || !gap)
        return {};
    const auto column = static_cast<GapColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(*gap, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(column));
    case Qt::ForegroundRole:
        return column == GapColumn::Cause
            ? QVariant(readable(causeColour(m_analysis->gaps[*gap].cause), colours().window))
            : QVariant();
    case damageRole:
        return column == GapColumn::Damage && !std::isnan(m_damage[*gap]) ? QVariant(m_damage[*gap])
                                                                          : QVariant();
    case Qt::ToolTipRole:
        return column == GapColumn::SavingDelay && !m_analysis->gaps[*gap].savingDelay
            ? QVariant(tr("No delay would have saved it: not all of its packets arrived."))
            : QVariant();
    default:
        return {};
    }
}

QVariant GapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const std::array<QString, columns> names{tr("Start"), tr("Length"), tr("Cause"), tr("Repaired by"),
        tr("Saved by delay"), tr("Spectral damage"), tr("Packets")};
    const std::array<QString, columns> tips{tr("When playout ran into it, on the receiver's clock"),
        tr("Playout without its own packets"), tr("What broke it, and how many packets"),
        tr("What was played in place of the packets"),
        tr("How much more buffer delay would have saved it: by how much its latest packet missed its due "
           "time"),
        tr("Log-spectral distance between what was heard and what was sent, over the gap (of one longer than "
           "a minute, its first minute) and the 100 ms after it. An estimate of how audible it is."),
        tr("Packets that should have sounded here")};
    const auto column = static_cast<size_t>(section);
    switch (role) {
    case Qt::DisplayRole:
        return names.at(column);
    case Qt::ToolTipRole:
        return tips.at(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(static_cast<GapColumn>(section)));
    default:
        return {};
    }
}

void GapModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        column = 0;
    m_sortColumn = static_cast<GapColumn>(column);
    m_sortOrder = order;
    rearrange();
}

QString GapModel::text(uint32_t gap, GapColumn column) const
{
    const core::Gap& what = m_analysis->gaps[gap];
    switch (column) {
    case GapColumn::Start:
        return clockText(what.start);
    case GapColumn::Length:
        return gapLengthText(what);
    case GapColumn::Cause:
        return gapCauseText(what);
    case GapColumn::Repair:
        return gapRepairText(what);
    case GapColumn::Damage:
        return damageText(gap);
    case GapColumn::Packets:
        return gapPacketsText(what);
    case GapColumn::SavingDelay:
        return gapSavingDelayText(what);
    }
    return {};
}

QString GapModel::damageText(uint32_t gap) const
{
    if (std::isnan(m_damage[gap]))
        return QChar(0x2026);
    return tr("%1 dB").arg(QLocale().toString(m_damage[gap], 'f', 1));
}

uint64_t GapModel::key(uint32_t gap, GapColumn column) const
{
    const core::Gap& what = m_analysis->gaps[gap];
    constexpr unsigned causeShift = 32;
    switch (column) {
    case GapColumn::Start:
        return sortKeyOf(what.start.ticks());
    case GapColumn::Length:
        return sortKeyOf(what.length.ticks());
    case GapColumn::Cause:
        return (static_cast<uint64_t>(what.cause) << causeShift) | what.packets.all;
    case GapColumn::Repair: // by how much of it FEC could not save
        return sortKeyOf((what.plc + what.silence).ticks());
    case GapColumn::Damage:
        return sortKeyOf(m_damage[gap]);
    case GapColumn::Packets:
        return what.firstPacket == core::noPacket ? emptyKey : what.firstPacket;
    case GapColumn::SavingDelay:
        return what.savingDelay ? sortKeyOf(what.savingDelay->ticks()) : emptyKey;
    }
    return emptyKey;
}

void GapModel::arrange()
{
    const auto count = static_cast<uint32_t>(m_damage.size());
    std::vector<SortKey> keys;
    keys.reserve(count);
    for (uint32_t gap = 0; gap < count; ++gap)
        keys.push_back({key(gap, m_sortColumn), gap});
    m_gaps = sortedRows(keys, m_sortOrder);
    m_rowsOfGaps.resize(count);
    for (uint32_t row = 0; row < count; ++row)
        m_rowsOfGaps[m_gaps[row]] = row;
}

void GapModel::rearrange()
{
    m_rearrange.stop();
    beginResetModel();
    arrange();
    endResetModel();
}

} // namespace ui

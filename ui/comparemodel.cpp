#include "ui/comparemodel.h"

#include "ui/comparerow.h"
#include "ui/theme.h"

#include <QFont>
#include <algorithm>

namespace ui {

namespace {

Qt::Alignment alignmentOf(int column)
{
    return (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

} // namespace

void CompareModel::setKept(const KeptScenarios& kept)
{
    const KeptScenarios before = std::exchange(m_kept, kept);
    const AllStatistics known = m_statistics;
    for (const Slot slot : allSlots) {
        auto& statistics = m_statistics.at(static_cast<size_t>(slot));
        if (kept.at(slot) == before.at(slot))
            continue;
        if (!kept.at(slot) || slot != kept.onView)
            statistics.reset();
        for (const Slot other : allSlots) {
            if (kept.at(slot) && kept.at(slot) == before.at(other) && known.at(static_cast<size_t>(other)))
                statistics = known.at(static_cast<size_t>(other));
        }
    }
    arrange();
}

void CompareModel::setStatistics(const core::Scenario& scenario, const core::Statistics& statistics)
{
    for (const Slot slot : m_kept.filled()) {
        if (*m_kept.at(slot) == scenario)
            m_statistics.at(static_cast<size_t>(slot)) = statistics;
    }
    arrange();
}

void CompareModel::setShown(const core::Scenario& scenario, const core::Statistics& statistics)
{
    const std::vector<core::Scenario> all = m_kept.scenarios();
    if (std::ranges::find(all, scenario) == all.end())
        m_statistics.at(static_cast<size_t>(m_kept.onView)) = statistics;
    setStatistics(scenario, statistics);
}

void CompareModel::forgetStatistics()
{
    m_statistics = {};
    arrange();
}

void CompareModel::setReference(Slot slot)
{
    m_reference = slot;
    arrange();
}

Slot CompareModel::reference() const
{
    return m_kept.at(m_reference) ? m_reference : m_kept.filled().front();
}

QStringList CompareModel::differences() const
{
    QStringList lines;
    for (const Slot slot : m_kept.filled()) {
        if (slot == reference())
            continue;
        const QStringList texts = differenceTexts(*m_kept.at(reference()), *m_kept.at(slot));
        //: slot of a scenario, what differs
        lines.append(tr("%1: %2").arg(slotName(slot),
            texts.isEmpty() ? tr("the same as %1").arg(slotName(reference()))
                            : texts.join(QStringLiteral(", "))));
    }
    return lines;
}

const std::optional<core::Statistics>& CompareModel::statisticsOf(Slot slot) const
{
    return m_statistics.at(static_cast<size_t>(slot));
}

int CompareModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const size_t row = m_rows[static_cast<size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(index.column()));
    if (role == Qt::ToolTipRole)
        return definitionOf(compareRows()[row].statistic);
    if (index.column() == 0) {
        if (role == Qt::ForegroundRole && !differs(row))
            return colours().faintText;
        return role == Qt::DisplayRole ? QVariant(labelOf(compareRows()[row].statistic)) : QVariant();
    }
    const Column column = m_columns[static_cast<size_t>(index.column()) - 1];
    if (role == Qt::DisplayRole)
        return text(row, column);
    return role == Qt::ForegroundRole ? colour(row, column) : QVariant();
}

QString CompareModel::text(size_t row, Column column) const
{
    const auto& statistics = statisticsOf(column.slot);
    const auto& compared = statisticsOf(reference());
    if (!statistics || (column.isDifference && !compared))
        return QStringLiteral("…");
    const CompareRow& compare = compareRows()[row];
    return column.isDifference ? compare.differenceText(*compared, *statistics)
                               : compare.valueText(*statistics);
}

QVariant CompareModel::colour(size_t row, Column column) const
{
    if (!differs(row))
        return colours().faintText;
    const auto& statistics = statisticsOf(column.slot);
    const auto& compared = statisticsOf(reference());
    if (!column.isDifference || !statistics || !compared)
        return {};
    switch (compareRows()[row].verdict(*compared, *statistics)) {
    case Verdict::Better:
        return colours().fec;
    case Verdict::Worse:
        return colours().lost;
    case Verdict::Neither:
        break;
    }
    return {};
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(tr("Statistic")) : QVariant();
    const Column column = m_columns[static_cast<size_t>(section) - 1];
    const QString name = slotName(column.slot);
    const bool isOnView = column.slot == m_kept.onView && !column.isDifference;
    if (role == Qt::DisplayRole) {
        if (column.isDifference)
            return QString(name % QStringLiteral(" − ") % slotName(reference()));
        return isOnView ? tr("%1 on view").arg(name) : name;
    }
    if (role == Qt::ToolTipRole)
        return column.isDifference
            ? tr("How much more (+) or less (−) scenario %1 has than %2").arg(name, slotName(reference()))
            : tr("Scenario %1").arg(name);
    return {};
}

bool CompareModel::differs(size_t row) const
{
    const auto& compared = statisticsOf(reference());
    const std::vector<Slot> filled = m_kept.filled();
    return compared && std::ranges::any_of(filled, [&](Slot slot) {
        const auto& statistics = statisticsOf(slot);
        return statistics && compareRows()[row].difference(*compared, *statistics) != 0;
    });
}

std::vector<CompareModel::Column> CompareModel::columnsNow() const
{
    std::vector<Column> columns;
    const std::vector<Slot> filled = m_kept.filled();
    if (filled.size() < 2)
        return columns;
    for (const Slot slot : filled) {
        columns.push_back({slot, false});
        if (slot != reference())
            columns.push_back({slot, true});
    }
    return columns;
}

std::vector<size_t> CompareModel::rowsNow() const
{
    std::vector<size_t> rows;
    if (m_kept.filled().size() < 2)
        return rows;
    for (size_t row = 0; row < compareRows().size(); ++row)
        rows.push_back(row);
    std::stable_partition(rows.begin(), rows.end(), [this](size_t row) { return differs(row); });
    return rows;
}

void CompareModel::arrange()
{
    std::vector<Column> columns = columnsNow();
    std::vector<size_t> rows = rowsNow();
    if (columns != m_columns || rows != m_rows) {
        beginResetModel();
        m_columns = std::move(columns);
        m_rows = std::move(rows);
        endResetModel();
    } else if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

} // namespace ui

#include "ui/comparemodel.h"

#include "ui/comparerow.h"
#include "ui/theme.h"

#include <QFont>
#include <algorithm>

namespace ui {

namespace {

constexpr size_t mostSteps = 1000; // without a result

Qt::Alignment alignmentOf(int column)
{
    return (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

} // namespace

void CompareModel::setKept(const KeptScenarios& kept)
{
    const KeptScenarios before = std::exchange(m_kept, kept);
    if (kept.onView != before.onView || m_steps.size() == mostSteps)
        m_steps.clear();
    else if (kept.shown() != before.shown())
        m_steps.push_back(before.shown());
    const auto known = m_known;
    for (const Slot slot : allSlots) {
        auto& entry = m_known.at(static_cast<size_t>(slot));
        const auto found = std::ranges::find_if(known, [&](const std::optional<Known>& each) {
            return each && kept.at(slot) && each->scenario == *kept.at(slot);
        });
        if (found != known.end())
            entry = *found;
        else if (!kept.at(slot) || slot != kept.onView)
            entry.reset();
    }
    arrange();
}

void CompareModel::setStatistics(const core::Scenario& scenario, const core::Statistics& statistics)
{
    for (const Slot slot : m_kept.filled()) {
        if (*m_kept.at(slot) == scenario)
            m_known.at(static_cast<size_t>(slot)) = Known{scenario, statistics};
    }
    arrange();
}

// A result that comes when another slot is on view already belongs to none.
void CompareModel::setShown(const core::Scenario& scenario, const core::Statistics& statistics)
{
    const auto step = std::ranges::find(m_steps, scenario);
    if (scenario == m_kept.shown()) {
        m_steps.clear();
    } else if (step != m_steps.end()) {
        m_known.at(static_cast<size_t>(m_kept.onView)) = Known{scenario, statistics};
        m_steps.erase(m_steps.begin(), step + 1); // results come in order
    }
    setStatistics(scenario, statistics);
}

void CompareModel::forgetStatistics()
{
    m_steps.clear();
    m_known = {};
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

const core::Statistics* CompareModel::statisticsOf(Slot slot) const
{
    const auto& known = m_known.at(static_cast<size_t>(slot));
    return known ? &known->statistics : nullptr;
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
    const core::Statistics* statistics = statisticsOf(column.slot);
    const core::Statistics* compared = statisticsOf(reference());
    if (statistics == nullptr || (column.isDifference && compared == nullptr))
        return QStringLiteral("…");
    const CompareRow& compare = compareRows()[row];
    return column.isDifference ? compare.differenceText(*compared, *statistics)
                               : compare.valueText(*statistics);
}

QVariant CompareModel::colour(size_t row, Column column) const
{
    if (!differs(row))
        return colours().faintText;
    const core::Statistics* statistics = statisticsOf(column.slot);
    const core::Statistics* compared = statisticsOf(reference());
    if (!column.isDifference || statistics == nullptr || compared == nullptr)
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
    const core::Statistics* compared = statisticsOf(reference());
    const std::vector<Slot> filled = m_kept.filled();
    return compared != nullptr && std::ranges::any_of(filled, [&](Slot slot) {
        const core::Statistics* statistics = statisticsOf(slot);
        return statistics != nullptr && compareRows()[row].difference(*compared, *statistics) != 0;
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

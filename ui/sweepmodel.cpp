#include "ui/sweepmodel.h"

#include "ui/parametertext.h"
#include "ui/roworder.h"
#include "ui/sweeptext.h"
#include "ui/theme.h"

#include <algorithm>
#include <utility>

namespace ui {

using core::SweepMeasure;
using core::SweepPoint;

namespace {

constexpr SweepMeasure measureOf(int column) { return static_cast<SweepMeasure>(column - 1); }

bool isKnown(const SweepPoint& point) { return point.seeds > 0 || point.problem; }

} // namespace

void SweepModel::begin(const core::SweepPlan& plan)
{
    beginResetModel();
    m_plan = plan;
    m_points.assign(plan.values.size(), {});
    for (size_t place = 0; place < m_points.size(); ++place) {
        m_points[place].place = place;
        m_points[place].value = plan.values[place];
    }
    m_best.reset();
    m_isRunning = true;
    m_places = arranged();
    endResetModel();
}

void SweepModel::add(const std::vector<SweepPoint>& points)
{
    for (const SweepPoint& point : points) {
        if (point.place < m_points.size())
            m_points[point.place] = point;
    }
    refresh();
}

void SweepModel::end()
{
    m_isRunning = false;
    m_best = core::bestPlace(m_points);
    refresh();
}

void SweepModel::clear()
{
    beginResetModel();
    m_plan = {};
    m_points.clear();
    m_places.clear();
    m_best.reset();
    m_isRunning = false;
    endResetModel();
}

void SweepModel::setSetting(std::optional<double> value)
{
    if (std::exchange(m_setting, value) != value && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int SweepModel::knownCount() const { return static_cast<int>(std::ranges::count_if(m_points, isKnown)); }

std::optional<size_t> SweepModel::placeAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_places[static_cast<size_t>(row)];
}

int SweepModel::rowOf(size_t place) const
{
    const auto found = std::ranges::find(m_places, place);
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

int SweepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int SweepModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant SweepModel::data(const QModelIndex& index, int role) const
{
    const std::optional<size_t> place = placeAt(index.row());
    if (!index.isValid() || !place || index.column() >= columns)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*place, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return colour(*place);
    case Qt::ToolTipRole:
        return toolTip(*place);
    default:
        return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == 0) {
        if (m_plan.parameter == nullptr)
            return role == Qt::DisplayRole ? QVariant(tr("Value")) : QVariant();
        const ParameterText& parameter = parameterText(m_plan.parameter->path);
        return translated(role == Qt::DisplayRole ? parameter.name : parameter.definition);
    }
    const Statistic statistic = statisticOf(measureOf(section));
    if (role == Qt::DisplayRole)
        return labelOf(statistic);
    return QString(QStringLiteral("<p>") % definitionOf(statistic) % QStringLiteral("</p><p>")
        % tr("Mean over the seeds, and in brackets the least and the greatest.") % QStringLiteral("</p>"));
}

void SweepModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column >= 0 && column < columns ? column : 0;
    m_sortOrder = order;
    rearrange();
}

QString SweepModel::text(size_t place, int column) const
{
    const SweepPoint& point = m_points[place];
    if (column == 0)
        return valueCell(place);
    if (point.problem)
        return column == 1 ? tr("not possible") : QStringLiteral("–");
    return isKnown(point) ? spreadText(measureOf(column), point[measureOf(column)]) : QStringLiteral("…");
}

QString SweepModel::valueCell(size_t place) const
{
    const QString value = valueText(parameterText(m_plan.parameter->path).unit, m_points[place].value);
    const bool isSet = m_setting == m_points[place].value;
    if (m_best == place)
        return isSet ? tr("%1 · best, set").arg(value) : tr("%1 · best").arg(value);
    return isSet ? tr("%1 · set").arg(value) : value;
}

QVariant SweepModel::colour(size_t place) const
{
    if (!isKnown(m_points[place]) || m_points[place].problem)
        return colours().faintText;
    return m_best == place ? QVariant(colours().fec) : QVariant();
}

QString SweepModel::toolTip(size_t place) const
{
    if (m_points[place].problem)
        return tr("No scenario has this value: %1.").arg(problemText(*m_points[place].problem));
    if (m_best == place)
        return tr("The best: least is concealed or stalled here; of equal ones the smallest value.");
    return {};
}

// Rows that are not known yet stand last.
uint64_t SweepModel::key(size_t place) const
{
    const SweepPoint& point = m_points[place];
    if (m_sortColumn == 0)
        return sortKeyOf(point.value);
    const core::SweepSpread& spread = point[measureOf(m_sortColumn)];
    return spread.count > 0 ? sortKeyOf(spread.mean) : emptyKey;
}

std::vector<uint32_t> SweepModel::arranged() const
{
    std::vector<SortKey> keys;
    for (uint32_t place = 0; place < m_points.size(); ++place)
        keys.push_back({key(place), place});
    return sortedRows(keys, m_sortOrder);
}

// What is selected stays so.
void SweepModel::rearrange()
{
    emit layoutAboutToBeChanged();
    const std::vector<uint32_t> before = std::exchange(m_places, arranged());
    const QModelIndexList moved = persistentIndexList();
    for (const QModelIndex& from : moved)
        changePersistentIndex(from, index(rowOf(before[static_cast<size_t>(from.row())]), from.column()));
    emit layoutChanged();
}

void SweepModel::refresh()
{
    if (m_sortColumn != 0)
        rearrange();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

} // namespace ui

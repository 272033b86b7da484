#pragma once

#include "core/analysis/sweep.h"

#include <QAbstractTableModel>
#include <optional>
#include <vector>

namespace ui {

// What came of each value of a sweep, one a row: the value, then the measures in the order of
// core::SweepMeasure. Values that are not known yet have rows too. "Place" numbers are places in
// SweepPlan::values, rows are places in the table. GUI thread only.
class SweepModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int columns = 1 + static_cast<int>(core::sweepMeasures);

    using QAbstractTableModel::QAbstractTableModel;

    void begin(const core::SweepPlan& plan); // nothing is known yet
    void add(const std::vector<core::SweepPoint>& points);
    void end(); // nothing more comes; the best is known
    void clear();
    // What the scenario on view has; its row is marked.
    void setSetting(std::optional<double> value);

    // Without a parameter there is none.
    [[nodiscard]] const core::SweepPlan& plan() const { return m_plan; }
    [[nodiscard]] const std::vector<core::SweepPoint>& points() const { return m_points; } // by place
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int knownCount() const;
    [[nodiscard]] const std::optional<size_t>& best() const { return m_best; } // once nothing more comes
    [[nodiscard]] std::optional<size_t> placeAt(int row) const;
    [[nodiscard]] int rowOf(size_t place) const; // -1 if there is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(size_t place, int column) const;
    [[nodiscard]] QString valueCell(size_t place) const;
    [[nodiscard]] QVariant colour(size_t place) const;
    [[nodiscard]] QString toolTip(size_t place) const;
    [[nodiscard]] uint64_t key(size_t place) const;
    [[nodiscard]] std::vector<uint32_t> arranged() const;
    void rearrange();
    void refresh();

    core::SweepPlan m_plan;
    std::vector<core::SweepPoint> m_points;
    std::vector<uint32_t> m_places; // by row
    std::optional<size_t> m_best;
    std::optional<double> m_setting;
    bool m_isRunning = false;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace ui

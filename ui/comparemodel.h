#pragma once

#include "core/analysis/analysis.h"
#include "ui/keptscenarios.h"

#include <QAbstractTableModel>
#include <array>
#include <optional>
#include <vector>

namespace ui {

// The statistics of the kept scenarios side by side, one a row; beside each scenario its difference to the
// one chosen as reference. What differs stands above what does not. Without a second scenario there are no
// rows. GUI thread only.
class CompareModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    // Statistics that belong to a scenario that is still kept stay known; those of the slot on view stay
    // until others come, so that they do not flicker under a moving slider.
    void setKept(const KeptScenarios& kept);
    void setStatistics(const core::Scenario& scenario, const core::Statistics& statistics);
    // Of what is shown: perhaps one step behind the slot on view.
    void setShown(const core::Scenario& scenario, const core::Statistics& statistics);
    void forgetStatistics(); // another capture

    // An empty slot: the first that is filled is the reference.
    void setReference(Slot slot);
    [[nodiscard]] Slot reference() const;
    [[nodiscard]] const KeptScenarios& kept() const { return m_kept; }
    // "B: Loss rate 3 % → 5 %, Seed 1 → 2", a line for each scenario but the reference.
    [[nodiscard]] QStringList differences() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Column {
        Slot slot = Slot::A;
        bool isDifference = false;
        bool operator==(const Column&) const = default;
    };
    using AllStatistics = std::array<std::optional<core::Statistics>, allSlots.size()>;

    [[nodiscard]] const std::optional<core::Statistics>& statisticsOf(Slot slot) const;
    [[nodiscard]] QString text(size_t row, Column column) const;
    [[nodiscard]] QVariant colour(size_t row, Column column) const;
    [[nodiscard]] bool differs(size_t row) const;
    [[nodiscard]] std::vector<Column> columnsNow() const;
    [[nodiscard]] std::vector<size_t> rowsNow() const;
    // Resets the model only where columns or the order of rows are others.
    void arrange();

    KeptScenarios m_kept;
    AllStatistics m_statistics;
    Slot m_reference = Slot::A;
    std::vector<Column> m_columns; // behind the names
    std::vector<size_t> m_rows;
};

} // namespace ui

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

    // Statistics that belong to a scenario that is still kept stay known. Of the slot on view those of a step
    // before stay until others come, so that they do not flicker under a moving slider; of the others never.
    void setKept(const KeptScenarios& kept);
    void setStatistics(const core::Scenario& scenario, const core::Statistics& statistics);
    // Of what is shown: perhaps of a step that the slot on view is beyond.
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
    struct Known {
        core::Scenario scenario;
        core::Statistics statistics;
    };

    // Null: unknown.
    [[nodiscard]] const core::Statistics* statisticsOf(Slot slot) const;
    [[nodiscard]] QString text(size_t row, Column column) const;
    [[nodiscard]] QVariant colour(size_t row, Column column) const;
    [[nodiscard]] bool differs(size_t row) const;
    [[nodiscard]] std::vector<Column> columnsNow() const;
    [[nodiscard]] std::vector<size_t> rowsNow() const;
    // Resets the model only where columns or the order of rows are others.
    void arrange();

    KeptScenarios m_kept;
    std::vector<core::Scenario> m_steps; // of the slot on view, since it is and since the last result
    std::array<std::optional<Known>, allSlots.size()> m_known; // by slot
    Slot m_reference = Slot::A;
    std::vector<Column> m_columns; // behind the names
    std::vector<size_t> m_rows;
};

} // namespace ui

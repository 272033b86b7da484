#pragma once

#include "core/analysis/analysis.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

enum class GapColumn : uint8_t { Start, Length, Cause, Repair, SavingDelay, Damage, Packets };

// The gaps of an analysis as a table. How much each is heard arrives later, gap by gap. "Gap" numbers are
// places in Analysis::gaps, rows are places in the table. GUI thread only.
class GapModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int columns = 7;
    static constexpr int damageRole = Qt::UserRole + 1; // double, dB; invalid while unknown

    explicit GapModel(QObject* parent = nullptr);

    // All damage is unknown again.
    void setAnalysis(std::shared_ptr<const core::Analysis> analysis);
    // Sorted by damage, the rows find their new places a few times a second.
    void setDamage(uint32_t gap, double decibels);

    [[nodiscard]] const std::shared_ptr<const core::Analysis>& analysis() const { return m_analysis; }
    [[nodiscard]] std::optional<uint32_t> gapAt(int row) const;
    [[nodiscard]] int rowOf(uint32_t gap) const; // -1 if there is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(uint32_t gap, GapColumn column) const;
    [[nodiscard]] QString damageText(uint32_t gap) const;
    [[nodiscard]] uint64_t key(uint32_t gap, GapColumn column) const;
    void arrange();
    void rearrange();

    std::shared_ptr<const core::Analysis> m_analysis;
    std::vector<double> m_damage; // dB, one a gap; not a number = unknown
    std::vector<uint32_t> m_gaps; // by row
    std::vector<uint32_t> m_rowsOfGaps;
    GapColumn m_sortColumn = GapColumn::Start;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QTimer m_rearrange;
};

} // namespace ui

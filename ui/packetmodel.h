#pragma once

#include "core/analysis/analysis.h"
#include "ui/packetcell.h"
#include "ui/packetfilter.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <memory>
#include <vector>

namespace ui {

// All packets of an analysis as a table, without copying them: cells are made when they are looked at. In
// the order they were sent it costs nothing, whatever their number; sorted or filtered it keeps one index a
// row. GUI thread only.
class PacketModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit PacketModel(QObject* parent = nullptr);

    // A new scenario on the same capture costs nothing per packet: cells change, rows stay. If their order or
    // the filter hangs on the scenario, rows are brought up to date when changes have paused for a moment.
    void setAnalysis(std::shared_ptr<const core::Analysis> analysis);
    void setFilter(const PacketFilter& filter);

    [[nodiscard]] uint32_t packetCount() const; // without the filter
    [[nodiscard]] uint32_t packetAt(int row) const; // core::noPacket if there is no such row
    [[nodiscard]] int rowOf(uint32_t packet) const; // -1 if the filter hides it

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] bool isNatural() const; // rows are packets, without an index
    [[nodiscard]] bool hasStaleRows() const; // a new scenario may have changed them
    [[nodiscard]] std::vector<uint32_t> arrangedRows() const;
    [[nodiscard]] QVariant look(uint32_t packet, PacketColumn column, int role) const;
    void rearrange();

    std::shared_ptr<const core::Analysis> m_analysis;
    PacketFilter m_filter;
    PacketColumn m_sortColumn = PacketColumn::Index;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<uint32_t> m_rows; // packets by row; empty while isNatural()
    QTimer m_rearrange;
};

} // namespace ui

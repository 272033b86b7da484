#pragma once

#include "core/analysis/analysis.h"
#include "ui/packetarrangement.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <memory>
#include <vector>

namespace ui {

// All packets of an analysis as a table, without copying them: cells are made when they are looked at. In
// the order they were sent it costs nothing, whatever their number; sorted or filtered it keeps one index a
// row. Many packets are sorted and filtered a few ms at a time; until then rows stay as they were. GUI thread
// only.
class PacketModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit PacketModel(QObject* parent = nullptr);

    // A new scenario on the same capture costs nothing per packet: cells change, rows stay. If their order or
    // the filter hangs on the scenario, rows are brought up to date when changes have paused for a moment.
    void setAnalysis(std::shared_ptr<const core::Analysis> analysis);
    void setFilter(const PacketFilter& filter);

    [[nodiscard]] uint32_t packetCount() const; // without the filter
    // What rowCount() comes to: a view takes its time with millions of new rows, so they come in portions.
    [[nodiscard]] int finalRowCount() const;
    [[nodiscard]] uint32_t packetAt(int row) const; // core::noPacket if there is no such row
    [[nodiscard]] int rowOf(uint32_t packet) const; // -1 if the filter hides it

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    // Rows are being sorted and filtered; 1: that is over.
    void arranging(double done);
    void rearranged(); // packets stand in other rows now

private:
    // Rows as they are shown.
    struct Shown {
        bool isNatural = true; // rows are packets, without an index
        Qt::SortOrder direction = Qt::AscendingOrder;
        std::vector<uint32_t> rows; // packets by row; empty while isNatural
    };

    [[nodiscard]] bool hasStaleRows() const; // a new scenario may have changed them
    void workOn();
    void show(Shown shown);
    void reset();
    void grow();
    [[nodiscard]] QVariant look(uint32_t packet, PacketColumn column, int role) const;
    void rearrange();

    std::shared_ptr<const core::Analysis> m_analysis;
    PacketOrder m_wanted;
    Shown m_shown;
    int m_rowCount = 0; // so far
    std::unique_ptr<PacketArrangement> m_arrangement; // on the way from m_shown to m_wanted
    QTimer m_rearrange;
    QTimer m_work;
    QTimer m_grow;
};

} // namespace ui

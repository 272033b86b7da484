#pragma once

#include "core/analysis/analysis.h"
#include "ui/packetcell.h"
#include "ui/packetfilter.h"
#include "ui/roworder.h"

#include <chrono>
#include <memory>
#include <vector>

namespace ui {

// Which packets a table shows, and in which order.
struct PacketOrder {
    PacketFilter filter;
    PacketColumn column = PacketColumn::Index;
    Qt::SortOrder direction = Qt::AscendingOrder;

    // Rows are packets in the order they were sent, or the other way round: nothing has to be looked at.
    [[nodiscard]] bool isNatural() const { return filter.isEmpty() && column <= PacketColumn::Media; }
};

// Filters and sorts the packets of an analysis a little at a time. The order is not a natural one.
class PacketArrangement {
public:
    PacketArrangement(std::shared_ptr<const core::Analysis> analysis, PacketOrder order);

    // Goes on until then, and at least a little. True: it is finished.
    bool workUntil(std::chrono::steady_clock::time_point time);
    [[nodiscard]] double done() const; // 0 … 1
    [[nodiscard]] std::vector<uint32_t> takeRows() { return m_sort.takeRows(); } // packets, once finished

private:
    void addKeys(uint32_t count);

    std::shared_ptr<const core::Analysis> m_analysis;
    PacketOrder m_order;
    RowSort m_sort;
    uint32_t m_packet = 0; // the next to be looked at
};

} // namespace ui

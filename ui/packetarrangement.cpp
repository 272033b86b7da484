#include "ui/packetarrangement.h"

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr uint32_t packetsAtOnce = 4096; // between two looks at the clock
constexpr size_t sortStepsAtOnce = 65536;

uint32_t packetCount(const core::Analysis& analysis)
{
    return static_cast<uint32_t>(analysis.capture->packets().size());
}

} // namespace

PacketArrangement::PacketArrangement(std::shared_ptr<const core::Analysis> analysis, PacketOrder order)
    : m_analysis(std::move(analysis))
    , m_order(std::move(order))
    , m_sort(m_order.direction, packetCount(*m_analysis))
{
}

bool PacketArrangement::workUntil(std::chrono::steady_clock::time_point time)
{
    do {
        if (m_packet < packetCount(*m_analysis))
            addKeys(packetsAtOnce);
        else if (m_sort.work(sortStepsAtOnce))
            return true;
    } while (std::chrono::steady_clock::now() < time);
    return false;
}

void PacketArrangement::addKeys(uint32_t count)
{
    const uint32_t end = std::min(packetCount(*m_analysis), m_packet + count);
    for (; m_packet < end; ++m_packet) {
        if (m_order.filter.isEmpty() || m_order.filter.matches(*m_analysis, m_packet))
            m_sort.add({packetKey(*m_analysis, m_packet, m_order.column), m_packet});
    }
}

double PacketArrangement::done() const
{
    const uint32_t count = packetCount(*m_analysis);
    const double looked = count == 0 ? 1 : static_cast<double>(m_packet) / count;
    return m_packet < count ? looked / 2 : 0.5 + m_sort.done() / 2;
}

} // namespace ui

#include "core/capture/capture.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <utility>

namespace core {

namespace {

constexpr unsigned frameCodeBits = 2; // of a TOC, its lowest ones
using TocCounts = std::array<uint64_t, 64>; // by configuration and channels

} // namespace

Capture::Capture(Parts parts)
    : m_parts(std::move(parts))
{
    assert(m_parts.baseDelays.empty() || m_parts.baseDelays.size() == m_parts.packets.size());
    assert(m_parts.places.empty() || m_parts.places.size() == m_parts.packets.size());
    // Packets of a damaged file may overlap, so that the last one need not be the one that ends last.
    MediaTime decodableEnd(std::numeric_limits<int64_t>::min());
    TocCounts counts{};
    for (const PacketRecord& packet : m_parts.packets) {
        m_packetsEnd = std::max(m_packetsEnd, packet.end());
        m_packetBytes += packet.bytes;
        if ((packet.flags & (IsCorrupt | IsMissing)) == 0)
            ++counts[packet.toc >> frameCodeBits]; // NOLINT(*-constant-array-index): one for each value
        if ((packet.flags & IsCorrupt) != 0) {
            m_hasCorruptPackets = true;
            continue;
        }
        m_hasOverlaps = m_hasOverlaps || packet.media < decodableEnd || packet.durationSamples == 0;
        decodableEnd = packet.end();
    }
    const auto most = std::ranges::max_element(counts) - counts.begin();
    m_commonToc = Toc(static_cast<uint8_t>(most << frameCodeBits));
}

Bytes Capture::payload(size_t packet) const
{
    const PacketRecord& record = m_parts.packets[packet];
    if ((record.flags & IsMissing) != 0)
        return {};
    return Bytes(m_parts.payload).subspan(record.payloadOffset, record.bytes);
}

MediaTime Capture::begin() const { return std::min(MediaTime(m_parts.head.preSkip), m_parts.end); }

MediaSpan Capture::duration() const { return m_parts.end - begin(); }

const char* name(CaptureFormat format)
{
    static constexpr std::array<const char*, 4> names{"ogg", "stamped", "stamped-headerless", "stamped-text"};
    return names.at(static_cast<size_t>(format));
}

} // namespace core

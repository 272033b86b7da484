#include "tests/support/oggfiles.h"

#include "core/opus/packet.h"
#include "tests/support/packets.h"

#include <algorithm>

namespace core {

namespace {

constexpr size_t checksumOffset = 22;

// RFC 3533 §6: polynomial 0x04c11db7, not reflected, starting at 0.
uint32_t checksum(Bytes page)
{
    uint32_t value = 0;
    for (const uint8_t byte : page) {
        value ^= static_cast<uint32_t>(byte) << 24U;
        for (int bit = 0; bit < 8; ++bit)
            value = (value << 1U) ^ ((value & 0x80000000U) != 0 ? 0x04c11db7U : 0U);
    }
    return value;
}

void appendLacing(ByteVector& lacing, size_t bytes)
{
    lacing.insert(lacing.end(), bytes / 255, 255);
    lacing.push_back(static_cast<uint8_t>(bytes % 255));
}

// Fills pages with packets, closing each at the limits of the parts.
class PageFiller {
public:
    PageFiller(const OggParts& parts, std::vector<ByteVector>& pages)
        : m_parts(parts)
        , m_pages(pages)
        , m_granule(parts.granuleBefore)
    {
        open();
    }

    void add(const ByteVector& packet, int64_t samples)
    {
        ByteVector lacing;
        appendLacing(lacing, packet.size());
        auto from = packet.begin();
        for (const uint8_t value : lacing) {
            if (m_page.lacing.size() >= m_parts.segmentsPerPage || m_packets >= m_parts.packetsPerPage)
                close(from != packet.begin());
            m_page.lacing.push_back(value);
            m_page.body.insert(m_page.body.end(), from, from + value);
            from += value;
        }
        m_granule += samples;
        m_page.granule = m_granule;
        ++m_packets;
    }

    void finish()
    {
        m_page.isLast = true;
        m_page.granule = m_granule - m_parts.endTrim;
        m_pages.push_back(makePage(m_page));
    }

private:
    void open()
    {
        m_page = {};
        m_page.serial = m_parts.serial;
        m_page.sequence = static_cast<uint32_t>(m_pages.size());
        m_page.granule = -1;
        m_packets = 0;
    }

    void close(bool isInsidePacket)
    {
        m_pages.push_back(makePage(m_page));
        open();
        m_page.isContinued = isInsidePacket;
    }

    const OggParts& m_parts;
    std::vector<ByteVector>& m_pages;
    PageParts m_page;
    int64_t m_granule;
    size_t m_packets = 0;
};

} // namespace

void setChecksum(ByteVector& page)
{
    std::fill_n(page.begin() + checksumOffset, 4, uint8_t(0));
    ByteVector value;
    appendLittleEndian(value, checksum(page));
    std::copy(value.begin(), value.end(), page.begin() + checksumOffset);
}

ByteVector makePage(const PageParts& parts)
{
    ByteVector page{'O', 'g', 'g', 'S', 0};
    page.push_back(static_cast<uint8_t>(
        (parts.isContinued ? 1U : 0U) | (parts.isFirst ? 2U : 0U) | (parts.isLast ? 4U : 0U)));
    appendLittleEndian(page, parts.granule);
    appendLittleEndian(page, parts.serial);
    appendLittleEndian(page, parts.sequence);
    appendLittleEndian(page, uint32_t(0));
    page.push_back(static_cast<uint8_t>(parts.lacing.size()));
    page.insert(page.end(), parts.lacing.begin(), parts.lacing.end());
    page.insert(page.end(), parts.body.begin(), parts.body.end());
    setChecksum(page);
    return page;
}

PageParts pageOf(const std::vector<ByteVector>& packets, uint32_t sequence, int64_t granule)
{
    PageParts page;
    page.sequence = sequence;
    page.granule = granule;
    for (const ByteVector& packet : packets) {
        appendLacing(page.lacing, packet.size());
        page.body.insert(page.body.end(), packet.begin(), packet.end());
    }
    return page;
}

std::vector<ByteVector> makeOggPages(const OggParts& parts)
{
    PageParts head = pageOf({serialized(parts.head)}, 0, 0);
    head.isFirst = true;
    PageParts tags = pageOf({serialized(parts.tags)}, 1, 0);
    head.serial = parts.serial;
    tags.serial = parts.serial;
    std::vector<ByteVector> pages{makePage(head), makePage(tags)};
    PageFiller filler(parts, pages);
    for (const ByteVector& packet : parts.packets) {
        const auto layout = parseMultistream(packet, parts.head.streams);
        filler.add(packet, layout ? layout->duration().ticks() : 960);
    }
    filler.finish();
    return pages;
}

ByteVector makeOggFile(const OggParts& parts) { return joined(makeOggPages(parts)); }

ByteVector joined(const std::vector<ByteVector>& pages)
{
    ByteVector file;
    for (const ByteVector& page : pages)
        file.insert(file.end(), page.begin(), page.end());
    return file;
}

std::vector<ByteVector> numberedPackets(size_t count, size_t bytes)
{
    std::vector<ByteVector> packets;
    for (size_t i = 0; i < count; ++i) {
        ByteVector packet = plainPacket(9, bytes, static_cast<uint8_t>(i));
        packet[bytes / 2] = static_cast<uint8_t>(i >> 8U);
        packets.push_back(std::move(packet));
    }
    return packets;
}

} // namespace core

#include "core/ogg/pagefinder.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string_view>
#include <utility>

namespace core {

namespace {

constexpr uint64_t chunkBytes = 65536;
constexpr uint64_t fixedHeaderBytes = 27;
constexpr std::string_view capturePattern = "OggS";

OggPage described(const ogg_page& page, uint64_t offset, uint32_t bytes)
{
    const Bytes header(page.header, static_cast<size_t>(page.header_len));
    OggPage result;
    result.byteOffset = offset;
    result.bytes = bytes;
    result.serial = readLittleEndian<uint32_t>(header.subspan(14));
    result.sequence = readLittleEndian<uint32_t>(header.subspan(18));
    result.granule = readLittleEndian<int64_t>(header.subspan(6));
    result.isContinued = (header[5] & 1U) != 0;
    result.isFirst = (header[5] & 2U) != 0;
    result.isLast = (header[5] & 4U) != 0;
    result.lacing = header.subspan(fixedHeaderBytes);
    result.body = Bytes(page.body, static_cast<size_t>(page.body_len));
    return result;
}

} // namespace

PageFinder::PageFinder(Bytes file)
    : m_file(file)
{
    ogg_sync_init(&m_sync);
}

PageFinder::~PageFinder() { ogg_sync_clear(&m_sync); }

std::optional<OggPage> PageFinder::next()
{
    while (true) {
        ogg_page page{};
        const long step = ogg_sync_pageseek(&m_sync, &page);
        if (step > 0) {
            describeSkipped(m_offset);
            const OggPage found = described(page, m_offset, static_cast<uint32_t>(step));
            m_offset += static_cast<uint64_t>(step);
            m_accounted = m_offset;
            return found;
        }
        if (step < 0) {
            m_offset += static_cast<uint64_t>(-step);
        } else if (!feed() && !searchBehindTruncatedPage()) {
            describeSkipped(m_file.size());
            return std::nullopt;
        }
    }
}

std::vector<Anomaly> PageFinder::takeDamage() { return std::exchange(m_damage, {}); }

bool PageFinder::feed()
{
    const uint64_t count = std::min(chunkBytes, m_file.size() - m_fed);
    char* buffer = count > 0 ? ogg_sync_buffer(&m_sync, static_cast<long>(count)) : nullptr;
    if (buffer == nullptr)
        return false;
    std::memcpy(buffer, m_file.data() + m_fed, count);
    ogg_sync_wrote(&m_sync, static_cast<long>(count));
    m_fed += count;
    return true;
}

// A page that claims to be longer than the file may be one whose length is damaged, with good pages inside.
bool PageFinder::searchBehindTruncatedPage()
{
    const uint64_t found = nextCapturePattern(m_offset + 1);
    if (found >= m_file.size())
        return false;
    ogg_sync_reset(&m_sync);
    m_offset = found;
    m_fed = found;
    return true;
}

void PageFinder::describeSkipped(uint64_t end)
{
    while (m_accounted < end) {
        const uint64_t begin = m_accounted;
        AnomalyKind kind = AnomalyKind::Junk;
        if (startsWith(m_file.subspan(begin), capturePattern)) {
            const uint64_t claimed = claimedPageBytes(begin);
            const bool isCut = end == m_file.size() && claimed > end - begin;
            kind = isCut ? AnomalyKind::TruncatedPage : AnomalyKind::BadChecksum;
            m_accounted = std::min(end, begin + claimed);
        } else {
            m_accounted = std::min(end, nextCapturePattern(begin + 1));
        }
        m_damage.push_back({kind, begin, std::nullopt, static_cast<int64_t>(m_accounted - begin)});
    }
    m_accounted = end;
}

uint64_t PageFinder::nextCapturePattern(uint64_t from) const
{
    if (from >= m_file.size())
        return m_file.size();
    const auto found = std::search(m_file.begin() + static_cast<std::ptrdiff_t>(from), m_file.end(),
        capturePattern.begin(), capturePattern.end());
    return static_cast<uint64_t>(found - m_file.begin());
}

uint64_t PageFinder::claimedPageBytes(uint64_t offset) const
{
    const Bytes rest = m_file.subspan(offset);
    if (rest.size() < fixedHeaderBytes || rest.size() < fixedHeaderBytes + rest[26])
        return rest.size() + 1;
    const Bytes lacing = rest.subspan(fixedHeaderBytes, rest[26]);
    return std::accumulate(lacing.begin(), lacing.end(), fixedHeaderBytes + lacing.size());
}

} // namespace core

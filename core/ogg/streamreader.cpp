#include "core/ogg/streamreader.h"

#include "core/opus/packet.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {
constexpr size_t fewBytesAPacket = 48; // in the file, on the average
} // namespace

StreamReader::StreamReader(uint32_t serial, const OpusHead& head, size_t fileBytes)
    : m_fileBytes(fileBytes)
{
    // Room for all, so that nothing is copied twice; what stays unused costs no memory.
    m_stream.payload.reserve(fileBytes);
    m_stream.packets.reserve(fileBytes / fewBytesAPacket);
    m_stream.serial = serial;
    m_stream.head = head;
}

void StreamReader::accept(const OggPage& page)
{
    if (isRepeated(page)) {
        anomalies().push_back({AnomalyKind::Junk, page.byteOffset, position(), page.bytes});
        return;
    }
    m_claim.byteOffset = page.byteOffset;
    m_claim.granule = page.granule;
    m_claim.isLast = page.isLast;
    checkSequence(page);
    m_hasEnd = m_hasEnd || page.isLast;
    if (page.granule != -1)
        m_lastGranule = page.granule;

    const size_t first = m_stream.packets.size();
    cutPackets(page);
    if (m_expected != Expected::Audio)
        return;
    // Head and tags need not stay in memory.
    if (m_stream.packets.empty() && !m_isOpen)
        m_stream.payload.clear();
    m_timing.place(m_stream.packets, first, m_claim, anomalies());
    // A hole stays open until a packet behind it tells how long it is.
    if (m_stream.packets.size() > first)
        m_claim = {};
    reportInvalid(first);
}

OpusStream StreamReader::finish()
{
    dropOpenPacket();
    if (!m_hasEnd)
        anomalies().push_back({AnomalyKind::MissingEnd, m_fileBytes, m_timing.position(), 0});
    m_stream.end = m_timing.end();
    std::stable_sort(anomalies().begin(), anomalies().end(),
        [](const Anomaly& a, const Anomaly& b) { return a.byteOffset < b.byteOffset; });
    return std::move(m_stream);
}

// A page that was there before. Streams whose numbers are wrong but whose time goes on are read.
bool StreamReader::isRepeated(const OggPage& page) const
{
    if (!m_nextSequence || static_cast<int32_t>(page.sequence - *m_nextSequence) >= 0)
        return false;
    return page.granule == -1 || page.granule <= m_lastGranule;
}

void StreamReader::checkSequence(const OggPage& page)
{
    if (m_nextSequence && page.sequence != *m_nextSequence) {
        // Numbers that go back, though time goes on, tell nothing about how much is missing.
        const auto jump = static_cast<int32_t>(page.sequence - *m_nextSequence);
        const int64_t missing = std::max<int32_t>(0, jump);
        anomalies().push_back({AnomalyKind::MissingPages, page.byteOffset, position(), missing});
        m_claim.missingPages += missing;
        m_claim.hasLostPacket = true;
        dropOpenPacket();
    }
    m_nextSequence = page.sequence + 1;
}

void StreamReader::cutPackets(const OggPage& page)
{
    if (page.lacing.empty())
        return;
    if (m_isOpen && !page.isContinued) {
        dropOpenPacket();
        m_claim.hasLostPacket = true;
    }
    bool isTail = page.isContinued && !m_isOpen;
    m_claim.hasLostPacket = m_claim.hasLostPacket || isTail;

    const uint64_t base = m_stream.payload.size();
    m_stream.payload.insert(m_stream.payload.end(), page.body.begin(), page.body.end());
    uint64_t begin = m_isOpen ? m_openBegin : base;
    uint64_t fileOffset = m_isOpen ? m_openFileOffset : page.bodyOffset();
    uint64_t end = base;
    for (const uint8_t value : page.lacing) {
        end += value;
        if (value == 255)
            continue;
        if (!isTail)
            finishPacket(begin, end, fileOffset);
        isTail = false;
        begin = end;
        fileOffset = page.bodyOffset() + (end - base);
    }
    m_isOpen = page.lacing.back() == 255 && !isTail;
    m_openBegin = begin;
    m_openFileOffset = fileOffset;
}

void StreamReader::dropOpenPacket()
{
    if (!m_isOpen)
        return;
    const auto bytes = static_cast<int64_t>(m_stream.payload.size() - m_openBegin);
    anomalies().push_back({AnomalyKind::InvalidPacket, m_openFileOffset, position(), bytes});
    m_stream.payload.resize(m_openBegin);
    m_isOpen = false;
}

void StreamReader::finishPacket(uint64_t begin, uint64_t end, uint64_t fileOffset)
{
    const Bytes packet = Bytes(m_stream.payload).subspan(begin, end - begin);
    switch (m_expected) {
    case Expected::Head:
        m_expected = Expected::Tags;
        // A stream whose first page is lost begins with its tags.
        if (startsWith(packet, "OpusTags"))
            finishPacket(begin, end, fileOffset);
        break;
    case Expected::Tags:
        m_expected = Expected::Audio;
        readTags(packet, fileOffset);
        if (!startsWith(packet, "OpusTags"))
            addAudio(begin, end, fileOffset);
        break;
    case Expected::Audio:
        addAudio(begin, end, fileOffset);
        break;
    }
}

void StreamReader::readTags(Bytes packet, uint64_t fileOffset)
{
    auto tags = parseTags(packet);
    if (tags) {
        m_stream.tags = std::move(*tags);
        return;
    }
    const bool isThere = tags.error().code != ErrorCode::UnknownFormat;
    const int64_t amount = isThere ? static_cast<int64_t>(packet.size()) : 0;
    anomalies().push_back({AnomalyKind::BadTags, fileOffset, std::nullopt, amount});
}

void StreamReader::addAudio(uint64_t begin, uint64_t end, uint64_t fileOffset)
{
    StreamPacket& packet = m_stream.packets.emplace_back();
    packet.payloadOffset = begin;
    packet.bytes = static_cast<uint32_t>(end - begin);
    const Bytes bytes = Bytes(m_stream.payload).subspan(begin, end - begin);
    const std::optional<PacketSummary> summary = inspectPacket(bytes, m_stream.head.streams);
    packet.isValid = summary.has_value();
    if (summary) {
        packet.toc = bytes[0];
        packet.durationSamples = summary->durationSamples;
        packet.silk = summary->silk;
        packet.isDtx = summary->isDtx;
    } else {
        m_invalidOffsets.push_back(fileOffset);
    }
}

void StreamReader::reportInvalid(size_t first)
{
    size_t next = 0;
    for (size_t i = first; next < m_invalidOffsets.size(); ++i) {
        const StreamPacket& packet = m_stream.packets[i];
        if (packet.isValid)
            continue;
        anomalies().push_back(
            {AnomalyKind::InvalidPacket, m_invalidOffsets[next++], packet.media, packet.bytes});
    }
    m_invalidOffsets.clear();
}

} // namespace core

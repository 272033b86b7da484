#include "core/ogg/streamtiming.h"

#include <algorithm>

namespace core {

namespace {

constexpr int64_t shortestFrame = 120;
constexpr int64_t longestPacket = 5760;
constexpr uint16_t usualDuration = 960;
constexpr int64_t packetsOnAPage = 255;
// An hour of usual packets, and more in long files: a wild granule position must not fill the memory.
constexpr uint64_t missingPacketsAlways = 180000;
constexpr uint64_t missingPacketsEachPacket = 4;

// Granule positions wrap around (RFC 7845 §4).
int64_t difference(int64_t a, int64_t b)
{
    return static_cast<int64_t>(static_cast<uint64_t>(a) - static_cast<uint64_t>(b));
}

int64_t sum(int64_t a, int64_t b)
{
    return static_cast<int64_t>(static_cast<uint64_t>(a) + static_cast<uint64_t>(b));
}

int64_t knownDuration(const std::vector<StreamPacket>& packets, size_t first)
{
    int64_t total = 0;
    for (size_t i = first; i < packets.size(); ++i)
        total += packets[i].durationSamples;
    return total;
}

uint16_t firstKnownDuration(const std::vector<StreamPacket>& packets, size_t first)
{
    for (size_t i = first; i < packets.size(); ++i) {
        if (packets[i].isValid)
            return packets[i].durationSamples;
    }
    return usualDuration;
}

} // namespace

void StreamTiming::place(
    std::vector<StreamPacket>& packets, size_t first, const PageClaim& page, std::vector<Anomaly>& anomalies)
{
    const bool hasPackets = first < packets.size();
    if (!hasPackets && !(page.isLast && page.granule >= 0 && m_granule))
        return;
    if (!m_granule)
        m_lastDuration = firstKnownDuration(packets, first);
    setUnknownDurations(packets, first, page);
    const int64_t total = knownDuration(packets, first);
    if (!m_granule)
        m_granule = startOfStream(page, total, anomalies);
    const int64_t expected = sum(*m_granule, total);
    const int64_t surplus = page.granule == -1 ? 0 : difference(page.granule, expected);
    m_granule = sum(expected, surplus);

    const int64_t missing = missingSamples(page, surplus);
    if (missing > 0) {
        anomalies.push_back({AnomalyKind::MissingAudio, page.byteOffset, m_position, missing});
        insertMissing(packets, first, missing);
    }
    for (size_t i = first; i < packets.size(); ++i) {
        packets[i].media = m_position;
        m_position += MediaSpan(packets[i].durationSamples);
        if (packets[i].isValid && !packets[i].isMissing)
            m_lastDuration = packets[i].durationSamples;
    }
    m_end = m_position;
    if (surplus < missing && page.isLast)
        trim(page, missing - surplus, total, anomalies);
    else if (surplus != missing)
        anomalies.push_back({AnomalyKind::GranuleMismatch, page.byteOffset, m_position, surplus});
}

void StreamTiming::setUnknownDurations(
    std::vector<StreamPacket>& packets, size_t first, const PageClaim& page) const
{
    const auto begin = packets.begin() + static_cast<std::ptrdiff_t>(first);
    const int64_t unknown =
        std::count_if(begin, packets.end(), [](const StreamPacket& packet) { return !packet.isValid; });
    if (unknown == 0)
        return;
    int64_t each = m_lastDuration;
    if (m_granule && page.granule != -1 && !page.isLast && !page.isBehindHole()) {
        const int64_t rest = difference(page.granule, sum(*m_granule, knownDuration(packets, first)));
        if (rest >= unknown * shortestFrame && rest <= unknown * longestPacket && rest % unknown == 0)
            each = rest / unknown;
    }
    for (auto packet = begin; packet != packets.end(); ++packet) {
        if (!packet->isValid)
            packet->durationSamples = static_cast<uint16_t>(each);
    }
}

// The granule position before the first packet of the stream. Above 0 in a stream cut out of a longer one.
int64_t StreamTiming::startOfStream(
    const PageClaim& page, int64_t total, std::vector<Anomaly>& anomalies) const
{
    if (page.granule == -1)
        return 0;
    const int64_t start = difference(page.granule, total);
    if (start < 0) {
        // Only the last page may hold more than its granule position says (RFC 7845 §4.5).
        if (!page.isLast)
            anomalies.push_back({AnomalyKind::GranuleMismatch, page.byteOffset, MediaTime(), start});
        return page.isLast ? 0 : start;
    }
    // With pages missing in front, the audio up to here may have been on them.
    const int64_t most = packetsOnAPage * m_lastDuration * page.missingPages;
    return start <= most ? 0 : start;
}

// How much audio was lost before the packets of this page; surplus: samples that the page counts and its
// packets don't hold.
int64_t StreamTiming::missingSamples(const PageClaim& page, int64_t surplus) const
{
    if (surplus < shortestFrame)
        return 0;
    if (!page.isBehindHole())
        return surplus < m_lastDuration ? 0 : surplus;
    if (!page.isLast || surplus > INT64_MAX - m_lastDuration)
        return surplus;
    // Whole packets were lost; what they hold more than that is end trimming.
    return (surplus + m_lastDuration - 1) / m_lastDuration * m_lastDuration;
}

void StreamTiming::insertMissing(std::vector<StreamPacket>& packets, size_t first, int64_t samples)
{
    const int64_t whole = samples / m_lastDuration;
    const int64_t rest = samples % m_lastDuration;
    const auto count = static_cast<uint64_t>(whole + (rest >= shortestFrame ? 1 : 0));
    if (m_missingPackets + count > missingPacketsAlways + missingPacketsEachPacket * packets.size())
        return;
    m_missingPackets += count;
    StreamPacket missing;
    missing.isMissing = true;
    missing.durationSamples = m_lastDuration;
    packets.insert(packets.begin() + static_cast<std::ptrdiff_t>(first), count, missing);
    // What is no whole packet is a shorter one, or a little more of the last.
    StreamPacket& last = packets[first + count - 1];
    if (rest >= shortestFrame)
        last.durationSamples = static_cast<uint16_t>(rest);
    else
        last.durationSamples = static_cast<uint16_t>(last.durationSamples + rest);
}

// End trimming (RFC 7845 §4.4).
void StreamTiming::trim(
    const PageClaim& page, int64_t samples, int64_t total, std::vector<Anomaly>& anomalies)
{
    m_end = MediaTime(std::max<int64_t>(0, m_position.ticks() - samples));
    // It may not reach behind the page before.
    if (samples > total)
        anomalies.push_back({AnomalyKind::GranuleMismatch, page.byteOffset, m_end, -samples});
}

} // namespace core

#include "core/capture/stampedbuilder.h"

#include "core/capture/packetscan.h"
#include "core/capture/stamped.h"
#include "core/capture/stampedform.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr uint64_t farthestStampMs = 7ULL * 24 * 3600 * 1000;
// Two farthest stamps and a day: what a capture of plausible stamps can last.
constexpr uint64_t farthestArrivalUs = 15ULL * 24 * 3600 * 1000 * 1000;
// No network holds a packet back for longer.
constexpr uint64_t farthestDelayUs = 3600ULL * 1000 * 1000;
// A file of nothing but damage must not fill the memory with descriptions of it.
constexpr size_t mostAnomalies = 1000000;

// |a - b|, which need not fit a signed number.
uint64_t distance(int64_t a, int64_t b)
{
    return a > b ? static_cast<uint64_t>(a) - static_cast<uint64_t>(b)
                 : static_cast<uint64_t>(b) - static_cast<uint64_t>(a);
}

// The values are reordered. There is at least one.
int64_t median(std::vector<int64_t>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Arrival minus media time; meaningful for known, plausible arrivals.
int64_t delayUs(int64_t arrivalUs, const PacketRecord& record)
{
    return arrivalUs - toReceiverSpan(record.media.sinceZero()).ticks();
}

} // namespace

StampedBuilder::StampedBuilder(CaptureFormat format, size_t fileBytes)
    : m_fileBytes(fileBytes)
{
    m_parts.format = format;
    m_parts.payload.reserve(format == CaptureFormat::StampedText ? fileBytes / 2 : fileBytes);
}

// As much as the file needs if it goes on as up to here: to grow by doubling would hold a day three times.
void StampedBuilder::makeRoom(uint64_t byteOffset)
{
    if (m_entries.size() < m_entries.capacity())
        return;
    constexpr size_t fewest = 1024;
    constexpr size_t most = (size_t{4} << 30U) / sizeof(Entry); // on the word of so few
    const double share = static_cast<double>(byteOffset + 1) / static_cast<double>(m_fileBytes + 1);
    const double expected = 1.05 * static_cast<double>(m_entries.size()) / share;
    m_entries.reserve(std::max({fewest, m_entries.size() + m_entries.size() / 4,
        static_cast<size_t>(std::min(expected, static_cast<double>(most)))}));
}

bool StampedBuilder::add(uint64_t byteOffset, std::optional<int64_t> arrivalUs, Bytes frame)
{
    const Result<StampedFrame> stamped = parseStampedFrame(frame);
    if (!stamped) {
        note(AnomalyKind::ShortFrame, byteOffset, static_cast<int64_t>(frame.size()));
        return false;
    }
    Entry entry;
    entry.stampMs = stamped->stampMs;
    entry.arrivalUs = arrivalUs.value_or(unknownArrival);
    entry.byteOffset = byteOffset;
    entry.record.payloadOffset = m_parts.payload.size();
    entry.record.bytes = static_cast<uint32_t>(stamped->packet.size());
    scanPacket(stamped->packet, 1, entry.record);
    m_parts.payload.insert(m_parts.payload.end(), stamped->packet.begin(), stamped->packet.end());
    makeRoom(byteOffset);
    m_entries.push_back(entry);
    return (entry.record.flags & IsCorrupt) == 0;
}

void StampedBuilder::note(
    AnomalyKind kind, uint64_t byteOffset, int64_t amount, std::optional<MediaTime> media)
{
    if (m_parts.anomalies.size() < mostAnomalies)
        m_parts.anomalies.push_back({kind, byteOffset, media, amount});
}

Result<Capture::Parts> StampedBuilder::finished(const JobControl& job)
{
    dropImplausibleStamps();
    if (!m_hasValidPacket) {
        const std::optional<uint64_t> where = m_parts.anomalies.empty()
            ? std::nullopt
            : std::optional<uint64_t>(m_parts.anomalies.front().byteOffset);
        return failure(ErrorCode::NothingReadable, {}, where);
    }
    job.report(0.7);
    sort();
    job.report(0.85);
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    m_parts.firstStampMs = m_entries.front().stampMs;
    for (Entry& entry : m_entries)
        entry.record.media = mediaOf(entry);
    dropImplausibleArrivals();
    splitOriginalsAndCopies();
    setDelays();
    makeHeadAndEnd();
    std::stable_sort(m_parts.anomalies.begin(), m_parts.anomalies.end(),
        [](const Anomaly& a, const Anomaly& b) { return a.byteOffset < b.byteOffset; });
    return std::move(m_parts);
}

// Damaged frames have random stamps, so the valid ones decide as long as there are any.
int64_t StampedBuilder::medianStamp() const
{
    std::vector<int64_t> stamps;
    stamps.reserve(m_entries.size());
    for (const Entry& entry : m_entries) {
        if ((entry.record.flags & IsCorrupt) == 0 && distance(entry.stampMs, 0) <= largestStampMs)
            stamps.push_back(entry.stampMs);
    }
    return stamps.empty() ? 0 : median(stamps);
}

void StampedBuilder::dropImplausibleStamps()
{
    const int64_t middle = medianStamp();
    std::erase_if(m_entries, [&](const Entry& entry) {
        if (distance(entry.stampMs, middle) > farthestStampMs) {
            note(AnomalyKind::ImplausibleStamp, entry.byteOffset, entry.stampMs);
            return true;
        }
        m_hasValidPacket = m_hasValidPacket || (entry.record.flags & IsCorrupt) == 0;
        return false;
    });
}

// Those of one stamp stay in the order of the file. Most files are in order.
void StampedBuilder::sort()
{
    const auto place = [](const Entry& entry) { return std::pair(entry.stampMs, entry.byteOffset); };
    if (!std::ranges::is_sorted(m_entries, {}, place))
        std::ranges::sort(m_entries, {}, place);
}

MediaTime StampedBuilder::mediaOf(const Entry& entry) const
{
    return MediaTime(0) + mediaMilliseconds(entry.stampMs - m_parts.firstStampMs);
}

// An arrival far from where all others say it should be is taken as unknown.
void StampedBuilder::dropImplausibleArrivals()
{
    std::vector<int64_t> values;
    for (const Entry& entry : m_entries) {
        if (entry.arrivalUs != unknownArrival && distance(entry.arrivalUs, 0) <= largestArrivalUs)
            values.push_back(entry.arrivalUs);
    }
    const int64_t middleArrival = values.empty() ? 0 : median(values);
    values.clear();
    for (const Entry& entry : m_entries) {
        if (distance(entry.arrivalUs, middleArrival) <= farthestArrivalUs)
            values.push_back(delayUs(entry.arrivalUs, entry.record));
    }
    const int64_t middleDelay = values.empty() ? 0 : median(values);
    for (Entry& entry : m_entries) {
        if (entry.arrivalUs == unknownArrival)
            continue;
        if (distance(entry.arrivalUs, middleArrival) <= farthestArrivalUs
            && distance(delayUs(entry.arrivalUs, entry.record), middleDelay) <= farthestDelayUs)
            continue;
        note(AnomalyKind::ImplausibleArrival, entry.byteOffset, entry.arrivalUs / 1000, entry.record.media);
        entry.arrivalUs = unknownArrival;
    }
}

// There are no sequence numbers: the same stamp again is a copy of the first record that has it.
void StampedBuilder::splitOriginalsAndCopies()
{
    size_t originals = 0;
    for (const Entry& entry : m_entries) {
        noteDamage(entry);
        if (originals == 0 || m_entries[originals - 1].stampMs != entry.stampMs) {
            m_entries[originals++] = entry;
            continue;
        }
        noteOtherContent(m_entries[originals - 1], entry);
        m_copies.push_back({static_cast<uint32_t>(originals - 1), entry});
    }
    m_entries.resize(originals);
}

void StampedBuilder::noteDamage(const Entry& entry)
{
    if ((entry.record.flags & IsCorrupt) != 0)
        note(AnomalyKind::InvalidPacket, entry.byteOffset, entry.record.bytes, entry.record.media);
}

void StampedBuilder::noteOtherContent(const Entry& original, const Entry& copy)
{
    const Bytes payload(m_parts.payload);
    const Bytes first = payload.subspan(original.record.payloadOffset, original.record.bytes);
    const Bytes second = payload.subspan(copy.record.payloadOffset, copy.record.bytes);
    if (std::equal(first.begin(), first.end(), second.begin(), second.end()))
        return;
    note(AnomalyKind::DuplicateStamp, copy.byteOffset, copy.record.bytes, copy.record.media);
}

void StampedBuilder::setDelays()
{
    std::optional<int64_t> fastest;
    const auto consider = [&](const Entry& entry) {
        if (entry.arrivalUs != unknownArrival)
            fastest = std::min(fastest.value_or(delayUs(entry.arrivalUs, entry.record)),
                delayUs(entry.arrivalUs, entry.record));
    };
    for (const Entry& entry : m_entries)
        consider(entry);
    for (const Copy& copy : m_copies)
        consider(copy.entry);

    m_parts.firstArrivalUs = fastest;
    m_parts.packets.reserve(m_entries.size());
    m_parts.baseDelays.reserve(fastest ? m_entries.size() : 0);
    ReceiverSpan previous;
    for (const Entry& entry : m_entries) {
        m_parts.packets.push_back(entry.record);
        if (!fastest)
            continue;
        if (entry.arrivalUs != unknownArrival)
            previous = ReceiverSpan(delayUs(entry.arrivalUs, entry.record) - *fastest);
        m_parts.baseDelays.push_back(previous);
    }
    for (const Copy& copy : m_copies) {
        std::optional<ReceiverSpan> delay;
        if (copy.entry.arrivalUs != unknownArrival)
            delay = ReceiverSpan(delayUs(copy.entry.arrivalUs, copy.entry.record) - *fastest);
        m_parts.copies.push_back({copy.packet, delay});
    }
}

void StampedBuilder::makeHeadAndEnd()
{
    bool isStereo = false;
    for (const PacketRecord& record : m_parts.packets) {
        isStereo = isStereo || ((record.flags & IsCorrupt) == 0 && Toc(record.toc).isStereo());
        m_parts.end = std::max(m_parts.end, record.end());
    }
    m_parts.head = makeHead(isStereo ? 2 : 1, 0);
}

} // namespace core

#include "core/repair/repairedogg.h"

#include "core/ogg/oggwriter.h"
#include "core/opus/packet.h"
#include "core/repair/plcrequest.h"
#include "core/repair/streamserial.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr int64_t step = 120; // only gaps of whole 2.5 ms can be filled
constexpr MediaSpan mostFilled = mediaMilliseconds(int64_t{24} * 3600 * 1000);

// Packets of the capture that arrived and can be decoded, in the order of the stream.
std::vector<uint32_t> keptPackets(const Analysis& analysis)
{
    const auto packets = analysis.capture->packets();
    std::vector<uint8_t> hasArrived(packets.size());
    for (const Arrival& arrival : analysis.arrivals->list)
        hasArrived[arrival.packet] = 1;
    std::vector<uint32_t> kept;
    for (uint32_t i = 0; i < packets.size(); ++i) {
        if (hasArrived[i] != 0 && (packets[i].flags & (IsCorrupt | IsMissing)) == 0)
            kept.push_back(i);
    }
    return kept;
}

int streamCount(const Capture& capture) { return std::max<int>(1, capture.head().streams); }

// A gap at the very start has no packet before it: it is like the first packet behind it. Where nothing
// arrived at all, anything does: 20 ms of fullband CELT.
std::vector<Toc> firstTocs(const Capture& capture, const std::vector<uint32_t>& kept)
{
    const int streams = streamCount(capture);
    if (!kept.empty()) {
        auto tocs = streamTocs(capture.payload(kept.front()), streams);
        if (tocs)
            return std::move(*tocs);
    }
    std::vector<Toc> tocs;
    tocs.reserve(static_cast<size_t>(streams));
    for (int i = 0; i < streams; ++i)
        tocs.emplace_back(static_cast<uint8_t>(31U << 3 | (i < capture.head().coupledStreams ? 4U : 0U)));
    return tocs;
}

// Stamped captures know no pre-skip, and a stream without one is taken for a flawed one (RFC 7845 §4.2). One
// empty frame in front is skipped instead of audio: a decoder that has not decoded anything yet makes silence
// of it and stays as it was.
MediaSpan leadIn(const Capture& capture, const std::vector<Toc>& first)
{
    return capture.format() == CaptureFormat::Ogg ? MediaSpan() : first.front().frameDuration();
}

class StreamRepair {
public:
    StreamRepair(
        const Analysis& analysis, OggWriter writer, std::vector<uint32_t> kept, std::vector<Toc> first)
        : m_capture(*analysis.capture)
        , m_rounding(toMediaSpan(analysis.scenario.buffer.epsilon))
        , m_leadIn(leadIn(m_capture, first))
        , m_writer(std::move(writer))
        , m_kept(std::move(kept))
        , m_previous(std::move(first))
    {
    }

    [[nodiscard]] Result<void> run(const JobControl& job);

private:
    [[nodiscard]] std::vector<Toc> tocsOf(uint32_t packet) const;
    [[nodiscard]] bool isLossBefore(size_t position) const;
    [[nodiscard]] Result<void> writeLeadIn();
    [[nodiscard]] Result<void> fillUpTo(MediaTime media, MediaTime end);
    [[nodiscard]] Result<void> keep(size_t position);
    [[nodiscard]] Result<void> finish();

    const Capture& m_capture;
    MediaSpan m_rounding;
    MediaSpan m_leadIn;
    OggWriter m_writer;
    std::vector<uint32_t> m_kept;
    std::vector<Toc> m_previous; // of the packet written last
    MediaTime m_written; // audio in the file so far, without the lead-in
};

std::vector<Toc> StreamRepair::tocsOf(uint32_t packet) const
{
    const auto tocs = streamTocs(m_capture.payload(packet), streamCount(m_capture));
    return tocs ? *tocs : m_previous;
}

bool StreamRepair::isLossBefore(size_t position) const
{
    return position == 0 ? m_kept[0] > 0 : m_kept[position] > m_kept[position - 1] + 1;
}

Result<void> StreamRepair::writeLeadIn()
{
    for (const auto& packet : plcRequests(m_previous, m_leadIn)) {
        if (auto written = m_writer.write(packet); !written)
            return written;
    }
    return {};
}

// No packet that begins at `end` or behind it is written: end trimming takes off less than a packet.
Result<void> StreamRepair::fillUpTo(MediaTime media, MediaTime end)
{
    const int64_t steps = ((media - m_written).ticks() + step / 2) / step;
    if (steps <= 0)
        return {};
    for (const auto& packet : plcRequests(m_previous, MediaSpan(steps * step))) {
        if (m_written >= end)
            break;
        if (auto written = m_writer.write(packet); !written)
            return written;
        m_written += parseMultistream(packet, static_cast<int>(m_previous.size()))->duration();
    }
    return {};
}

Result<void> StreamRepair::keep(size_t position)
{
    const uint32_t packet = m_kept[position];
    const PacketRecord& record = m_capture.packets()[packet];
    // Without a loss a small jump is the rounding of the stamps.
    if (isLossBefore(position) || record.media - m_written > m_rounding) {
        if (auto filled = fillUpTo(record.media, record.media); !filled)
            return filled;
    }
    m_previous = tocsOf(packet);
    m_written += record.duration();
    return m_writer.write(m_capture.payload(packet));
}

// The end trimming stays; where the end is that of the last packet, rounding of its stamp is left out.
Result<void> StreamRepair::finish()
{
    if (m_kept.empty() || m_kept.back() + 1 < m_capture.packets().size()) {
        if (auto filled = fillUpTo(m_capture.packetsEnd(), m_capture.end()); !filled)
            return filled;
    }
    const MediaSpan trimmed = m_capture.packetsEnd() - m_capture.end();
    const MediaTime end = trimmed.ticks() > 0 ? std::min(m_capture.end(), m_written) : m_written;
    return m_writer.finish(static_cast<uint64_t>((end + m_leadIn).ticks()));
}

Result<void> StreamRepair::run(const JobControl& job)
{
    if (auto written = writeLeadIn(); !written)
        return written;
    for (size_t i = 0; i < m_kept.size(); ++i) {
        if (i % 1024 == 0) {
            if (job.isCancelled())
                return failure(ErrorCode::Cancelled);
            job.report(static_cast<double>(i) / static_cast<double>(m_kept.size()));
        }
        if (auto kept = keep(i); !kept)
            return kept;
    }
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    return finish();
}

} // namespace

Result<void> writeRepairedOgg(
    const Analysis& analysis, const std::filesystem::path& path, const JobControl& job)
{
    auto kept = keptPackets(analysis);
    const Capture& capture = *analysis.capture;
    MediaSpan filled = capture.packetsEnd() - MediaTime();
    for (const uint32_t packet : kept)
        filled -= capture.packets()[packet].duration();
    if (filled > mostFilled)
        return failure(ErrorCode::TooLarge, "24 h");
    auto first = firstTocs(capture, kept);
    OpusHead head = capture.head();
    head.preSkip = static_cast<uint16_t>(head.preSkip + leadIn(capture, first).ticks());
    auto writer = OggWriter::create(path, head, capture.tags(), streamSerial);
    if (!writer)
        return tl::unexpected(writer.error());
    return StreamRepair(analysis, std::move(*writer), std::move(kept), std::move(first)).run(job);
}

} // namespace core

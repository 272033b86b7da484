#include "core/analysis/excerpt.h"

#include "core/network/simulator.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace core {
namespace {

constexpr size_t headPackets = 256;
constexpr size_t leadPackets = 2048; // before the stretch: about 40 s in which the buffer settles
constexpr size_t tailPackets = 256;
constexpr int64_t runs = 1024; // about one for each column of pixels

// When the sender sends at this time of the receiver's clock.
MediaTime mediaSentAt(ReceiverTime time, double driftPpm)
{
    const double us = static_cast<double>(time.ticks()) * (1 + driftPpm * 1e-6);
    return MediaTime(std::llround(us * (6 / 125.0)));
}

size_t firstFrom(std::span<const PacketRecord> packets, MediaTime media)
{
    const auto found = std::ranges::lower_bound(packets, media, {}, &PacketRecord::media);
    return static_cast<size_t>(found - packets.begin());
}

} // namespace

class Excerpt::Builder {
public:
    explicit Builder(const Capture& whole)
        : m_whole(whole)
        , m_packets(whole.packets())
    {
        m_parts.name = whole.name();
        m_parts.format = whole.format();
        m_parts.head = whole.head();
        m_parts.hasSequence = whole.hasSequence();
    }

    // What comes before the stretch. Returns where the stretch has to begin.
    [[nodiscard]] MediaTime takeLead(MediaTime stretch)
    {
        const size_t last = firstFrom(m_packets, stretch);
        const size_t first = last - std::min(last, leadPackets);
        take(0, std::min(first, headPackets), MediaTime());
        if (first == last)
            return m_parts.end;
        const MediaTime begin = m_packets[first].media;
        const MediaTime placed = first <= headPackets ? begin : m_parts.end;
        take(first, last, placed);
        return placed + (stretch - begin);
    }

    void takeStretch(const Excerpt& excerpt, MediaSpan length)
    {
        const int64_t count = excerpt.m_thinning == 1 ? 1 : runs;
        const auto placed = [&](MediaSpan into) {
            return excerpt.m_beginInExcerpt + MediaSpan(into.ticks() / excerpt.m_thinning);
        };
        for (int64_t run = 0; run < count; ++run) {
            const MediaSpan begin(length.ticks() * run / count);
            const MediaSpan end(length.ticks() * (run + 1) / count);
            const size_t first = firstFrom(m_packets, excerpt.m_begin + begin);
            const size_t last = firstFrom(m_packets, excerpt.m_begin + end);
            if (first < last)
                take(first, last, placed(m_packets[first].media - excerpt.m_begin), placed(end));
        }
    }

    [[nodiscard]] std::shared_ptr<const Capture> finished()
    {
        for (const CapturedCopy& copy : m_whole.copies()) {
            const auto found = std::ranges::lower_bound(m_parts.places, copy.packet);
            if (found != m_parts.places.end() && *found == copy.packet)
                m_parts.copies.push_back(
                    {static_cast<uint32_t>(found - m_parts.places.begin()), copy.baseDelay});
        }
        return std::make_shared<const Capture>(std::move(m_parts));
    }

    // What comes behind it, without which its end would be told wrongly.
    void takeTail(MediaTime stretchEnd)
    {
        const size_t first = firstFrom(m_packets, stretchEnd);
        take(first, std::min(m_packets.size(), first + tailPackets), m_parts.end);
    }

private:
    // Packets [first, last), up to the one that would begin at `until` or later; the first of them where it
    // is wanted, or right behind what was taken before if hardly anything would lie between.
    void take(size_t first, size_t last, MediaTime wanted,
        MediaTime until = MediaTime(std::numeric_limits<int64_t>::max()))
    {
        if (first == last)
            return;
        const bool isBehind = wanted - m_parts.end < m_packets[first].duration();
        const MediaSpan shift = (isBehind ? m_parts.end : wanted) - m_packets[first].media;
        for (size_t i = first; i < last && m_packets[i].media + shift < until; ++i)
            add(i, shift);
    }

    void add(size_t packet, MediaSpan shift)
    {
        PacketRecord record = m_packets[packet];
        record.media += shift;
        record.payloadOffset = 0;
        m_parts.packets.push_back(record);
        m_parts.places.push_back(static_cast<uint32_t>(packet));
        if (!m_whole.baseDelays().empty())
            m_parts.baseDelays.push_back(m_whole.baseDelays()[packet]);
        m_parts.end = std::max(m_parts.end, record.end());
    }

    const Capture& m_whole;
    std::span<const PacketRecord> m_packets;
    Capture::Parts m_parts;
};

Excerpt Excerpt::of(const Capture& whole, const Request& request)
{
    Excerpt excerpt;
    excerpt.m_driftPpm = request.driftPpm;
    excerpt.m_begin = mediaSentAt(request.begin, request.driftPpm);
    const MediaTime end = std::max(mediaSentAt(request.end, request.driftPpm), excerpt.m_begin);
    const std::span<const PacketRecord> packets = whole.packets();
    const size_t count = firstFrom(packets, end) - firstFrom(packets, excerpt.m_begin);
    excerpt.m_thinning = static_cast<int64_t>(count / std::max<size_t>(request.mostPackets, 1)) + 1;
    Builder builder(whole);
    excerpt.m_beginInExcerpt = builder.takeLead(excerpt.m_begin);
    builder.takeStretch(excerpt, end - excerpt.m_begin);
    builder.takeTail(end);
    excerpt.m_capture = builder.finished();
    return excerpt;
}

ReceiverTime Excerpt::toExcerpt(ReceiverTime whole) const
{
    const MediaSpan into = mediaSentAt(whole, m_driftPpm) - m_begin;
    return sendTime(m_beginInExcerpt + MediaSpan(into.ticks() / m_thinning), m_driftPpm);
}

} // namespace core

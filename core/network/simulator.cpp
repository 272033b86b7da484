#include "core/network/simulator.h"

#include "core/base/beside.h"
#include "core/base/random.h"
#include "core/network/arrivalorder.h"
#include "core/network/delaysource.h"
#include "core/network/twostatechain.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>
#include <utility>

namespace core {
namespace {

// Delays in a damaged capture can be anything; within a century no sum overflows.
constexpr ReceiverSpan longestBaseDelay{int64_t{100} * 365 * 86400 * 1000000};

ReceiverSpan plausible(ReceiverSpan baseDelay)
{
    return std::clamp(baseDelay, -longestBaseDelay, longestBaseDelay);
}

// Decides which packets skip the delay, as netem does: a packet is a candidate when at least gap - 1 packets
// were delayed since the last one that skipped it.
class Reordering {
public:
    Reordering(const NetworkSettings::Reorder& reorder, uint64_t seed)
        : m_draws(seed, DrawStream::Reorder)
        , m_chain(correlatedRates(reorder.rate, reorder.correlation))
        , m_isOn(reorder.rate > 0)
        , m_gap(reorder.gap)
    {
    }

    [[nodiscard]] bool skipsDelay(uint64_t place)
    {
        if (!m_isOn)
            return false;
        const bool skips = m_delayed >= m_gap - 1 && m_chain.next(m_draws.bits(place));
        m_delayed = skips ? 0 : m_delayed + 1;
        return skips;
    }

private:
    CounterRandom m_draws;
    TwoStateChain m_chain;
    bool m_isOn;
    int64_t m_gap;
    int64_t m_delayed = 0;
};

// Copies that the capture holds, taken along in the order of their packets.
class CopyCursor {
public:
    explicit CopyCursor(const Capture& capture)
        : m_copies(capture.copies())
        , m_order(m_copies.size())
    {
        std::iota(m_order.begin(), m_order.end(), size_t{0});
        std::stable_sort(m_order.begin(), m_order.end(),
            [this](size_t a, size_t b) { return m_copies[a].packet < m_copies[b].packet; });
    }

    // The number of the next copy of this packet, or none. Packets have to be asked for in ascending order.
    [[nodiscard]] const CapturedCopy* next(size_t packet)
    {
        while (m_position < m_order.size() && m_copies[m_order[m_position]].packet < packet)
            ++m_position;
        if (m_position == m_order.size() || m_copies[m_order[m_position]].packet != packet)
            return nullptr;
        return &m_copies[m_order[m_position++]];
    }

    // Position of the copy returned last, from 1.
    [[nodiscard]] size_t position() const { return m_position; }

private:
    std::span<const CapturedCopy> m_copies;
    std::vector<size_t> m_order;
    size_t m_position = 0;
};

// The delays of all packets, a portion after the other. The next one is drawn beside what is done with that
// at hand.
class DelaysAhead {
public:
    DelaysAhead(DelaySource& source, const Capture& capture)
        : m_source(source)
        , m_places(capture.places())
        , m_packets(capture.packets().size())
        , m_undrawn(m_packets)
    {
        startDrawing();
    }

    // Valid until the next call, which must not come when all packets have had theirs.
    [[nodiscard]] std::span<const ReceiverSpan> nextPortion()
    {
        m_drawing.get();
        m_atHand.swap(m_drawn);
        if (m_undrawn > 0)
            startDrawing();
        return m_atHand;
    }

private:
    static constexpr size_t mostInPortion = 512 * DelaySource::blockSize;

    void startDrawing()
    {
        m_drawn.resize(std::min(m_undrawn, mostInPortion));
        const size_t first = m_packets - m_undrawn;
        m_undrawn -= m_drawn.size();
        m_drawing = startBeside(m_packets, [this, first] {
            if (m_places.empty())
                m_source.draw(m_drawn);
            else
                m_source.drawAt(m_places.subspan(first, m_drawn.size()), m_drawn);
        });
    }

    DelaySource& m_source;
    std::span<const uint32_t> m_places;
    size_t m_packets, m_undrawn;
    std::vector<ReceiverSpan> m_atHand, m_drawn;
    std::future<void> m_drawing; // last: it uses all above
};

// The network: takes the packets in the order of sending and notes when they arrive.
class Transit {
public:
    Transit(const Capture& capture, const NetworkSettings& settings, uint64_t seed, LargeVector<Arrival>& out)
        : m_capture(capture)
        , m_packets(capture.packets())
        , m_baseDelays(capture.baseDelays())
        , m_settings(settings)
        , m_lossDraws(seed, DrawStream::Loss)
        , m_duplicateDraws(seed, DrawStream::Duplicate)
        , m_losses(lossRates(settings.loss))
        , m_delays(settings, seed)
        , m_reordering(settings.reorder, seed)
        , m_copies(capture)
        , m_isPlain(capture.baseDelays().empty() && capture.copies().empty() && capture.places().empty()
              && settings.reorder.rate <= 0 && settings.duplicateRate <= 0 && settings.driftPpm == 0
              && !settings.jitter.keepOrder)
        , m_out(out)
    {
    }

    // All packets; what arrives is sorted while it is at hand.
    void sendAll()
    {
        ArrivalOrder order(m_out, m_packets.size());
        DelaysAhead ahead(m_delays, m_capture);
        for (size_t first = 0; first < m_packets.size();) {
            std::span<const ReceiverSpan> delays = ahead.nextPortion();
            while (!delays.empty()) {
                const size_t count = std::min(delays.size(), blockPackets);
                sendBlock(first, delays.first(count));
                order.sortNew();
                first += count;
                delays = delays.subspan(count);
            }
        }
        order.finish();
    }

private:
    static constexpr size_t blockPackets = 64;

    void sendBlock(size_t first, std::span<const ReceiverSpan> delays)
    {
        if (m_isPlain) {
            sendPlainly(first, delays);
            return;
        }
        for (const ReceiverSpan delay : delays)
            send(first++, delay);
    }

    // What send() does, for packets one after the other where there is nothing but delay and loss; without
    // branches.
    void sendPlainly(size_t first, std::span<const ReceiverSpan> delays)
    {
        const std::span<const PacketRecord> packets = m_packets;
        const size_t end = first + delays.size();
        const CounterRandom lossDraws = m_lossDraws;
        TwoStateChain losses = m_losses;
        size_t arrived = m_out.size();
        m_out.resize(arrived + end - first);
        for (size_t packet = first; packet < end; ++packet) {
            const bool isLost = losses.next(lossDraws.bits(packet));
            const bool isMissing = (packets[packet].flags & IsMissing) != 0;
            const ReceiverTime sent = ReceiverTime() + toReceiverSpan(packets[packet].media.sinceZero());
            Arrival& arrival = m_out[arrived];
            arrival.time = sent + delays[packet - first];
            arrival.packet = static_cast<uint32_t>(packet);
            arrived += isLost || isMissing ? 0 : 1;
        }
        m_losses = losses;
        m_out.resize(arrived);
    }

    // A packet that is lost is lost with all its copies: duplicates are made behind the loss.
    void send(size_t packet, ReceiverSpan delay)
    {
        const uint64_t place = placeOf(packet);
        const bool isLost = m_losses.next(m_lossDraws.bits(place));
        const bool skipsDelay = m_reordering.skipsDelay(place);
        if (isLost || (m_packets[packet].flags & IsMissing) != 0)
            return;
        const ReceiverSpan base = m_baseDelays.empty() ? ReceiverSpan() : plausible(m_baseDelays[packet]);
        const ReceiverTime sent = sendTime(m_packets[packet].media, m_settings.driftPpm);
        const size_t first = m_out.size();
        deliver(packet, skipsDelay ? sent + base : inOrder(sent + base + delay));
        if (m_settings.duplicateRate > 0 && m_duplicateDraws.unit(place) < m_settings.duplicateRate)
            deliverCopy(first, inOrder(sent + base + m_delays.ofCopy(place)));
        while (const CapturedCopy* copy = m_copies.next(packet)) {
            const ReceiverSpan copyBase = copy->baseDelay ? plausible(*copy->baseDelay) : base;
            const uint64_t draw = (uint64_t{1} << 40U) + m_copies.position();
            deliverCopy(first, inOrder(sent + copyBase + m_delays.ofCopy(draw)));
        }
    }

    // What all draws of a packet depend on: its place in the whole capture.
    [[nodiscard]] uint64_t placeOf(size_t packet) const
    {
        return m_capture.places().empty() ? packet : m_capture.places()[packet];
    }

    // With keepOrder nothing arrives before what was sent earlier; packets that skip the delay pass the
    // queue.
    [[nodiscard]] ReceiverTime inOrder(ReceiverTime time)
    {
        if (m_settings.jitter.keepOrder)
            time = m_newest = std::max(m_newest, time);
        return time;
    }

    void deliver(size_t packet, ReceiverTime time)
    {
        m_out.push_back({.time = time, .packet = static_cast<uint32_t>(packet)});
    }

    // Copies can't be told apart: whichever comes first is the packet, the others are duplicates.
    void deliverCopy(size_t first, ReceiverTime time)
    {
        Arrival& original = m_out[first];
        const uint32_t packet = original.packet;
        const auto [earlier, later] = std::minmax({ReceiverTime(original.time), time});
        original.time = earlier;
        m_out.push_back({.time = later, .isDuplicate = true, .packet = packet});
    }

    const Capture& m_capture;
    std::span<const PacketRecord> m_packets;
    std::span<const ReceiverSpan> m_baseDelays;
    const NetworkSettings& m_settings;
    CounterRandom m_lossDraws, m_duplicateDraws;
    TwoStateChain m_losses;
    DelaySource m_delays;
    Reordering m_reordering;
    CopyCursor m_copies;
    bool m_isPlain; // nothing but delay and loss
    LargeVector<Arrival>& m_out;
    ReceiverTime m_newest{std::numeric_limits<int64_t>::min()};
};

// So many that there are hardly ever more; room that stays unused costs no memory.
size_t mostArrivals(const Capture& capture, const NetworkSettings& settings)
{
    const auto packets = static_cast<double>(capture.packets().size());
    const double copies = settings.duplicateRate * packets;
    return capture.packets().size() + capture.copies().size()
        + static_cast<size_t>(copies + 6 * std::sqrt(copies));
}

} // namespace

ReceiverTime driftedSendTime(MediaTime media, double driftPpm)
{
    const double us = static_cast<double>(media.ticks()) * (125.0 / 6) / (1 + driftPpm * 1e-6);
    return ReceiverTime(static_cast<int64_t>(us < 0 ? us - 0.5 : us + 0.5));
}

Arrivals simulate(const Capture& capture, const NetworkSettings& settings, uint64_t seed, Arrivals recycled)
{
    Arrivals arrivals = std::move(recycled);
    arrivals.list.clear();
    arrivals.list.reserve(mostArrivals(capture, settings));
    Transit(capture, settings, seed, arrivals.list).sendAll();
    return arrivals;
}

} // namespace core

#include "core/render/timelinedecoder.h"

#include "core/opus/packet.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace core {

namespace {

constexpr int64_t smallestStep = 120; // the decoder works in multiples of 2.5 ms

int64_t roundedUp(int64_t samples) { return (samples + smallestStep - 1) / smallestStep * smallestStep; }

bool isConcealed(const TimelineEvent& event, Repair repair)
{
    return event.kind == EventKind::Loss && event.repair == repair;
}

} // namespace

TimelineDecoder::State TimelineDecoder::State::clone() const
{
    return {decoder.clone(), event, position, packetDuration, surplus};
}

size_t TimelineDecoder::State::bytes() const
{
    return sizeof(State) + decoder.stateBytes() + surplus.size() * sizeof(float);
}

TimelineDecoder::TimelineDecoder(const Capture& capture, const Timeline& timeline, Decoder decoder)
    : m_capture(&capture)
    , m_timeline(&timeline)
    , m_state{std::move(decoder), 0, 0, mediaMilliseconds(20), {}}
    , m_channels(static_cast<size_t>(capture.channels()))
    , m_pcm(static_cast<size_t>(maxPacketDuration.ticks()) * m_channels)
{
}

bool TimelineDecoder::isAtEnd() const { return m_state.event >= m_timeline->events.size(); }

int64_t TimelineDecoder::positionOf(ReceiverTime time) const
{
    return toMediaSpan(time - m_timeline->start()).ticks();
}

void TimelineDecoder::startFresh(int64_t position)
{
    const auto& events = m_timeline->events;
    const auto behind = std::ranges::upper_bound(
        events, position, {}, [this](const TimelineEvent& event) { return positionOf(event.start); });
    m_state.event = behind == events.begin() ? 0 : behind.index() - 1;
    m_state.position = events.empty() ? 0 : positionOf(events[m_state.event].start);
    m_state.surplus.clear();
    m_state.packetDuration = mediaMilliseconds(20);
    m_state.decoder.reset();
}

SoundPiece TimelineDecoder::next()
{
    while (!isAtEnd()) {
        const SoundPiece piece = playEvent();
        if (piece.length > 0)
            return piece;
    }
    return {m_state.position, 0, {}};
}

SoundPiece TimelineDecoder::playEvent()
{
    const TimelineEvent event = m_timeline->events[m_state.event];
    const int64_t end = std::max(positionOf(event.end()), m_state.position);
    if (event.kind == EventKind::Packet)
        return playPacket(event, end);
    if (isConcealed(event, Repair::Fec))
        return playFec(event, end);
    if (isConcealed(event, Repair::Plc))
        return playPlc(end);
    return playSilence(end);
}

SoundPiece TimelineDecoder::playSilence(int64_t end)
{
    const SoundPiece piece{m_state.position, end - m_state.position, {}};
    m_state.position = end;
    leaveEvent();
    return piece;
}

SoundPiece TimelineDecoder::playPacket(const TimelineEvent& event, int64_t end)
{
    const PacketRecord& record = m_capture->packets()[event.packet];
    const auto decoded = m_state.decoder.decode(m_capture->payload(event.packet), m_pcm);
    if (decoded) {
        m_state.packetDuration = MediaSpan(static_cast<int64_t>(*decoded));
        return finishWith(*decoded, end);
    }
    // A packet that looks sound but that libopus refuses still has its place.
    const int64_t wanted = record.durationSamples > 0 ? record.durationSamples : end - m_state.position;
    return finishWith(concealInto(MediaSpan(roundedUp(wanted))), end);
}

SoundPiece TimelineDecoder::playFec(const TimelineEvent& event, int64_t end)
{
    const Bytes next = m_capture->payload(event.packet);
    const int64_t frame =
        next.empty() ? m_state.packetDuration.ticks() : Toc(next.front()).frameDuration().ticks();
    const int64_t lead = end - m_state.position - frame;
    // The FEC copy repairs the last frame before its packet; what is missing in front of it is concealed.
    if (lead > joinTolerance)
        return playPlc(end - frame);
    const auto decoded = m_state.decoder.decodeFec(next, MediaSpan(frame), m_pcm);
    const size_t samples = decoded ? *decoded : concealInto(MediaSpan(frame));
    if (lead >= -joinTolerance)
        return finishWith(samples, end);
    // Less is wanted than one frame: its end, which leads into the packet.
    const size_t wanted = std::min(samples, static_cast<size_t>(end - m_state.position));
    std::copy_n(m_pcm.begin() + static_cast<std::ptrdiff_t>((samples - wanted) * m_channels),
        wanted * m_channels, m_pcm.begin());
    return finishWith(wanted, end);
}

SoundPiece TimelineDecoder::playPlc(int64_t end)
{
    const int64_t missing = end - m_state.position;
    SoundPiece piece{m_state.position, 0, {}};
    if (missing > 0 && !m_state.surplus.empty()) {
        piece = takeSurplus(end);
    } else if (missing > 0) {
        const MediaSpan step = concealmentStep(end);
        const auto concealed = static_cast<int64_t>(concealInto(step));
        piece.length = std::min(missing, concealed);
        const std::span<const float> pcm(m_pcm.data(), static_cast<size_t>(concealed) * m_channels);
        const size_t used = static_cast<size_t>(piece.length) * m_channels;
        piece.pcm = pcm.first(used);
        m_state.surplus.assign(pcm.begin() + static_cast<std::ptrdiff_t>(used), pcm.end());
    }
    m_state.position += piece.length;
    if (m_state.position >= positionOf(m_timeline->events[m_state.event].end()))
        leaveEvent();
    return piece;
}

// As much at once as the last packet held, or what is left of the run of concealed events: where a gap is cut
// into events by cause must not be heard.
MediaSpan TimelineDecoder::concealmentStep(int64_t end) const
{
    const int64_t most = m_state.packetDuration.ticks();
    const auto& events = m_timeline->events;
    for (size_t i = m_state.event + 1; i < events.size() && isConcealed(events[i], Repair::Plc); ++i) {
        if (end - m_state.position >= most)
            break;
        end = positionOf(events[i].end());
    }
    return MediaSpan(std::min(most, roundedUp(end - m_state.position)));
}

SoundPiece TimelineDecoder::takeSurplus(int64_t end)
{
    const auto held = static_cast<int64_t>(m_state.surplus.size() / m_channels);
    const int64_t length = std::min(held, end - m_state.position);
    const auto used = static_cast<std::ptrdiff_t>(static_cast<size_t>(length) * m_channels);
    std::copy_n(m_state.surplus.begin(), used, m_pcm.begin());
    m_state.surplus.erase(m_state.surplus.begin(), m_state.surplus.begin() + used);
    return {m_state.position, length, std::span<const float>(m_pcm).first(static_cast<size_t>(used))};
}

// Places samples at the front of m_pcm and ends the event: seamlessly where sound follows close enough, else
// exactly at its end.
SoundPiece TimelineDecoder::finishWith(size_t samples, int64_t end)
{
    const int64_t natural = m_state.position + static_cast<int64_t>(samples);
    if (isFollowedBySound() && std::abs(natural - end) <= joinTolerance)
        end = natural;
    const SoundPiece piece{m_state.position, end - m_state.position,
        std::span<const float>(m_pcm).first(
            static_cast<size_t>(std::min(end, natural) - m_state.position) * m_channels)};
    m_state.position = end;
    leaveEvent();
    return piece;
}

size_t TimelineDecoder::concealInto(MediaSpan duration)
{
    duration = std::min(duration, maxPacketDuration);
    if (const auto concealed = m_state.decoder.conceal(duration, m_pcm))
        return *concealed;
    const auto samples = static_cast<size_t>(duration.ticks());
    std::fill_n(m_pcm.begin(), samples * m_channels, 0.0F);
    return samples;
}

bool TimelineDecoder::isFollowedBySound() const
{
    if (m_state.event + 1 >= m_timeline->events.size())
        return false;
    const TimelineEvent next = m_timeline->events[m_state.event + 1];
    return next.kind == EventKind::Packet || isConcealed(next, Repair::Plc) || isConcealed(next, Repair::Fec);
}

bool TimelineDecoder::isFollowedByPlc() const
{
    return m_state.event + 1 < m_timeline->events.size()
        && isConcealed(m_timeline->events[m_state.event + 1], Repair::Plc);
}

void TimelineDecoder::leaveEvent()
{
    if (!isConcealed(m_timeline->events[m_state.event], Repair::Plc) || !isFollowedByPlc())
        m_state.surplus.clear();
    ++m_state.event;
}

} // namespace core

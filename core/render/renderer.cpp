#include "core/render/renderer.h"

#include "core/render/checkpoints.h"
#include "core/render/timelinedecoder.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace core {

namespace {

struct Positions {
    int64_t begin = 0;
    int64_t end = 0;
};

bool hasMedia(const TimelineEvent& event)
{
    return event.kind == EventKind::Packet || event.kind == EventKind::Loss;
}

// Where the first sample behind the pre-skip lies (RFC 7845 §4.2). It may take several short packets.
int64_t audibleBegin(const Capture& capture, const Timeline& timeline, const TimelineDecoder& decoder)
{
    int64_t begin = 0;
    for (const TimelineEvent& event : timeline.events) {
        const int64_t hidden = (capture.begin() - event.media).ticks();
        if (!hasMedia(event) || hidden <= 0)
            break;
        begin = std::min(decoder.positionOf(event.start) + hidden, decoder.positionOf(event.end()));
        if (begin < decoder.positionOf(event.end()))
            break;
    }
    return begin;
}

// Where the last sample before the end trimming lies (RFC 7845 §4.4).
int64_t audibleEnd(const Capture& capture, const Timeline& timeline, const TimelineDecoder& decoder)
{
    int64_t end = decoder.positionOf(timeline.end());
    if (capture.packetsEnd() <= capture.end())
        return end;
    for (auto behind = timeline.events.end(); behind != timeline.events.begin();) {
        const TimelineEvent event = *--behind;
        const int64_t heard = (capture.end() - event.media).ticks();
        const int64_t start = decoder.positionOf(event.start);
        if (!hasMedia(event) || start + heard >= end)
            break;
        end = start + std::max<int64_t>(heard, 0);
        if (heard > 0)
            break;
    }
    return end;
}

} // namespace

class Renderer::Engine {
public:
    Engine(std::shared_ptr<const Capture> capture, std::shared_ptr<const Timeline> timeline, Decoder decoder)
        : m_capture(std::move(capture))
        , m_timeline(std::move(timeline))
        , m_decoder(*m_capture, *m_timeline, std::move(decoder))
        , m_checkpoints(m_decoder.state().clone())
        , m_audible{audibleBegin(*m_capture, *m_timeline, m_decoder),
              audibleEnd(*m_capture, *m_timeline, m_decoder)}
    {
    }

    [[nodiscard]] int channels() const { return m_capture->channels(); }
    [[nodiscard]] int64_t frameCount() const { return std::max<int64_t>(0, m_audible.end - m_audible.begin); }
    [[nodiscard]] ReceiverTime timeOf(int64_t frame) const;
    [[nodiscard]] int64_t frameAt(ReceiverTime time) const;
    [[nodiscard]] Result<void> render(int64_t frame, std::span<float> out, const JobControl& job);
    void setWarmUp(MediaSpan warmUp) { m_warmUp = warmUp; }
    void forget() { m_isForgotten = true; }

private:
    void startFresh(int64_t position);
    void seek(int64_t position);
    [[nodiscard]] bool holds(int64_t position) const;
    [[nodiscard]] Result<void> advanceTo(int64_t position, const JobControl& job);
    void nextPiece();
    size_t copyPiece(int64_t position, std::span<float> out) const;

    std::shared_ptr<const Capture> m_capture;
    std::shared_ptr<const Timeline> m_timeline;
    TimelineDecoder m_decoder;
    Checkpoints m_checkpoints;
    Positions m_audible;
    SoundPiece m_piece; // the one made last, ending at m_decoder.position()
    MediaSpan m_warmUp;
    bool m_isExact = true; // the decoder has heard everything from the start on
    bool m_isForgotten = false; // the decoder is to start anew
};

ReceiverTime Renderer::Engine::timeOf(int64_t frame) const
{
    const MediaSpan sinceStart(m_audible.begin + std::clamp<int64_t>(frame, 0, frameCount()));
    return std::clamp(
        m_timeline->start() + toReceiverSpan(sinceStart), m_timeline->start(), m_timeline->end());
}

int64_t Renderer::Engine::frameAt(ReceiverTime time) const
{
    const ReceiverTime inside = std::clamp(time, m_timeline->start(), m_timeline->end());
    return std::clamp<int64_t>(m_decoder.positionOf(inside) - m_audible.begin, 0, frameCount());
}

bool Renderer::Engine::holds(int64_t position) const
{
    return position >= m_piece.start && position < m_piece.start + m_piece.length;
}

// Chooses where to go on from: what is at hand, a checkpoint, or a fresh decoder a warm-up before.
void Renderer::Engine::seek(int64_t position)
{
    if (std::exchange(m_isForgotten, false)) {
        startFresh(std::max<int64_t>(0, position - m_warmUp.ticks()));
        return;
    }
    const bool isUsable = m_isExact || m_warmUp.ticks() > 0;
    if (isUsable && holds(position))
        return;
    const TimelineDecoder::State& checkpoint = m_checkpoints.nearest(position);
    const bool isAhead = isUsable && position >= m_decoder.position();
    if (!isAhead || checkpoint.position > m_decoder.position()) {
        m_decoder.restore(checkpoint.clone());
        m_piece = {};
        m_isExact = true;
    }
    const int64_t warmUp = m_warmUp.ticks();
    if (warmUp > 0 && position - m_decoder.position() > 2 * warmUp)
        startFresh(position - warmUp);
}

void Renderer::Engine::startFresh(int64_t position)
{
    m_decoder.startFresh(position);
    m_piece = {};
    m_isExact = false;
}

void Renderer::Engine::nextPiece()
{
    m_piece = m_decoder.next();
    if (m_isExact)
        m_checkpoints.offer(m_decoder.state());
}

Result<void> Renderer::Engine::advanceTo(int64_t position, const JobControl& job)
{
    while (!holds(position) && !m_decoder.isAtEnd()) {
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled);
        nextPiece();
    }
    return {};
}

size_t Renderer::Engine::copyPiece(int64_t position, std::span<float> out) const
{
    const auto channelCount = static_cast<size_t>(channels());
    const auto offset = static_cast<size_t>(position - m_piece.start) * channelCount;
    const size_t length = std::min(out.size(), static_cast<size_t>(m_piece.length) * channelCount - offset);
    const size_t sounding = offset < m_piece.pcm.size() ? std::min(length, m_piece.pcm.size() - offset) : 0;
    if (sounding > 0)
        std::copy_n(m_piece.pcm.begin() + static_cast<std::ptrdiff_t>(offset), sounding, out.begin());
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(sounding),
        out.begin() + static_cast<std::ptrdiff_t>(length), 0.0F);
    return length;
}

Result<void> Renderer::Engine::render(int64_t frame, std::span<float> out, const JobControl& job)
{
    const auto channelCount = static_cast<size_t>(channels());
    assert(frame >= 0 && out.size() % channelCount == 0);
    const auto frames = static_cast<int64_t>(out.size() / channelCount);
    const int64_t heard = std::clamp<int64_t>(frameCount() - frame, 0, frames);
    const auto silent = out.subspan(static_cast<size_t>(heard) * channelCount);
    std::fill(silent.begin(), silent.end(), 0.0F);
    auto rest = out.first(static_cast<size_t>(heard) * channelCount);
    int64_t position = frame + m_audible.begin;
    if (!rest.empty())
        seek(position);
    while (!rest.empty()) {
        if (auto advanced = advanceTo(position, job); !advanced)
            return advanced;
        if (!holds(position)) {
            std::fill(rest.begin(), rest.end(), 0.0F);
            break;
        }
        const size_t copied = copyPiece(position, rest);
        rest = rest.subspan(copied);
        position += static_cast<int64_t>(copied / channelCount);
    }
    return {};
}

Result<Renderer> Renderer::open(
    std::shared_ptr<const Capture> capture, std::shared_ptr<const Timeline> timeline)
{
    auto decoder = Decoder::open(capture->head());
    if (!decoder)
        return tl::unexpected(decoder.error());
    return Renderer(std::make_unique<Engine>(std::move(capture), std::move(timeline), std::move(*decoder)));
}

Renderer::Renderer(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

int Renderer::channels() const { return m_engine->channels(); }
int64_t Renderer::frameCount() const { return m_engine->frameCount(); }
ReceiverTime Renderer::timeOf(int64_t frame) const { return m_engine->timeOf(frame); }
int64_t Renderer::frameAt(ReceiverTime time) const { return m_engine->frameAt(time); }

Result<void> Renderer::render(int64_t frame, std::span<float> out, const JobControl& job)
{
    return m_engine->render(frame, out, job);
}

void Renderer::setWarmUp(MediaSpan warmUp) { m_engine->setWarmUp(warmUp); }

void Renderer::forget() { m_engine->forget(); }

} // namespace core

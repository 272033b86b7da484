#include "app/playerfeed.h"

#include <algorithm>

namespace app {

using core::ReceiverTime;
using ui::Listen;

namespace {

// After this much the codec has forgotten where its decoder was started.
constexpr core::MediaSpan warmUp = core::mediaMilliseconds(1000);

} // namespace

PlayerFeed::PlayerFeed(AudioRing& ring)
    : m_ring(ring)
{
}

core::Result<void> PlayerFeed::load(std::shared_ptr<const core::Analysis> analysis)
{
    const bool isSameCapture = m_analysis && m_analysis->capture == analysis->capture && isLoaded();
    MediaMap map(core::timelineOf(analysis));
    std::optional<ReceiverTime> time;
    if (isSameCapture) {
        // The picture stands still as long as the same audio is heard at the same time; else the sound goes
        // on.
        const core::MediaTime media = m_map->mediaAt(position());
        time = map.mediaAt(position()) == media ? position() : map.timeAt(media);
        moveLoop(map);
        if (m_listen == Listen::Original) {
            m_analysis = std::move(analysis);
            m_map = std::move(map);
            return {};
        }
        startFade();
    }
    m_analysis = std::move(analysis);
    m_map = std::move(map);
    if (!isSameCapture) {
        m_loop.reset();
        m_stop.reset();
        m_discardMark = m_ring.written();
    }
    m_frame = 0;
    if (auto opened = openRenderer(); !opened)
        return opened;
    if (time)
        m_frame = frameAt(*time);
    return {};
}

core::Result<void> PlayerFeed::openRenderer()
{
    m_renderer.reset();
    const auto capture = m_analysis->capture;
    auto timeline = m_listen == Listen::Received
        ? core::timelineOf(m_analysis)
        : std::make_shared<const core::Timeline>(core::originalTimeline(*capture));
    auto opened = core::Renderer::open(capture, std::move(timeline));
    if (!opened)
        return tl::unexpected(opened.error());
    m_renderer = std::move(*opened);
    m_renderer->setWarmUp(warmUp);
    m_mix.emplace(m_renderer->channels());
    return {};
}

void PlayerFeed::seek(ReceiverTime time)
{
    if (!isLoaded())
        return;
    m_discardMark = m_ring.written();
    m_fade.assign(fadeFrames, {});
    m_frame = frameAt(time);
    if (m_frame == 0)
        m_fade.clear();
}

core::Result<void> PlayerFeed::listen(Listen listen)
{
    if (listen == m_listen)
        return {};
    const ReceiverTime time = isLoaded() ? position() : ReceiverTime();
    if (isLoaded())
        startFade();
    m_listen = listen;
    if (!m_analysis)
        return {};
    if (auto opened = openRenderer(); !opened)
        return opened;
    m_frame = frameAt(time);
    return {};
}

void PlayerFeed::setLoop(std::optional<ui::LoopRange> loop)
{
    m_loop = loop;
    if (!loop || !m_map)
        return;
    m_loopBegin = m_map->mediaAt(loop->begin);
    m_loopEnd = m_map->mediaAt(loop->end);
}

// From the audio that was asked for, so that going to and fro doesn't shift it bit by bit.
void PlayerFeed::moveLoop(const MediaMap& map)
{
    if (!m_loop)
        return;
    const auto moved = [&map](ReceiverTime time, core::MediaTime media) {
        return map.mediaAt(time) == media ? time : map.timeAt(media);
    };
    const ui::LoopRange loop{moved(m_loop->begin, m_loopBegin), moved(m_loop->end, m_loopEnd)};
    if (loop.begin < loop.end)
        m_loop = loop;
}

void PlayerFeed::setStop(std::optional<ReceiverTime> stop) { m_stop = stop; }

core::Result<void> PlayerFeed::fill()
{
    if (!isLoaded())
        return {};
    uint64_t ahead = m_discardMark ? m_ring.written() - *m_discardMark : m_ring.fill();
    while (ahead < m_ahead) {
        if (m_loop && m_frame >= frameAt(m_loop->end)) {
            startFade();
            m_frame = frameAt(m_loop->begin);
        }
        const int64_t left = std::max<int64_t>(0, lastFrame() - m_frame);
        const uint64_t frames =
            std::min({chunkFrames, m_ahead - ahead, m_ring.space(), static_cast<uint64_t>(left)});
        if (frames == 0)
            break;
        if (auto written = writeChunk(frames); !written)
            return written;
        ahead += frames;
    }
    if (m_discardMark)
        m_ring.discardBefore(*std::exchange(m_discardMark, std::nullopt));
    return {};
}

core::Result<void> PlayerFeed::writeChunk(size_t frames)
{
    std::array<AudioRing::Frame, chunkFrames> chunk;
    const std::span<AudioRing::Frame> out = std::span(chunk).first(frames);
    if (auto rendered = renderFrames(m_frame, out); !rendered)
        return rendered;
    fadeInto(out);
    const auto next = m_frame + static_cast<int64_t>(frames);
    m_stretches.push_back({m_ring.written(), frames, timeOf(m_frame), timeOf(next)});
    m_ring.write(out);
    m_frame = next;
    return {};
}

core::Result<void> PlayerFeed::renderFrames(int64_t frame, std::span<AudioRing::Frame> out)
{
    m_interleaved.resize(out.size() * static_cast<size_t>(m_renderer->channels()));
    if (auto rendered = m_renderer->render(frame, m_interleaved); !rendered)
        return rendered;
    m_mix->mix(m_interleaved, out);
    return {};
}

void PlayerFeed::startFade()
{
    if (m_ring.written() == 0 || m_discardMark)
        return; // nothing sounded before
    if (m_fade.size() == fadeFrames)
        return; // nothing was entered since the fade before: what sounds is still the same
    m_fade.resize(fadeFrames);
    // A cross-fade that can't be had is only a click.
    if (!renderFrames(m_frame, m_fade))
        m_fade.clear();
}

void PlayerFeed::fadeInto(std::span<AudioRing::Frame> frames)
{
    const size_t count = std::min(frames.size(), m_fade.size());
    for (size_t i = 0; i < count; ++i) {
        const size_t done = fadeFrames - m_fade.size() + i;
        const float share = static_cast<float>(done + 1) / static_cast<float>(fadeFrames + 1);
        for (size_t side = 0; side < 2; ++side)
            frames[i][side] = m_fade[i][side] * (1 - share) + frames[i][side] * share;
    }
    m_fade.erase(m_fade.begin(), m_fade.begin() + static_cast<std::ptrdiff_t>(count));
}

bool PlayerFeed::isAtEnd() const { return isLoaded() && !m_loop && m_frame >= lastFrame(); }

ReceiverTime PlayerFeed::position() const { return isLoaded() ? timeOf(m_frame) : ReceiverTime(); }

ReceiverTime PlayerFeed::timeOf(int64_t frame) const
{
    const ReceiverTime time = m_renderer->timeOf(frame);
    if (m_listen == Listen::Received)
        return time;
    return m_map->timeAt(core::MediaTime(core::toMediaSpan(time.sinceZero()).ticks()));
}

int64_t PlayerFeed::frameAt(ReceiverTime time) const
{
    if (m_listen == Listen::Received)
        return m_renderer->frameAt(time);
    const core::MediaTime media = m_map->mediaAt(time);
    return m_renderer->frameAt(ReceiverTime(core::toReceiverSpan(core::MediaSpan(media.ticks())).ticks()));
}

int64_t PlayerFeed::lastFrame() const
{
    const int64_t end = m_renderer->frameCount();
    return m_stop ? std::min(end, frameAt(*m_stop)) : end;
}

} // namespace app

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
    if (isSameCapture)
        moveLoop(analysis->timeline);
    if (isSameCapture && m_listen == Listen::Original) {
        m_analysis = std::move(analysis);
        return {};
    }
    std::optional<ReceiverTime> time;
    if (isSameCapture) {
        // The picture stands still as long as the same audio is heard at the same time; else the sound goes
        // on.
        time = core::HeardMoment::at(m_analysis->timeline, beginChange()).in(analysis->timeline);
    }
    m_analysis = std::move(analysis);
    if (!isSameCapture) {
        m_loop.reset();
        m_stop.reset();
        discardRing();
        m_runs.clear();
    }
    if (auto opened = openRenderer(); !opened)
        return opened;
    if (time)
        endChange(*time);
    else
        jumpTo(0);
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
    discardRing();
    m_fade.assign(fadeFrames, {});
    jumpTo(frameAt(time));
    if (m_frame == 0)
        m_fade.clear();
}

core::Result<void> PlayerFeed::listen(Listen listen)
{
    if (listen == m_listen)
        return {};
    const ReceiverTime time = isLoaded() ? beginChange() : ReceiverTime();
    m_listen = listen;
    if (!m_analysis)
        return {};
    if (auto opened = openRenderer(); !opened)
        return opened;
    endChange(time);
    return {};
}

void PlayerFeed::discardRing()
{
    m_discardMark = m_ring.end();
    m_splice.reset();
}

void PlayerFeed::jumpTo(int64_t frame)
{
    m_frame = frame;
    m_runs.push_back({m_ring.end(), frame});
}

// Of what the device takes next; nothing if it was entered before the last change.
std::optional<PlayerFeed::Run> PlayerFeed::nextHeard() const
{
    const uint64_t place = m_ring.nextRead();
    const auto next = std::ranges::upper_bound(m_runs, place, {}, &Run::place);
    if (next == m_runs.begin() || place >= m_ring.end())
        return std::nullopt;
    const Run& run = *std::prev(next);
    return Run{place, run.frame + static_cast<int64_t>(place - run.place)};
}

// Tells the time of the audio with which another stream takes over: what the device takes next, or, where
// that can't be, what would have been entered next.
ReceiverTime PlayerFeed::beginChange()
{
    const bool hasEntered = !m_splice || m_splice->mark < m_ring.end();
    if (m_discardMark || !hasEntered)
        return position();
    const std::optional<Run> heard = m_ring.canSplice() ? nextHeard() : std::nullopt;
    if (!heard) {
        startFade();
        return position();
    }
    m_fade.clear();
    m_splice = Splice{heard->place, m_ring.end()};
    return timeOf(heard->frame);
}

// What the device holds when the change is taken up stood before `from`. Whoever looks back from the new
// frames by places finds it before `mark`; the places right behind `from` are kept for the time until then.
void PlayerFeed::endChange(ReceiverTime time)
{
    m_runs.clear();
    jumpTo(frameAt(time));
    if (!m_splice || m_splice->mark != m_ring.end())
        return;
    const uint64_t frames = (m_splice->mark - m_splice->from) * 3 / 4;
    const ReceiverTime begin = timeOf(std::max<int64_t>(0, m_frame - static_cast<int64_t>(frames)));
    if (frames > 0)
        m_stretches.push_back({m_splice->mark - frames, frames, begin, timeOf(m_frame)});
}

void PlayerFeed::finishChange()
{
    if (m_splice && m_splice->mark < m_ring.end())
        m_ring.splice(m_splice->from, m_splice->mark);
    m_splice.reset();
    m_ring.handOver();
    if (m_discardMark)
        m_ring.discardBefore(*std::exchange(m_discardMark, std::nullopt));
}

// Frames entered that the device will still take.
uint64_t PlayerFeed::framesAhead() const
{
    const uint64_t next = m_discardMark ? *m_discardMark
        : m_splice                      ? m_splice->mark + (m_ring.nextRead() - m_splice->from)
                                        : m_ring.nextRead();
    return m_ring.end() - std::min(m_ring.end(), next);
}

void PlayerFeed::setLoop(std::optional<ui::LoopRange> loop)
{
    m_loop = loop;
    if (!loop || !m_analysis)
        return;
    m_loopBegin = core::HeardMoment::at(m_analysis->timeline, loop->begin);
    m_loopEnd = core::HeardMoment::at(m_analysis->timeline, loop->end);
}

void PlayerFeed::moveLoop(const core::Timeline& timeline)
{
    if (!m_loop)
        return;
    const ui::LoopRange loop{m_loopBegin.in(timeline), m_loopEnd.in(timeline)};
    if (loop.begin < loop.end)
        m_loop = loop;
}

void PlayerFeed::setStop(std::optional<ReceiverTime> stop) { m_stop = stop; }

core::Result<void> PlayerFeed::fill()
{
    if (!isLoaded())
        return {};
    for (uint64_t ahead = framesAhead(); ahead < m_ahead; ahead = framesAhead()) {
        if (m_loop && m_frame >= frameAt(m_loop->end)) {
            startFade();
            jumpTo(frameAt(m_loop->begin));
        }
        int64_t left = std::max<int64_t>(0, lastFrame() - m_frame);
        if (m_loop)
            left = std::min(left, std::max<int64_t>(1, frameAt(m_loop->end) - m_frame));
        const uint64_t frames =
            std::min({chunkFrames, m_ahead - ahead, m_ring.space(), static_cast<uint64_t>(left)});
        if (frames == 0)
            break;
        if (auto written = writeChunk(frames); !written)
            return written;
        if (!m_splice)
            m_ring.handOver();
    }
    finishChange();
    forgetRuns();
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
    m_stretches.push_back({m_ring.end(), frames, timeOf(m_frame), timeOf(next)});
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

// Of those that the device has passed only the last tells of something still to come.
void PlayerFeed::forgetRuns()
{
    const auto next = std::ranges::upper_bound(m_runs, m_ring.nextRead(), {}, &Run::place);
    if (next != m_runs.begin())
        m_runs.erase(m_runs.begin(), std::prev(next));
}

void PlayerFeed::startFade()
{
    if (m_ring.end() == 0 || m_discardMark)
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
    return core::timeHeard(
        m_analysis->timeline, core::MediaTime(core::toMediaSpan(time.sinceZero()).ticks()));
}

int64_t PlayerFeed::frameAt(ReceiverTime time) const
{
    if (m_listen == Listen::Received)
        return m_renderer->frameAt(time);
    const core::MediaTime media = core::mediaHeardAt(m_analysis->timeline, time);
    return m_renderer->frameAt(ReceiverTime(core::toReceiverSpan(core::MediaSpan(media.ticks())).ticks()));
}

int64_t PlayerFeed::lastFrame() const
{
    const int64_t end = m_renderer->frameCount();
    return m_stop ? std::min(end, frameAt(*m_stop)) : end;
}

} // namespace app

#include "core/render/waveform.h"

#include "core/render/renderer.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr MediaSpan warmUp = mediaMilliseconds(80);
constexpr MediaSpan sketchWarmUp = mediaMilliseconds(20);
constexpr int64_t stretchFrames = WaveformLevels::blockFrames * 375; // 2 s
constexpr int64_t sampleFrames = WaveformLevels::blockFrames * 4; // 21 ms
constexpr size_t sketchSamples = 800; // about one for two pixels
constexpr size_t sketchRounds = 5; // the first round, spread over all, is the first picture
constexpr size_t quicklyDone = 8; // stretches that are there at once, without a sketch

// A piece of work: frames to be rendered.
struct Piece {
    int64_t begin = 0;
    int64_t frames = 0;
    bool isSample = false; // of a sketch
};

// Which pieces are done, and which is next. Not thread-safe.
class Plan {
public:
    explicit Plan(int64_t frameCount)
        : m_frameCount(frameCount)
        , m_states(static_cast<size_t>((frameCount + stretchFrames - 1) / stretchFrames), State::Waiting)
        , m_left(m_states.size())
    {
    }

    void startSketch(int64_t begin, int64_t end)
    {
        if (stretchOf(end) - stretchOf(begin) < quicklyDone)
            return;
        m_sketchBegin = begin;
        m_sketchEnd = end;
        m_samplesWaiting = m_samplesLeft = sketchSamples;
    }

    // The next piece: in view from its left edge on; then by turns nearest to the view and to the playhead.
    // What lies ahead comes before what lies behind. All are places in frames.
    std::optional<Piece> take(int64_t viewBegin, int64_t viewEnd, int64_t playhead)
    {
        if (m_samplesWaiting > 0)
            return sample(sketchSamples - m_samplesWaiting--);
        size_t next = waitingFrom(stretchOf(viewBegin));
        if (next > stretchOf(viewEnd) && std::exchange(m_isPlayheadNext, !m_isPlayheadNext))
            next = waitingFrom(stretchOf(playhead));
        if (next == m_states.size())
            return std::nullopt;
        m_states[next] = State::Taken;
        const int64_t begin = static_cast<int64_t>(next) * stretchFrames;
        return Piece{begin, std::min(stretchFrames, m_frameCount - begin)};
    }

    // False: a whole stretch is there already, the sample is not wanted any more.
    [[nodiscard]] bool finish(const Piece& piece)
    {
        State& state = m_states[stretchOf(piece.begin)];
        if (piece.isSample) {
            --m_samplesLeft;
            return state != State::Done;
        }
        state = State::Done;
        --m_left;
        return true;
    }

    // Roughly: one round of its samples is there.
    [[nodiscard]] bool isSketched() const
    {
        return sketchSamples - m_samplesLeft >= sketchSamples / sketchRounds;
    }
    [[nodiscard]] bool hasSketch() const { return m_sketchEnd > m_sketchBegin; }
    [[nodiscard]] double doneShare() const
    {
        return 1 - static_cast<double>(m_left) / static_cast<double>(m_states.size());
    }
    [[nodiscard]] bool isDone(int64_t begin, int64_t end) const
    {
        return std::ranges::all_of(
            std::span(m_states).subspan(stretchOf(begin), stretchOf(end) - stretchOf(begin) + 1),
            [](State state) { return state == State::Done; });
    }

private:
    enum class State : uint8_t { Waiting, Taken, Done };

    [[nodiscard]] size_t stretchOf(int64_t frame) const
    {
        return std::clamp<size_t>(static_cast<size_t>(frame / stretchFrames), 0, m_states.size() - 1);
    }

    // The first from there on that nobody has taken, or else the last before it; the number of all: there is
    // none.
    [[nodiscard]] size_t waitingFrom(size_t first) const
    {
        const auto isWaiting = [](State state) { return state == State::Waiting; };
        const auto edge = m_states.begin() + static_cast<std::ptrdiff_t>(first);
        if (const auto ahead = std::find_if(edge, m_states.end(), isWaiting); ahead != m_states.end())
            return static_cast<size_t>(ahead - m_states.begin());
        const auto behind = std::find_if(std::reverse_iterator(edge), m_states.rend(), isWaiting);
        return behind == m_states.rend() ? m_states.size()
                                         : static_cast<size_t>(std::prev(behind.base()) - m_states.begin());
    }

    // Round after round from left to right.
    [[nodiscard]] Piece sample(size_t number) const
    {
        constexpr size_t perRound = sketchSamples / sketchRounds;
        const auto place = static_cast<int64_t>(number % perRound * sketchRounds + number / perRound);
        const int64_t length = m_sketchEnd - m_sketchBegin;
        const int64_t middle =
            m_sketchBegin + (2 * place + 1) * length / static_cast<int64_t>(2 * sketchSamples);
        const int64_t begin = middle / WaveformLevels::blockFrames * WaveformLevels::blockFrames;
        // Within one stretch, so that it is known which one replaces it.
        const int64_t end =
            std::min({begin + sampleFrames, (begin / stretchFrames + 1) * stretchFrames, m_frameCount});
        return {begin, end - begin, true};
    }

    int64_t m_frameCount;
    std::vector<State> m_states;
    size_t m_left;
    int64_t m_sketchBegin = 0, m_sketchEnd = 0;
    size_t m_samplesWaiting = 0;
    size_t m_samplesLeft = 0;
    bool m_isPlayheadNext = true;
};

// What the workers share: the plan and the picture behind one lock, rendering outside it.
class Builder {
public:
    Builder(const WaveformRequest& request, const RenderFocus& focus, const JobControl& job,
        const Renderer& renderer)
        : m_request(request)
        , m_focus(focus)
        , m_job(job)
        , m_firstFrame(renderer.timeOf(0))
        , m_levels(renderer.frameCount(), request.detail)
        , m_plan(renderer.frameCount())
    {
        m_plan.startSketch(
            renderer.frameAt(ReceiverTime(focus.beginUs)), renderer.frameAt(ReceiverTime(focus.endUs)));
    }

    // Any number of threads, each with a renderer of its own.
    void work(Renderer renderer)
    {
        std::vector<float> pcm;
        while (const std::optional<Piece> piece = take(renderer)) {
            renderer.setWarmUp(piece->isSample ? sketchWarmUp : warmUp);
            renderer.forget();
            pcm.resize(static_cast<size_t>(piece->frames * renderer.channels()));
            const Result<void> rendered = renderer.render(piece->begin, pcm, m_job);
            const std::lock_guard lock(m_mutex);
            if (!rendered)
                m_result = rendered;
            else if (m_result)
                enter(*piece, pcm, renderer);
        }
    }

    // When all threads are through.
    [[nodiscard]] Result<void> finish()
    {
        if (m_result)
            publish();
        return m_result;
    }

private:
    std::optional<Piece> take(const Renderer& renderer)
    {
        const auto frameAt = [&renderer](int64_t us) { return renderer.frameAt(ReceiverTime(us)); };
        const std::lock_guard lock(m_mutex);
        return m_result
            ? m_plan.take(frameAt(m_focus.beginUs), frameAt(m_focus.endUs), frameAt(m_focus.playheadUs))
            : std::nullopt;
    }

    void enter(const Piece& piece, std::span<const float> pcm, const Renderer& renderer)
    {
        if (m_job.isCancelled()) {
            m_result = failure(ErrorCode::Cancelled);
            return;
        }
        if (m_plan.finish(piece))
            m_levels.fill(piece.begin, pcm, renderer.channels());
        if (!m_plan.isSketched())
            return;
        const int64_t begin = renderer.frameAt(ReceiverTime(m_focus.beginUs));
        const int64_t end = renderer.frameAt(ReceiverTime(m_focus.endUs));
        if (m_plan.hasSketch() || m_plan.isDone(begin, end))
            publishNowAndThen();
        m_job.report(m_plan.doneShare());
    }

    void publishNowAndThen()
    {
        if (std::exchange(m_hasPublished, true) && !m_request.isPictureDue())
            return;
        publish();
    }

    void publish()
    {
        m_request.publish(std::make_shared<const WaveformLevels>(m_levels.snapshot()), m_firstFrame);
    }

    const WaveformRequest& m_request;
    const RenderFocus& m_focus;
    const JobControl& m_job;
    ReceiverTime m_firstFrame;

    std::mutex m_mutex; // for all below
    WaveformLevels m_levels;
    Plan m_plan;
    Result<void> m_result;
    bool m_hasPublished = false;
};

} // namespace

Result<void> buildWaveform(
    const WaveformRequest& request, const RenderFocus& focus, const JobControl& job, size_t workers)
{
    auto renderer = Renderer::open(request.capture, request.timeline);
    if (!renderer)
        return tl::unexpected(renderer.error());
    if (renderer->frameCount() == 0) { // an empty picture takes the place of one shown before
        request.publish(std::make_shared<const WaveformLevels>(0, request.detail), renderer->timeOf(0));
        return {};
    }
    Builder builder(request, focus, job, *renderer);
    {
        std::vector<std::jthread> threads;
        while (threads.size() + 1 < workers) {
            auto another = Renderer::open(request.capture, request.timeline);
            if (!another)
                break; // those that there are go on
            threads.emplace_back([&builder, own = std::make_shared<Renderer>(std::move(*another))] {
                builder.work(std::move(*own));
            });
        }
        builder.work(std::move(*renderer));
    }
    return builder.finish();
}

} // namespace core

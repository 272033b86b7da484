#include "app/waveformjob.h"

#include "core/render/renderer.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

namespace app {

using core::WaveformLevels;

namespace {

constexpr core::MediaSpan warmUp = core::mediaMilliseconds(80);
constexpr int64_t stretchFrames = WaveformLevels::blockFrames * 375; // 2 s
constexpr std::chrono::milliseconds publishPeriod(250);

// Which stretches are done, and which is next.
class StretchPlan {
public:
    explicit StretchPlan(int64_t frameCount)
        : m_isDone(static_cast<size_t>((frameCount + stretchFrames - 1) / stretchFrames), false)
        , m_left(m_isDone.size())
    {
    }

    [[nodiscard]] size_t left() const { return m_left; }
    [[nodiscard]] double done() const
    {
        return 1 - static_cast<double>(m_left) / static_cast<double>(m_isDone.size());
    }
    void finish(size_t stretch)
    {
        m_isDone[stretch] = true;
        --m_left;
    }

    struct Visible {
        size_t first = 0, last = 0;
    };
    [[nodiscard]] Visible visible(int64_t beginFrame, int64_t endFrame) const
    {
        const auto stretchOf = [&](int64_t frame) {
            return std::clamp<size_t>(static_cast<size_t>(frame / stretchFrames), 0, m_isDone.size() - 1);
        };
        return {stretchOf(beginFrame), stretchOf(endFrame)};
    }
    // From the left edge of what is visible onwards, then what lies before it, nearest first.
    [[nodiscard]] size_t next(Visible visible) const
    {
        for (size_t stretch = visible.first; stretch < m_isDone.size(); ++stretch) {
            if (!m_isDone[stretch])
                return stretch;
        }
        size_t stretch = visible.first;
        while (m_isDone[stretch])
            --stretch;
        return stretch;
    }
    [[nodiscard]] bool isDone(Visible visible) const
    {
        for (size_t stretch = visible.first; stretch <= visible.last; ++stretch) {
            if (!m_isDone[stretch])
                return false;
        }
        return true;
    }

private:
    std::vector<bool> m_isDone;
    size_t m_left;
};

class WaveformBuilder {
public:
    WaveformBuilder(const WaveformRequest& request, core::Renderer renderer)
        : m_request(request)
        , m_renderer(std::move(renderer))
        , m_levels(m_renderer.frameCount())
        , m_plan(m_renderer.frameCount())
    {
        m_renderer.setWarmUp(warmUp);
    }

    core::Result<void> build(const Focus& focus, const core::JobControl& job)
    {
        while (m_plan.left() > 0) {
            const auto visible = m_plan.visible(frameAt(focus.beginUs), frameAt(focus.endUs));
            if (auto added = add(m_plan.next(visible), job); !added)
                return added;
            if (m_plan.isDone(visible))
                publishNowAndThen();
            job.report(m_plan.done());
        }
        publish();
        return {};
    }

private:
    [[nodiscard]] int64_t frameAt(int64_t timeUs) const
    {
        return m_renderer.frameAt(core::ReceiverTime(timeUs));
    }

    core::Result<void> add(size_t stretch, const core::JobControl& job)
    {
        const int64_t begin = static_cast<int64_t>(stretch) * stretchFrames;
        const int64_t frames = std::min(stretchFrames, m_renderer.frameCount() - begin);
        m_pcm.resize(static_cast<size_t>(frames * m_renderer.channels()));
        if (job.isCancelled())
            return core::failure(core::ErrorCode::Cancelled);
        if (auto rendered = m_renderer.render(begin, m_pcm, job); !rendered)
            return rendered;
        m_levels.fill(begin, m_pcm, m_renderer.channels());
        m_plan.finish(stretch);
        return {};
    }

    void publishNowAndThen()
    {
        const auto now = std::chrono::steady_clock::now();
        if (m_published && now - *m_published < publishPeriod)
            return;
        publish();
        m_published = now;
    }

    void publish()
    {
        m_request.publish(std::make_shared<const WaveformLevels>(m_levels), m_renderer.timeOf(0));
    }

    const WaveformRequest& m_request;
    core::Renderer m_renderer;
    WaveformLevels m_levels;
    StretchPlan m_plan;
    std::vector<float> m_pcm;
    std::optional<std::chrono::steady_clock::time_point> m_published;
};

} // namespace

core::Result<void> buildWaveform(
    const WaveformRequest& request, const Focus& focus, const core::JobControl& job)
{
    auto renderer = core::Renderer::open(request.capture, request.timeline);
    if (!renderer)
        return tl::unexpected(renderer.error());
    if (renderer->frameCount() == 0)
        return {};
    return WaveformBuilder(request, std::move(*renderer)).build(focus, job);
}

} // namespace app

#include "app/damagejob.h"

#include "core/playout/heardmedia.h"
#include "core/render/renderer.h"
#include "core/render/spectraldistance.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

namespace app {

using core::ReceiverTime;
using std::chrono::steady_clock;

namespace {

// A picture of a spectrum needs less than the ear does.
constexpr core::MediaSpan warmUp = core::mediaMilliseconds(200);
// Of a very long gap the beginning tells enough.
constexpr core::ReceiverSpan longestPart = core::receiverMilliseconds(5000);
constexpr std::chrono::milliseconds publishPeriod(100);

// The gaps that are left, in playout order, which is that of their places.
class GapsLeft {
public:
    GapsLeft(const std::vector<core::Gap>& gaps, const DamageOfGaps& known)
        : m_gaps(gaps)
    {
        for (uint32_t gap = 0; gap < gaps.size(); ++gap) {
            if (!known.contains(gap))
                m_left.insert(m_left.end(), gap);
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_left.empty(); }
    [[nodiscard]] size_t size() const { return m_left.size(); }
    uint32_t takeNearest(ReceiverTime time)
    {
        const auto behind = std::ranges::lower_bound(m_gaps, time, {}, &core::Gap::start);
        auto nearest = m_left.lower_bound(static_cast<uint32_t>(behind - m_gaps.begin()));
        if (nearest == m_left.end()
            || (nearest != m_left.begin()
                && time - m_gaps[*std::prev(nearest)].start < m_gaps[*nearest].start - time))
            --nearest;
        const uint32_t gap = *nearest;
        m_left.erase(nearest);
        return gap;
    }

private:
    const std::vector<core::Gap>& m_gaps;
    std::set<uint32_t> m_left;
};

class DamageMeter {
public:
    DamageMeter(std::shared_ptr<const core::Analysis> analysis, core::Renderer heard, core::Renderer sent)
        : m_analysis(std::move(analysis))
        , m_heard(std::move(heard))
        , m_sent(std::move(sent))
    {
        m_heard.setWarmUp(warmUp);
        m_sent.setWarmUp(warmUp);
    }

    [[nodiscard]] core::Result<double> measure(uint32_t place, const core::JobControl& job)
    {
        const core::Gap& gap = m_analysis->gaps[place];
        const ReceiverTime gapEnd = gap.start + gap.length;
        m_heardPcm.clear();
        m_sentPcm.clear();
        // What was played late stands still in between, so that the time behind the gap has a place of its
        // own.
        for (const auto& [begin, length] :
            {std::pair(gap.start, std::min(gap.length, longestPart)), std::pair(gapEnd, core::damageTail)}) {
            const int64_t frames = core::toMediaSpan(length).ticks();
            if (auto added = append(m_heard, m_heard.frameAt(begin), frames, m_heardPcm, job); !added)
                return tl::unexpected(added.error());
            if (auto added = append(m_sent, sentFrameAt(begin), frames, m_sentPcm, job); !added)
                return tl::unexpected(added.error());
        }
        return m_distance.decibels(m_heardPcm, m_sentPcm, m_heard.channels());
    }

private:
    [[nodiscard]] int64_t sentFrameAt(ReceiverTime time) const
    {
        const core::MediaTime media = core::mediaHeardAt(m_analysis->timeline, time);
        return m_sent.frameAt(ReceiverTime(core::toReceiverSpan(core::MediaSpan(media.ticks())).ticks()));
    }

    [[nodiscard]] static core::Result<void> append(core::Renderer& from, int64_t begin, int64_t frames,
        std::vector<float>& pcm, const core::JobControl& job)
    {
        const size_t before = pcm.size();
        pcm.resize(before + static_cast<size_t>(frames * from.channels()));
        return from.render(begin, std::span(pcm).subspan(before), job);
    }

    std::shared_ptr<const core::Analysis> m_analysis;
    core::Renderer m_heard, m_sent;
    core::SpectralDistance m_distance;
    std::vector<float> m_heardPcm, m_sentPcm;
};

core::Result<DamageMeter> openMeter(const std::shared_ptr<const core::Analysis>& analysis)
{
    auto heard = core::Renderer::open(analysis->capture, core::timelineOf(analysis));
    if (!heard)
        return tl::unexpected(heard.error());
    auto original = std::make_shared<const core::Timeline>(core::originalTimeline(*analysis->capture));
    auto sent = core::Renderer::open(analysis->capture, std::move(original));
    if (!sent)
        return tl::unexpected(sent.error());
    return DamageMeter(analysis, std::move(*heard), std::move(*sent));
}

} // namespace

core::Result<void> measureDamage(
    const DamageRequest& request, const std::atomic<int64_t>& playheadUs, const core::JobControl& job)
{
    GapsLeft left(request.analysis->gaps, request.known);
    const auto all = static_cast<double>(request.analysis->gaps.size());
    if (left.isEmpty())
        return {};
    auto meter = openMeter(request.analysis);
    if (!meter)
        return tl::unexpected(meter.error());
    std::vector<GapDamage> found;
    steady_clock::time_point published;
    while (!left.isEmpty()) {
        if (job.isCancelled())
            return core::failure(core::ErrorCode::Cancelled);
        const uint32_t gap = left.takeNearest(ReceiverTime(playheadUs.load()));
        const auto decibels = meter->measure(gap, job);
        if (!decibels)
            return tl::unexpected(decibels.error());
        found.push_back({gap, *decibels});
        job.report(1 - static_cast<double>(left.size()) / all);
        if (left.isEmpty() || steady_clock::now() - published > publishPeriod) {
            request.publish(std::exchange(found, {}));
            published = steady_clock::now();
        }
    }
    return {};
}

} // namespace app

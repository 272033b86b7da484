#include "app/damagejob.h"

#include "core/playout/heardmedia.h"
#include "core/render/renderer.h"
#include "core/render/spectraldistance.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <set>

namespace app {

using core::ReceiverTime;
using std::chrono::steady_clock;

namespace {

// A picture of a spectrum needs less than the ear does.
constexpr core::MediaSpan warmUp = core::mediaMilliseconds(200);
constexpr int64_t pieceFrames = core::mediaMilliseconds(1000).ticks(); // that is held at once
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
    // There has to be one.
    uint32_t takeNext(const core::RenderFocus& focus)
    {
        constexpr ReceiverTime earliest(std::numeric_limits<int64_t>::min());
        constexpr ReceiverTime latest(std::numeric_limits<int64_t>::max());
        const ReceiverTime playhead(focus.playheadUs);
        auto next = nearest(playhead, ReceiverTime(focus.beginUs), ReceiverTime(focus.endUs));
        if (next == m_left.end())
            next = nearest(playhead, earliest, latest);
        const uint32_t gap = *next;
        m_left.erase(next);
        return gap;
    }

private:
    using Place = std::set<uint32_t>::const_iterator;

    [[nodiscard]] Place firstFrom(ReceiverTime time) const
    {
        const auto behind = std::ranges::lower_bound(m_gaps, time, {}, &core::Gap::start);
        return m_left.lower_bound(static_cast<uint32_t>(behind - m_gaps.begin()));
    }

    // Of those that start in the range; the end: there is none.
    [[nodiscard]] Place nearest(ReceiverTime time, ReceiverTime begin, ReceiverTime end) const
    {
        const auto first = firstFrom(begin);
        const auto last = firstFrom(end);
        if (begin >= end || first == last)
            return m_left.end();
        const auto ahead = firstFrom(std::clamp(time, begin, end));
        const bool isBehindNearer = ahead == last
            || (ahead != first && time - m_gaps[*std::prev(ahead)].start < m_gaps[*ahead].start - time);
        return isBehindNearer ? std::prev(ahead) : ahead;
    }

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
        // What was played late stands still in between, so that the time behind the gap has a place of its
        // own.
        for (const auto& [begin, length] : {std::pair(gap.start, std::min(gap.length, longestMeasured)),
                 std::pair(gapEnd, core::damageTail)}) {
            if (auto added = add(begin, core::toMediaSpan(length).ticks(), job); !added)
                return tl::unexpected(added.error());
        }
        return m_distance.decibels();
    }

private:
    [[nodiscard]] int64_t sentFrameAt(ReceiverTime time) const
    {
        const core::MediaTime media = core::mediaHeardAt(m_analysis->timeline, time);
        return m_sent.frameAt(ReceiverTime(core::toReceiverSpan(core::MediaSpan(media.ticks())).ticks()));
    }

    [[nodiscard]] core::Result<void> add(ReceiverTime begin, int64_t frames, const core::JobControl& job)
    {
        const int64_t heard = m_heard.frameAt(begin);
        const int64_t sent = sentFrameAt(begin);
        for (int64_t done = 0; done < frames; done += pieceFrames) {
            const int64_t piece = std::min(frames - done, pieceFrames);
            if (auto rendered = render(m_heard, heard + done, piece, m_heardPcm, job); !rendered)
                return rendered;
            if (auto rendered = render(m_sent, sent + done, piece, m_sentPcm, job); !rendered)
                return rendered;
            m_distance.add(m_heardPcm, m_sentPcm, m_heard.channels());
        }
        return {};
    }

    [[nodiscard]] static core::Result<void> render(core::Renderer& from, int64_t begin, int64_t frames,
        std::vector<float>& pcm, const core::JobControl& job)
    {
        pcm.resize(static_cast<size_t>(frames * from.channels()));
        return from.render(begin, pcm, job);
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
    const DamageRequest& request, const core::RenderFocus& focus, const core::JobControl& job)
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
        const uint32_t gap = left.takeNext(focus);
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

#include "app/mediamap.h"

#include <algorithm>
#include <iterator>

namespace app {

using core::EventKind;
using core::MediaTime;
using core::ReceiverTime;
using core::TimelineEvent;
using Run = core::EventList::Run;

namespace {

// When this media time is played that lies in the run or behind it.
ReceiverTime timeIn(const Run& run, MediaTime media)
{
    const int64_t step = std::max<int64_t>(1, run.mediaStep().ticks());
    const int64_t place = std::min<int64_t>((media - run.first.media).ticks() / step, run.count - 1);
    const TimelineEvent event = run.at(static_cast<uint32_t>(place));
    return event.start + core::toReceiverSpan(media - event.media);
}

} // namespace

MediaMap::MediaMap(std::shared_ptr<const core::Timeline> timeline)
    : m_timeline(std::move(timeline))
{
    std::ranges::copy_if(m_timeline->events.runs(), std::back_inserter(m_played),
        [](const Run& run) { return run.first.kind == EventKind::Packet; });
}

MediaTime MediaMap::mediaAt(ReceiverTime time) const
{
    const auto& events = m_timeline->events;
    if (events.empty())
        return {};
    const TimelineEvent event = *events.at(time);
    if (time < event.start)
        return event.media;
    if (event.kind == EventKind::Stall || event.kind == EventKind::Resync)
        return event.media;
    return event.media + core::toMediaSpan(std::min(time - event.start, event.duration));
}

ReceiverTime MediaMap::timeAt(MediaTime media) const
{
    const auto next =
        std::ranges::upper_bound(m_played, media, {}, [](const Run& run) { return run.first.media; });
    const ReceiverTime limit = next == m_played.end() ? m_timeline->end() : next->first.start;
    if (next == m_played.begin()) {
        if (next == m_played.end())
            return m_timeline->start();
        const ReceiverTime before = limit - core::toReceiverSpan(next->first.media - media);
        return std::clamp(before, m_timeline->start(), limit);
    }
    return std::min(timeIn(*std::prev(next), media), limit);
}

} // namespace app

#include "app/mediamap.h"

#include <algorithm>

namespace app {

using core::EventKind;
using core::MediaTime;
using core::ReceiverTime;
using core::TimelineEvent;

MediaMap::MediaMap(std::shared_ptr<const core::Timeline> timeline)
    : m_timeline(std::move(timeline))
{
    for (uint32_t i = 0; i < m_timeline->events.size(); ++i) {
        if (m_timeline->events[i].kind == EventKind::Packet)
            m_played.push_back(i);
    }
}

MediaTime MediaMap::mediaAt(ReceiverTime time) const
{
    const auto& events = m_timeline->events;
    if (events.empty())
        return {};
    const auto next = std::ranges::upper_bound(events, time, {}, &TimelineEvent::start);
    if (next == events.begin())
        return events.front().media;
    const TimelineEvent& event = *std::prev(next);
    if (event.kind == EventKind::Stall || event.kind == EventKind::Resync)
        return event.media;
    return event.media + core::toMediaSpan(std::min(time - event.start, event.duration));
}

ReceiverTime MediaMap::timeAt(MediaTime media) const
{
    const auto& events = m_timeline->events;
    const auto next =
        std::ranges::upper_bound(m_played, media, {}, [&](uint32_t event) { return events[event].media; });
    const ReceiverTime limit = next == m_played.end() ? m_timeline->end() : events[*next].start;
    if (next == m_played.begin()) {
        if (next == m_played.end())
            return m_timeline->start();
        const ReceiverTime before = limit - core::toReceiverSpan(events[*next].media - media);
        return std::clamp(before, m_timeline->start(), limit);
    }
    const TimelineEvent& event = events[*std::prev(next)];
    return std::min(event.start + core::toReceiverSpan(media - event.media), limit);
}

} // namespace app

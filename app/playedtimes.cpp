#include "app/playedtimes.h"

#include <algorithm>

namespace app {

using core::ReceiverTime;

namespace {

ReceiverTime timeWithin(const PlayedStretch& stretch, uint64_t place)
{
    const auto passed = static_cast<int64_t>(std::min(place - stretch.place, stretch.frames));
    const int64_t length = (stretch.end - stretch.begin).ticks();
    return stretch.begin + core::ReceiverSpan(length * passed / static_cast<int64_t>(stretch.frames));
}

} // namespace

void PlayedTimes::add(const PlayedStretch& stretch)
{
    while (!m_stretches.empty() && m_stretches.back().place >= stretch.place)
        m_stretches.pop_back();
    if (!m_stretches.empty()) {
        PlayedStretch& last = m_stretches.back();
        last.end = timeWithin(last, stretch.place);
        last.frames = std::min(last.frames, stretch.place - last.place);
    }
    m_stretches.push_back(stretch);
}

void PlayedTimes::forgetBefore(uint64_t place)
{
    while (m_stretches.size() > 1 && m_stretches[1].place <= place)
        m_stretches.pop_front();
}

std::optional<ReceiverTime> PlayedTimes::at(uint64_t place) const
{
    const auto next = std::ranges::upper_bound(m_stretches, place, {}, &PlayedStretch::place);
    return next == m_stretches.begin() ? std::nullopt : std::optional(timeWithin(*std::prev(next), place));
}

} // namespace app

#include "core/playout/heardmedia.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace core {

namespace {

using Run = EventList::Run;
using Runs = std::span<const Run>;

bool playsPackets(const Run& run) { return run.first.kind == EventKind::Packet; }

// The first run of packets whose media begins behind `media`. Of the runs only those of packets ascend in
// their media as they do in time: a loss that was reported while playout starved may lie before or behind
// what is played after it.
Runs::iterator firstPlayedBehind(Runs runs, MediaTime media)
{
    auto begin = runs.begin();
    auto end = runs.end();
    auto found = runs.end();
    while (begin != end) {
        const auto middle = begin + (end - begin) / 2;
        const auto next = std::find_if(middle, end, playsPackets);
        if (next != end && next->first.media <= media) {
            begin = next + 1;
        } else {
            found = next != end ? next : found;
            end = middle;
        }
    }
    return found;
}

// When this media time is played that lies in the run or behind it.
ReceiverTime timeIn(const Run& run, MediaTime media)
{
    const int64_t step = std::max<int64_t>(1, run.mediaStep().ticks());
    const int64_t place = std::min<int64_t>((media - run.first.media).ticks() / step, run.count - 1);
    const TimelineEvent event = run.at(static_cast<uint32_t>(place));
    return event.start + toReceiverSpan(media - event.media);
}

} // namespace

MediaTime mediaHeardAt(const Timeline& timeline, ReceiverTime time)
{
    const auto& events = timeline.events;
    if (events.empty())
        return {};
    const TimelineEvent event = *events.at(time);
    if (time < event.start || event.kind == EventKind::Stall || event.kind == EventKind::Resync)
        return event.media;
    return event.media + toMediaSpan(std::min(time - event.start, event.duration));
}

ReceiverTime timeHeard(const Timeline& timeline, MediaTime media)
{
    const Runs runs = timeline.events.runs();
    const auto next = firstPlayedBehind(runs, media);
    const ReceiverTime limit = next == runs.end() ? timeline.end() : next->first.start;
    const auto before = std::find_if(std::reverse_iterator(next), runs.rend(), playsPackets);
    if (before != runs.rend())
        return std::min(timeIn(*before, media), limit);
    if (next == runs.end())
        return timeline.start();
    return std::clamp(limit - toReceiverSpan(next->first.media - media), timeline.start(), limit);
}

} // namespace core

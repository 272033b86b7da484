#pragma once

#include "core/base/time.h"
#include "core/playout/timeline.h"

namespace core {

// Which audio of the stream belongs to which moment of playout, and the other way round. Each costs a search
// among the runs of events.

// The media time that is played, or ought to be, at this moment, which is clamped to the timeline. While
// playout stands still, that of what is played next.
[[nodiscard]] MediaTime mediaHeardAt(const Timeline& timeline, ReceiverTime time);
// The moment at which this media time is played. Audio that was never played belongs to the gap in its place.
// mediaHeardAt gives the media time back for all that was played.
[[nodiscard]] ReceiverTime timeHeard(const Timeline& timeline, MediaTime media);

// A moment of playout that stands for what is heard then: the ends of a selection and of a loop, the
// playhead.
struct HeardMoment {
    ReceiverTime time; // as it was chosen
    MediaTime media;

    [[nodiscard]] static HeardMoment at(const Timeline& timeline, ReceiverTime time)
    {
        return {time, mediaHeardAt(timeline, time)};
    }
    // In another playout of the same capture: stays where it is as long as the same is heard there. From the
    // moment that was chosen, so that going to and fro doesn't shift it bit by bit.
    [[nodiscard]] ReceiverTime in(const Timeline& other) const
    {
        return mediaHeardAt(other, time) == media ? time : timeHeard(other, media);
    }
};

} // namespace core

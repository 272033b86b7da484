#pragma once

#include "core/base/time.h"
#include "core/playout/timeline.h"

#include <memory>

namespace app {

// Which audio of the stream belongs to which moment of the receiver, and the other way round: so that
// original and received can be swapped without a jump in what is said.
class MediaMap {
public:
    explicit MediaMap(std::shared_ptr<const core::Timeline> timeline);

    // The media time that is played, or ought to be, at this moment; clamped to the timeline.
    [[nodiscard]] core::MediaTime mediaAt(core::ReceiverTime time) const;
    // The moment at which this media time is played. Audio that was never played belongs to the gap in its
    // place. mediaAt(timeAt(m)) is m for all that was played.
    [[nodiscard]] core::ReceiverTime timeAt(core::MediaTime media) const;

private:
    std::shared_ptr<const core::Timeline> m_timeline;
    // Those runs of the events that play packets: both their media and their starts ascend.
    std::vector<core::EventList::Run> m_played;
};

} // namespace app

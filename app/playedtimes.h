#pragma once

#include "app/playerfeed.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace app {

// Tells when on the receiver's clock the frames in the ring sound.
class PlayedTimes {
public:
    void add(const PlayedStretch& stretch);
    // Nothing before this place is asked for any more.
    void forgetBefore(uint64_t place);
    // Nothing if no stretch reaches back so far.
    [[nodiscard]] std::optional<core::ReceiverTime> at(uint64_t place) const;

private:
    std::deque<PlayedStretch> m_stretches;
};

} // namespace app

#pragma once

#include "core/base/time.h"
#include "core/capture/capture.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace core {

// A short capture that stands for a stretch of a long one, so that what a change does there can be shown
// before the whole is analysed. It holds the first packets of the whole (which decide when playout begins),
// those right before and behind the stretch, and of the stretch all packets, or short runs spread evenly over
// it where they are too many. What it shows is an estimate: the buffer has not met what was left out. The
// network does to each of its packets what it does to that packet in the whole, but for correlation, which
// starts anew where something was left out. No payload. Immutable value.
class Excerpt {
public:
    struct Request {
        ReceiverTime begin, end; // the stretch
        double driftPpm = 0; // of the sender, as the network's settings have it
        size_t mostPackets = 60'000; // of the stretch that are taken, give or take a run
    };
    // Costs the packets taken, not those of the whole.
    [[nodiscard]] static Excerpt of(const Capture& whole, const Request& request);

    [[nodiscard]] const std::shared_ptr<const Capture>& capture() const { return m_capture; }
    // One of so many packets of the stretch was taken.
    [[nodiscard]] int64_t thinning() const { return m_thinning; }
    // Where a time of the stretch lies on the clock of the excerpt, which runs thinning() times slower.
    [[nodiscard]] ReceiverTime toExcerpt(ReceiverTime whole) const;

private:
    class Builder;

    std::shared_ptr<const Capture> m_capture;
    int64_t m_thinning = 1;
    double m_driftPpm = 0;
    MediaTime m_begin; // of the stretch, in the whole
    MediaTime m_beginInExcerpt;
};

} // namespace core

#pragma once

#include "core/render/timelinedecoder.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace core {

// Copies of a TimelineDecoder's state along the timeline, from which going back is cheap. Their memory is
// bounded: when they become too many, every second one is given up and the distance between them doubles. The
// first one is kept for ever.
class Checkpoints {
public:
    static constexpr int64_t firstDistance = int64_t{5} * MediaClock::ticksPerSecond;

    explicit Checkpoints(TimelineDecoder::State origin, size_t memoryBytes = size_t{32} << 20);

    // Takes a copy if the state lies far enough behind the last checkpoint.
    void offer(const TimelineDecoder::State& state);
    // The last checkpoint at or before a position.
    [[nodiscard]] const TimelineDecoder::State& nearest(int64_t position) const;

    [[nodiscard]] size_t size() const { return m_states.size(); }
    [[nodiscard]] size_t bytes() const { return m_bytes; }
    [[nodiscard]] int64_t distance() const { return m_distance; }

private:
    void thinOut();

    std::vector<TimelineDecoder::State> m_states; // ascending positions
    size_t m_memoryBytes;
    size_t m_bytes = 0;
    int64_t m_distance = firstDistance;
};

} // namespace core

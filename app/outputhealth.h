#pragma once

#include "app/playheadclock.h"

#include <chrono>
#include <cstdint>

namespace app {

// What a device has asked for, counted since the program began.
struct OutputCounts {
    uint64_t pulls = 0;
    uint64_t underruns = 0;
};

// Tells from what a running device asks for whether it is well. Reads no clock: who asks brings the time.
class OutputHealth {
public:
    enum class Verdict {
        Well,
        Stuck, // started once more it may ask again
        RunsDry, // again and again: it needs more audio ahead
        Gone,
    };

    // A play begins: what went wrong before is forgiven.
    void begin() { m_restarts = 0; }
    // The device was started, or started once more, with so much audio ahead.
    void started(TimePoint now, OutputCounts counts, std::chrono::milliseconds latency);
    [[nodiscard]] Verdict look(TimePoint now, OutputCounts counts, bool isAlive);

private:
    [[nodiscard]] bool ranDryAgain(TimePoint now, uint64_t underruns);

    TimePoint m_start, m_lastPull, m_lastUnderrun;
    std::chrono::milliseconds m_latency{};
    uint64_t m_pulls = 0, m_pullsAtStart = 0;
    uint64_t m_underruns = 0, m_underrunsOfLate = 0;
    int m_restarts = 0;
};

} // namespace app

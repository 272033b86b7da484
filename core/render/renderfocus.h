#pragma once

#include <atomic>
#include <cstdint>

namespace core {

// What the user looks at and listens to, for work that starts there: receiver time in microseconds. Written
// and read by any thread, each value by itself.
struct RenderFocus {
    std::atomic<int64_t> beginUs = 0; // of what is in view
    std::atomic<int64_t> endUs = 0;
    std::atomic<int64_t> playheadUs = 0;
};

} // namespace core

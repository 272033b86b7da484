#pragma once

#include "core/playout/realtimebuffer.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace core {

// Microseconds since it was made, on the machine's steady clock.
class SteadyClock final : public RealtimeBuffer::Clock {
public:
    [[nodiscard]] ReceiverTime now() const override;
    void waitUntil(std::optional<ReceiverTime> time) override;
    void interrupt() override;

private:
    std::chrono::steady_clock::time_point m_zero = std::chrono::steady_clock::now();
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isInterrupted = false;
};

} // namespace core

#include "core/playout/steadyclock.h"

namespace core {

ReceiverTime SteadyClock::now() const
{
    using std::chrono::duration_cast;
    using std::chrono::microseconds;
    return ReceiverTime(duration_cast<microseconds>(std::chrono::steady_clock::now() - m_zero).count());
}

void SteadyClock::waitUntil(std::optional<ReceiverTime> time)
{
    std::unique_lock lock(m_mutex);
    const auto isInterrupted = [this] { return m_isInterrupted; };
    if (time)
        m_changed.wait_until(lock, m_zero + std::chrono::microseconds(time->ticks()), isInterrupted);
    else
        m_changed.wait(lock, isInterrupted);
    m_isInterrupted = false;
}

void SteadyClock::interrupt()
{
    const std::lock_guard lock(m_mutex);
    m_isInterrupted = true;
    m_changed.notify_all();
}

} // namespace core

#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace app {

// Holds work that gives way to other work for a while. Open at first. Thread-safe.
class Gate {
public:
    void open() { setOpen(true); }
    void close() { setOpen(false); }
    // Waits until it is open or the stop is asked for.
    void pass(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        (void)m_changed.wait(lock, stop, [this] { return m_isOpen; });
    }

private:
    void setOpen(bool isOpen)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isOpen = isOpen;
        }
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isOpen = true;
};

} // namespace app

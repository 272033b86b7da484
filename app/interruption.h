#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace app {

// Turns Ctrl-C (and a request to end, and the end of the terminal) into a stop token, so that work ends
// cleanly, and wakes the thread that made it out of a system call that blocks. One at a time, made before any
// other thread: threads started later leave the signals to it.
class Interruption {
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    void watch(pthread_t worker);

    std::stop_source m_source;
    std::atomic<bool> m_isOver = false;
    std::jthread m_thread;
};

} // namespace app

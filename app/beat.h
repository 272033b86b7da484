#pragma once

#include <chrono>

namespace app {

// What keeps reports few: true when it is asked the first time, or after `patience`, and then at most once in
// each period. Asked by one thread.
class Beat {
public:
    explicit Beat(
        std::chrono::steady_clock::duration period, std::chrono::steady_clock::duration patience = {})
        : m_period(period)
    {
        if (patience > std::chrono::steady_clock::duration::zero())
            m_last = std::chrono::steady_clock::now() + patience - period;
    }

    bool operator()()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < m_period)
            return false;
        m_last = now;
        return true;
    }

private:
    std::chrono::steady_clock::duration m_period;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace app

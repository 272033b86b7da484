#pragma once

#include <stop_token>
#include <thread>

namespace app {

// Turns Ctrl-C (and a request to end) into a stop token, so that work ends cleanly. One at a time, made
// before any other thread: threads started later leave the signals to it.
class Interruption {
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_thread;
};

} // namespace app

#include "app/audiooutput.h"

#include <array>
#include <condition_variable>
#include <mutex>

namespace app {

namespace {

constexpr size_t tickFrames = 480;
constexpr std::chrono::milliseconds tick(10);

// A machine that slept does not catch up with what it missed.
constexpr std::chrono::milliseconds longestDelay(200);

void pullSteadily(const std::stop_token& stop, AudioOutput::Source& source)
{
    std::array<AudioRing::Frame, tickFrames> dropped{};
    std::mutex mutex;
    std::condition_variable_any wake;
    TimePoint due = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        source.pull(dropped, due);
        due += tick;
        const TimePoint now = std::chrono::steady_clock::now();
        if (now - due > longestDelay)
            due = now;
        wake.wait_until(lock, stop, due, [] { return false; });
    }
}

} // namespace

core::Result<void> SilentOutput::start(
    const QString& /*device*/, std::chrono::milliseconds /*latency*/, Source& source)
{
    m_thread = std::jthread([&source](const std::stop_token& stop) { pullSteadily(stop, source); });
    return {};
}

void SilentOutput::stop() { m_thread = {}; }

} // namespace app

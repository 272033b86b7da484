#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace app {

// A thread that always works on what was asked for last: at most one job runs and one waits, a newer one
// takes the place of the one that waits. Jobs are handed a token that asks them to end early.
class LatestJob {
public:
    using Job = std::function<void(const std::stop_token&)>;
    // What becomes of the job that runs when a newer one comes. Jobs that come faster than they end have to
    // be finished, or none ever would be.
    enum class Running : uint8_t { IsFinished, IsCancelled };

    // Background: of a busy machine the jobs and the threads they start get about a tenth of what others get,
    // so that what the user waits for goes first.
    enum class Urgency : uint8_t { Waited, Background };

    explicit LatestJob(Urgency urgency = Urgency::Waited);
    // Cancels what runs and waits for its end.
    ~LatestJob();
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    void submit(Job job, Running running);
    // Forgets the job that waits and cancels the one that runs.
    void cancel();
    [[nodiscard]] bool isBusy() const;

private:
    void run(const std::stop_token& stop, Urgency urgency);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Job m_waiting;
    std::stop_source m_running;
    bool m_isRunning = false;
    std::jthread m_thread;
};

} // namespace app

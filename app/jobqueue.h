#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>

namespace app {

// A thread that runs all it is handed, one after the other and each to its end.
class JobQueue {
public:
    using Job = std::function<void()>;

    JobQueue();
    ~JobQueue(); // when all have run
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    void run(Job job); // any thread

private:
    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::queue<Job> m_waiting;
    std::jthread m_thread; // last: it uses all above
};

} // namespace app

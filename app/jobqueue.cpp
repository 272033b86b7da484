#include "app/jobqueue.h"

#include <utility>

namespace app {

JobQueue::JobQueue()
    : m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

JobQueue::~JobQueue() = default;

void JobQueue::run(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push(std::move(job));
    }
    m_wake.notify_one();
}

void JobQueue::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        Job job = std::move(m_waiting.front());
        m_waiting.pop();
        lock.unlock();
        job();
        job = nullptr; // what it holds may take a while to destroy
        lock.lock();
    }
}

} // namespace app

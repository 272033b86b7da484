#include "app/latestjob.h"

#include <algorithm>
#include <sys/resource.h>
#include <utility>

namespace app {

namespace {

constexpr int backgroundNiceness = 10; // a weight of 110 against 1024

} // namespace

LatestJob::LatestJob(Urgency urgency)
    : m_thread([this, urgency](const std::stop_token& stop) { run(stop, urgency); })
{
}

LatestJob::~LatestJob()
{
    m_thread.request_stop();
    cancel();
}

void LatestJob::submit(Job job, Running running)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.swap(job); // what waited is destroyed by the caller, behind the lock
        if (running == Running::IsCancelled)
            m_running.request_stop();
    }
    m_wake.notify_one();
}

void LatestJob::cancel()
{
    Job dropped; // destroyed behind the lock
    const std::lock_guard lock(m_mutex);
    m_waiting.swap(dropped);
    m_running.request_stop();
}

bool LatestJob::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_isRunning || m_waiting != nullptr;
}

void LatestJob::run(const std::stop_token& stop, Urgency urgency)
{
    // On Linux this is a property of the calling thread, which those it starts inherit. Where it fails, work
    // in the background is merely less polite.
    if (urgency == Urgency::Background)
        (void)::setpriority(PRIO_PROCESS, 0, std::max(::getpriority(PRIO_PROCESS, 0), backgroundNiceness));
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return m_waiting != nullptr; })) {
        Job job = std::exchange(m_waiting, nullptr);
        m_running = std::stop_source();
        const std::stop_token token = m_running.get_token();
        m_isRunning = true;
        lock.unlock();
        job(token);
        job = nullptr; // what it holds may take a while to destroy
        lock.lock();
        m_isRunning = false;
    }
}

} // namespace app

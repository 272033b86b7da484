#include "app/interruption.h"

#include <csignal>
#include <pthread.h>

namespace app {

namespace {

sigset_t watchedSignals()
{
    sigset_t set{};
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t watched = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &watched, nullptr);
    m_thread = std::jthread([source = m_source, watched]() mutable {
        int signal = 0;
        sigwait(&watched, &signal);
        source.request_stop();
    });
}

// Wakes the watcher, if it still waits, with the signal it waits for.
Interruption::~Interruption()
{
    pthread_kill(m_thread.native_handle(), SIGINT);
    m_thread.join();
}

} // namespace app

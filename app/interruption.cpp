#include "app/interruption.h"

#include <csignal>
#include <ctime>
#include <pthread.h>

namespace app {

namespace {

// Its only effect is that the system call it meets returns.
constexpr int wakeSignal = SIGUSR1;
constexpr timespec betweenWakes{0, 50'000'000};

// nohup sees to it that the end of the terminal is none of the program's.
bool isIgnored(int signal)
{
    struct sigaction action { };
    return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t watchedSignals()
{
    sigset_t set{};
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    if (!isIgnored(SIGHUP))
        sigaddset(&set, SIGHUP);
    return set;
}

void installWakeHandler()
{
    struct sigaction action { };
    action.sa_handler = [](int) {}; // without SA_RESTART
    sigemptyset(&action.sa_mask);
    sigaction(wakeSignal, &action, nullptr);
}

} // namespace

Interruption::Interruption()
{
    installWakeHandler();
    const sigset_t watched = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &watched, nullptr);
    m_thread = std::jthread([this, worker = pthread_self()] { watch(worker); });
}

// Wakes the watcher with the signal it waits for.
Interruption::~Interruption()
{
    m_isOver = true;
    pthread_kill(m_thread.native_handle(), SIGINT);
    m_thread.join();
}

void Interruption::watch(pthread_t worker)
{
    const sigset_t watched = watchedSignals();
    int signal = 0;
    sigwait(&watched, &signal);
    if (m_isOver)
        return;
    m_source.request_stop();
    // A single wake could come just before the call that is going to block.
    while (!m_isOver) {
        pthread_kill(worker, wakeSignal);
        sigtimedwait(&watched, nullptr, &betweenWakes);
    }
}

} // namespace app

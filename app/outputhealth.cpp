#include "app/outputhealth.h"

namespace app {

namespace {

// A device that asks for nothing for so long, beyond the audio it holds, has stopped.
constexpr std::chrono::milliseconds longestStart(400);
constexpr std::chrono::milliseconds longestSilence(1000);
// Some sound servers now and then never begin to ask, or stop after an underrun; started once more they do.
constexpr int mostRestarts = 3;
constexpr std::chrono::seconds recovery(10); // after which restarts are forgotten
// An underrun now and then is the machine's; so many within the time say that the device holds too little.
constexpr uint64_t mostUnderruns = 3;
constexpr std::chrono::seconds memory(30);

} // namespace

void OutputHealth::started(TimePoint now, OutputCounts counts, std::chrono::milliseconds latency)
{
    m_start = m_lastPull = now;
    m_pulls = m_pullsAtStart = counts.pulls;
    m_latency = latency;
}

OutputHealth::Verdict OutputHealth::look(TimePoint now, OutputCounts counts, bool isAlive)
{
    if (counts.pulls != m_pulls)
        m_lastPull = now;
    m_pulls = counts.pulls;
    if (now - m_start > recovery)
        m_restarts = 0;
    const auto silence = m_pulls == m_pullsAtStart ? longestStart : longestSilence;
    if (!isAlive || now - m_lastPull > silence + m_latency)
        return m_restarts++ < mostRestarts ? Verdict::Stuck : Verdict::Gone;
    return ranDryAgain(now, counts.underruns) ? Verdict::RunsDry : Verdict::Well;
}

bool OutputHealth::ranDryAgain(TimePoint now, uint64_t underruns)
{
    if (underruns == m_underruns)
        return false;
    if (now - m_lastUnderrun > memory)
        m_underrunsOfLate = 0;
    m_lastUnderrun = now;
    m_underrunsOfLate += underruns - m_underruns;
    m_underruns = underruns;
    if (m_underrunsOfLate < mostUnderruns)
        return false;
    m_underrunsOfLate = 0;
    return true;
}

} // namespace app

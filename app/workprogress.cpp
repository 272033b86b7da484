#include "app/workprogress.h"

#include <algorithm>

namespace app {

WorkProgress::Run WorkProgress::begin(Work work, const QString& what)
{
    State& state = m_states.at(static_cast<size_t>(work));
    state = {state.number + 1, what, 1};
    return {work, state.number};
}

void WorkProgress::report(const Run& run, double done)
{
    State& state = m_states.at(static_cast<size_t>(run.work));
    if (state.number == run.number)
        state.done = done;
}

void WorkProgress::end(const Run& run) { report(run, 1); }

WorkProgress::Shown WorkProgress::shown() const
{
    const auto* const first =
        std::ranges::find_if(m_states, [](const State& state) { return state.done < 1; });
    if (first == m_states.end())
        return {};
    return {static_cast<Work>(first - m_states.begin()), first->what, first->done};
}

} // namespace app

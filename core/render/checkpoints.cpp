#include "core/render/checkpoints.h"

#include <algorithm>
#include <utility>

namespace core {

Checkpoints::Checkpoints(TimelineDecoder::State origin, size_t memoryBytes)
    : m_memoryBytes(memoryBytes)
    , m_bytes(origin.bytes())
{
    m_states.push_back(std::move(origin));
}

void Checkpoints::offer(const TimelineDecoder::State& state)
{
    if (state.position < m_states.back().position + m_distance)
        return;
    while (m_bytes + state.bytes() > m_memoryBytes && m_states.size() > 1)
        thinOut();
    if (state.position < m_states.back().position + m_distance)
        return;
    m_states.push_back(state.clone());
    m_bytes += m_states.back().bytes();
}

const TimelineDecoder::State& Checkpoints::nearest(int64_t position) const
{
    const auto behind = std::upper_bound(m_states.begin(), m_states.end(), position,
        [](int64_t value, const TimelineDecoder::State& state) { return value < state.position; });
    return behind == m_states.begin() ? m_states.front() : *std::prev(behind);
}

void Checkpoints::thinOut()
{
    std::vector<TimelineDecoder::State> kept;
    m_bytes = 0;
    for (size_t i = 0; i < m_states.size(); i += 2) {
        m_bytes += m_states[i].bytes();
        kept.push_back(std::move(m_states[i]));
    }
    m_states = std::move(kept);
    m_distance *= 2;
}

} // namespace core

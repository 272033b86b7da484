#include "app/keptresults.h"

#include <algorithm>

namespace app {

void KeptResults::setScenarios(const std::vector<core::Scenario>& scenarios)
{
    std::vector<Entry> entries;
    for (const core::Scenario& scenario : scenarios) {
        const auto isSame = [&scenario](const Entry& entry) { return entry.scenario == scenario; };
        if (scenarios.size() < 2 || std::ranges::any_of(entries, isSame))
            continue;
        const auto known = std::ranges::find_if(m_entries, isSame);
        entries.push_back(known != m_entries.end() ? std::move(*known) : Entry{scenario, {}});
    }
    m_entries = std::move(entries);
}

void KeptResults::forgetResults()
{
    for (Entry& entry : m_entries)
        entry = {entry.scenario, {}};
}

void KeptResults::add(const FinishedAnalysis& result)
{
    const auto entry = std::ranges::find(m_entries, result.analysis->scenario, &Entry::scenario);
    if (entry == m_entries.end())
        return;
    entry->isCounted = true;
    entry->result.reset();
    if (packetsHeld() + result.analysis->capture->packets().size() <= mostPackets)
        entry->result = result;
}

std::optional<FinishedAnalysis> KeptResults::find(const core::Scenario& scenario) const
{
    const auto entry = std::ranges::find(m_entries, scenario, &Entry::scenario);
    return entry == m_entries.end() ? std::nullopt : entry->result;
}

void KeptResults::noteCounted(const core::Scenario& scenario)
{
    const auto entry = std::ranges::find(m_entries, scenario, &Entry::scenario);
    if (entry != m_entries.end())
        entry->isCounted = true;
}

std::optional<KeptResults::Unknown> KeptResults::firstUnknown(
    size_t packets, const core::Scenario& shown) const
{
    const bool fits = packetsHeld() + packets <= mostPackets;
    const auto entry = std::ranges::find_if(m_entries, [&](const Entry& each) {
        return !each.result && each.scenario != shown && (fits || !each.isCounted);
    });
    return entry == m_entries.end() ? std::nullopt : std::optional(Unknown{entry->scenario, fits});
}

size_t KeptResults::packetsHeld() const
{
    size_t packets = 0;
    for (const Entry& entry : m_entries)
        packets += entry.result ? entry.result->analysis->capture->packets().size() : 0;
    return packets;
}

} // namespace app

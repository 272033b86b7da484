#pragma once

#include "app/sessionengine.h"

#include <optional>
#include <vector>

namespace app {

// The newest results for the few scenarios that are compared on one capture, so that going back to one shows
// it at once. Results of very long captures are not held: they would not fit. Not thread-safe.
class KeptResults {
public:
    // About 130 MB of results: four times an hour.
    static constexpr size_t mostPackets = 1000000;

    // The others are forgotten. A single scenario is not worth keeping: it is what is shown.
    void setScenarios(const std::vector<core::Scenario>& scenarios);
    void forgetResults(); // another capture
    // These do nothing unless the scenario is one of them.
    void add(const FinishedAnalysis& result);
    void noteCounted(const core::Scenario& scenario); // its statistics have been told

    [[nodiscard]] std::optional<FinishedAnalysis> find(const core::Scenario& scenario) const;
    // What is worth a run in advance, for a capture of so many packets: the first scenario without a result,
    // or where another one would not fit, the first whose statistics have not been told either. `shown` gets
    // its run anyway.
    struct Unknown {
        core::Scenario scenario;
        bool fits = true; // else the statistics are all that can be had
    };
    [[nodiscard]] std::optional<Unknown> firstUnknown(size_t packets, const core::Scenario& shown) const;

private:
    struct Entry {
        core::Scenario scenario;
        std::optional<FinishedAnalysis> result;
        bool isCounted = false;
    };
    [[nodiscard]] size_t packetsHeld() const;

    std::vector<Entry> m_entries;
};

} // namespace app

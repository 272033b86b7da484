#pragma once

#include "core/analysis/scenario.h"

#include <QStringList>
#include <cstddef>
#include <span>
#include <string_view>

namespace app {

// A value of a scenario that is one of several names, as the scenario file has it.
struct Choice {
    std::string_view path; // "network.jitter.model"
    std::span<const char* const> values; // names, in the order of the enumeration

    [[nodiscard]] size_t of(const core::Scenario& scenario) const; // index of the name
    void setIn(core::Scenario& scenario, size_t index) const;
    [[nodiscard]] QStringList names() const;
};

[[nodiscard]] std::span<const Choice> choices();
// nullptr if there is none.
[[nodiscard]] const Choice* findChoice(std::string_view path);

} // namespace app

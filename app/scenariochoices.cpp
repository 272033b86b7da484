#include "app/scenariochoices.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace app {

namespace {

template <auto access> constexpr Choice choice(std::string_view path, std::span<const char* const> values)
{
    return {path, values,
        [](const core::Scenario& scenario) { return static_cast<size_t>(access(scenario)); },
        [](core::Scenario& scenario, size_t index) {
            auto& value = access(scenario);
            value = static_cast<std::remove_reference_t<decltype(value)>>(index);
        }};
}

constexpr std::array jitterModels{"none", "uniform", "normal", "gamma"};
constexpr std::array lossModels{"none", "random", "gilbert-elliott"};
constexpr std::array strategies{"buffer", "realtime", "fixed"};
constexpr std::array concealments{"silence", "plc", "fec"};

constexpr std::array table{choice < [](auto& s) -> auto& {return s.network.jitter.model;
} // namespace
> ("network.jitter.model", jitterModels), choice < [](auto& s) -> auto& { return s.network.loss.model; }
> ("network.loss.model", lossModels), choice < [](auto& s) -> auto& { return s.buffer.strategy; }
> ("buffer.strategy", strategies), choice < [](auto& s) -> auto& { return s.concealment; }
> ("concealment.mode", concealments),
}; // namespace app

} // namespace

QStringList Choice::names() const
{
    QStringList names;
    for (const char* name : values)
        names.append(QString::fromLatin1(name));
    return names;
}

std::span<const Choice> choices() { return table; }

const Choice* findChoice(std::string_view path)
{
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const Choice& entry) { return entry.path == path; });
    return found == table.end() ? nullptr : found;
}

} // namespace app

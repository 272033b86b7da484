#include "app/scenariochoices.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::array jitterModels{"none", "uniform", "normal", "gamma"};
constexpr std::array lossModels{"none", "random", "gilbert-elliott"};
constexpr std::array strategies{"buffer", "realtime", "fixed"};
constexpr std::array concealments{"silence", "plc", "fec"};

constexpr std::array table{
    Choice{"network.jitter.model", jitterModels},
    Choice{"network.loss.model", lossModels},
    Choice{"buffer.strategy", strategies},
    Choice{"concealment.mode", concealments},
};

} // namespace

size_t Choice::of(const core::Scenario& scenario) const { return core::findChoice(path)->get(scenario); }

void Choice::setIn(core::Scenario& scenario, size_t index) const
{
    core::findChoice(path)->set(scenario, index);
}

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

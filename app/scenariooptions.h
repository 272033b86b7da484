#pragma once

#include "app/commandline.h"

#include <QCommandLineParser>
#include <QList>
#include <optional>

namespace app {

// --scenario, --preset, --set and --seed.
[[nodiscard]] QList<QCommandLineOption> scenarioOptions();

// The scenario they give: the defaults, then the preset, then the file, then --set in order, then --seed.
// Nothing if none of them was used.
[[nodiscard]] tl::expected<std::optional<core::Scenario>, CommandProblem> scenarioFrom(
    const QCommandLineParser& parser);

} // namespace app

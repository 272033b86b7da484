#pragma once

#include "app/commandline.h"

#include <QCommandLineParser>
#include <QList>

namespace app {

// --vary and --seeds.
[[nodiscard]] QList<QCommandLineOption> sweepOptions();

// What they sweep, on that scenario.
[[nodiscard]] tl::expected<core::SweepPlan, CommandProblem> sweepFrom(
    const QCommandLineParser& parser, const core::Scenario& base);

} // namespace app

#pragma once

#include "core/analysis/sweep.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace app {

// `sweep --json`: the same bytes for the same capture and plan. `file` as the user gave it; points by place.
[[nodiscard]] QByteArray sweepJson(const core::Capture& capture, const core::SweepPlan& plan,
    const std::vector<core::SweepPoint>& points, const QString& file);
// The same numbers as a table for people, rounded as the window does.
[[nodiscard]] QString sweepTable(const core::Capture& capture, const core::SweepPlan& plan,
    const std::vector<core::SweepPoint>& points, const QString& file);

} // namespace app

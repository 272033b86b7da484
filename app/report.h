#pragma once

#include "core/analysis/analysis.h"

#include <QByteArray>
#include <QString>

namespace app {

// `analyze --json` (DESIGN §6): the same bytes for the same analysis. `file` as the user gave it.
[[nodiscard]] QByteArray analysisJson(const core::Analysis& analysis, const QString& file);
// The same numbers as a table for people.
[[nodiscard]] QString analysisTable(const core::Analysis& analysis, const QString& file);

} // namespace app

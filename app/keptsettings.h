#pragma once

#include "ui/keptscenarios.h"

class QSettings;

namespace app {

// The scenarios that are compared, from one start of the program to the next. The one on view is kept apart
// from them, with the other settings of the window; what can't be read is left out.
void saveKept(QSettings& settings, const ui::KeptScenarios& kept);
[[nodiscard]] ui::KeptScenarios savedKept(const QSettings& settings, const core::Scenario& onView);

} // namespace app

#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/excerpt.h"
#include "core/analysis/plotlevels.h"
#include "ui/timerange.h"

#include <memory>

namespace ui {

// A quick estimate of what the lanes will show of a stretch of a long capture, until the whole is analysed.
// Immutable, shared as std::shared_ptr<const Draft>.
struct Draft {
    core::Excerpt excerpt;
    TimeRange range; // the stretch of the whole capture that it stands for
    std::shared_ptr<const core::Analysis> analysis; // of the excerpt, on its clock
    std::shared_ptr<const core::PlotLevels> levels; // likewise
};

} // namespace ui

#pragma once

#include "core/analysis/sweep.h"
#include "ui/statistictext.h"

#include <QString>

// What is said about the numbers of a sweep.
namespace ui {

// Where its name and its definition stand.
[[nodiscard]] Statistic statisticOf(core::SweepMeasure measure);
// The mean, and in brackets the least and the greatest where they differ: "2.91 % (2.10–3.80)"; "–" without
// any.
[[nodiscard]] QString spreadText(core::SweepMeasure measure, const core::SweepSpread& spread);
// Why no scenario has a value: "Loss burst has to be 9 pkt … 1,000 pkt".
[[nodiscard]] QString problemText(const core::Error& error);

} // namespace ui

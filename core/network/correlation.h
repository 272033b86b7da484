#pragma once

#include "core/network/settings.h"

namespace core {

// Delays are correlated by a Gaussian copula: a normal AR(1) sequence is bent into the model's distribution,
// which changes its correlation. Returns the lag-1 correlation that the normal sequence needs so that the
// delays come out with `correlation` (0 … 0.999), before delays below 0 become 0.
[[nodiscard]] double copulaCorrelation(JitterModel model, double correlation);

} // namespace core

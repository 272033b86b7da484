#pragma once

#include "core/network/simulator.h"

#include <vector>

namespace core {

// Sorts by time; what has the same time stays in the order it stands in. A network mostly disturbs the order
// of sending only a little, so this costs about one comparison an arrival then, and never more than n log n.
void sortByTime(std::vector<Arrival>& arrivals);

} // namespace core

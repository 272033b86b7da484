#pragma once

#include <cstdint>

namespace ui {

// What the arrival lane shows: delays over send time, or arrivals and playout as a staircase.
enum class ArrivalView : uint8_t { Delay, Staircase };

} // namespace ui

#pragma once

#include "ui/timerange.h"

#include <QString>

namespace ui {

// Distance of the labels of a time axis: 1, 2 or 5 times a power of ten of a second, and what clocks count in
// above that (15 s, a minute, an hour …); at least `span` long, at least 1 ms.
[[nodiscard]] core::ReceiverSpan timeStepFrom(core::ReceiverSpan span);

// "00:12.0": minutes, seconds and as many digits as the step needs; hours in front from an hour on.
[[nodiscard]] QString timeLabel(core::ReceiverTime time, core::ReceiverSpan step);

} // namespace ui

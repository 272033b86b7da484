#pragma once

#include "core/analysis/gaps.h"

#include <QString>

// What the table of gaps says about one gap.
namespace ui {

[[nodiscard]] QString gapLengthText(const core::Gap& gap); // "62.5 ms"
// What broke it and how many packets of each, its main cause first: "late ×2, lost ×1".
[[nodiscard]] QString gapCauseText(const core::Gap& gap);
// "FEC ×1, PLC ×2"; where no packet is known, the time filled: "PLC 40 ms".
[[nodiscard]] QString gapRepairText(const core::Gap& gap);
[[nodiscard]] QString gapPacketsText(const core::Gap& gap); // "521–529"; empty if none is known
[[nodiscard]] QString gapSavingDelayText(const core::Gap& gap); // "+23 ms"; "–" if no delay would save it

} // namespace ui

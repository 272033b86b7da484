#pragma once

#include "core/base/time.h"

#include <QString>
#include <optional>

// Numbers as the user reads them: in the separators of the locale, with a space before the unit.
namespace ui {

// "80 ms", "2.5 ms", "1.25 s", "2 min": the largest unit in which up to three decimals are enough.
[[nodiscard]] QString durationText(double milliseconds);
[[nodiscard]] QString durationText(core::ReceiverSpan span);
// "80 ms" with that many decimals, whatever the size; for columns of numbers.
[[nodiscard]] QString millisecondsText(core::ReceiverSpan span, int decimals);
[[nodiscard]] QString shareText(double share, int decimals); // 0.031 → "3.1 %"
[[nodiscard]] QString countText(quint64 count); // "3,000"
[[nodiscard]] QString numberText(double value, int decimals); // trailing zeros cut off
// Position on a clock: "00:12.340", from an hour on "1:00:12.340"; "−" in front below zero.
[[nodiscard]] QString clockText(core::ReceiverTime time);
[[nodiscard]] QString clockText(core::MediaTime time);

// A number the user typed, in the locale's form or with a point.
[[nodiscard]] std::optional<double> parsedNumber(const QString& text);

} // namespace ui

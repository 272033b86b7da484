#pragma once

#include "core/base/time.h"

#include <algorithm>

namespace ui {

// A stretch of the receiver's clock, begin included, end not.
struct TimeRange {
    core::ReceiverTime begin;
    core::ReceiverTime end;

    [[nodiscard]] core::ReceiverSpan length() const { return end - begin; }
    [[nodiscard]] bool contains(core::ReceiverTime time) const { return begin <= time && time < end; }
    bool operator==(const TimeRange&) const = default;
};

// The range between two times, whichever comes first.
[[nodiscard]] inline TimeRange rangeBetween(core::ReceiverTime a, core::ReceiverTime b)
{
    return {std::min(a, b), std::max(a, b)};
}

} // namespace ui

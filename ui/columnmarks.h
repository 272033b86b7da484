#pragma once

#include "ui/lane.h"

#include <span>
#include <vector>

namespace ui {

// What is told of packets by a shape of its own also where a column of pixels holds many of them.
struct ColumnMark {
    core::Mark mark = core::Mark::Late;
    LegendShape shape = LegendShape::Triangle;
    QColor colour;
    core::PlotRange core::PlotCell::*times = nullptr; // at whose end the mark lies; a column without has none
};

// Of all that arrived but was not simply played, in the order in which they are painted.
[[nodiscard]] std::vector<ColumnMark> columnMarks(const LaneColours& colours);

// The columns that get the mark: each that holds such a packet where all of these have room side by side,
// else at most one every few pixels, so that they stay told apart. columnWidth: pixels.
[[nodiscard]] std::vector<size_t> columnsToMark(
    std::span<const core::PlotCell> cells, const ColumnMark& mark, double columnWidth);

inline constexpr double columnMarkSize = 5; // pixels

} // namespace ui

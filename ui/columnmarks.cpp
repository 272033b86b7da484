#include "ui/columnmarks.h"

namespace ui {

using core::Mark;
using core::PlotCell;

std::vector<ColumnMark> columnMarks(const LaneColours& colours)
{
    return {{Mark::Late, LegendShape::Triangle, colours.late, &PlotCell::late},
        {Mark::Reordered, LegendShape::Diamond, colours.reordered, &PlotCell::delay},
        {Mark::Duplicate, LegendShape::Circle, colours.duplicate, &PlotCell::delay},
        {Mark::Overflow, LegendShape::Square, colours.discarded, &PlotCell::delay},
        {Mark::Corrupt, LegendShape::Cross, colours.discarded, &PlotCell::delay}};
}

std::vector<size_t> columnsToMark(std::span<const PlotCell> cells, const ColumnMark& mark, double columnWidth)
{
    constexpr double room = 9;
    std::vector<size_t> marked;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].count(mark.mark) > 0 && !(cells[i].*mark.times).isEmpty())
            marked.push_back(i);
    }
    const double width = columnWidth * static_cast<double>(cells.size());
    if (static_cast<double>(marked.size()) * room <= width)
        return marked;
    double last = -room;
    std::erase_if(marked, [&](size_t column) {
        const double x = static_cast<double>(column) * columnWidth;
        if (x - last < room)
            return true;
        last = x;
        return false;
    });
    return marked;
}

} // namespace ui

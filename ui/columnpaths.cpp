#include "ui/columnpaths.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double rounding = 1e-6; // columns side by side do not lie over each other for it

bool liesOver(const QRectF& a, const QRectF& b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left()) > rounding
        && std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()) > rounding;
}

} // namespace

ColumnPaths::ColumnPaths(const QRectF& area)
    : m_area(area)
    , m_parts(static_cast<size_t>(std::max(std::ceil(area.width()), 0.0)) + 1)
{
}

size_t ColumnPaths::slotOf(double x) const
{
    return std::min(static_cast<size_t>(std::max(x - m_area.left(), 0.0)), m_parts.size() - 1);
}

size_t ColumnPaths::lowestFor(const QRectF& column) const
{
    size_t lowest = 0;
    for (size_t slot = slotOf(column.left()); slot <= slotOf(column.right()); ++slot) {
        for (const Part& part : m_parts[slot]) {
            if (part.path > lowest && liesOver(part.column, column))
                lowest = part.path;
        }
    }
    return lowest;
}

size_t ColumnPaths::pathFor(const QRectF& column, const QColor& colour)
{
    const auto first = m_paths.begin() + static_cast<std::ptrdiff_t>(lowestFor(column));
    const auto found =
        std::find_if(first, m_paths.end(), [&](const Path& path) { return path.colour == colour; });
    const auto index = static_cast<size_t>(found - m_paths.begin());
    if (found == m_paths.end()) {
        m_paths.push_back({colour, {}});
        m_paths.back().shape.setFillRule(Qt::WindingFill);
    }
    return index;
}

void ColumnPaths::add(QRectF column, const QColor& colour)
{
    column = column.intersected(m_area);
    if (column.isEmpty())
        return;
    const size_t path = pathFor(column, colour);
    m_paths[path].shape.addRect(column);
    for (size_t slot = slotOf(column.left()); slot <= slotOf(column.right()); ++slot)
        m_parts[slot].push_back({column, path});
}

void ColumnPaths::paint(QPainter& painter) const
{
    for (const Path& path : m_paths)
        painter.fillPath(path.shape, path.colour);
}

} // namespace ui

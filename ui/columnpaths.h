#pragma once

#include <QColor>
#include <QPainterPath>
#include <QRectF>
#include <vector>

class QPainter;

namespace ui {

// Columns for a vector file, as few paths of one colour each: lanes make thousands of columns of a handful of
// colours, and as single rectangles they take ten times the room and time, and show seams between them.
class ColumnPaths {
public:
    explicit ColumnPaths(const QRectF& area);

    // What is added later lies over what was added before. Nothing lies outside of the area.
    void add(QRectF column, const QColor& colour);
    void paint(QPainter& painter) const;

private:
    struct Path {
        QColor colour;
        QPainterPath shape;
    };
    struct Part {
        QRectF column;
        size_t path = 0; // its place in m_paths
    };

    [[nodiscard]] size_t slotOf(double x) const;
    // No lower path can take the column: one that it lies over would come to lie over it.
    [[nodiscard]] size_t lowestFor(const QRectF& column) const;
    [[nodiscard]] size_t pathFor(const QRectF& column, const QColor& colour);

    QRectF m_area;
    std::vector<Path> m_paths; // from the bottom up
    std::vector<std::vector<Part>> m_parts; // in each unit across, to find those that lie there
};

} // namespace ui

#include "ui/arrivalcolumns.h"

#include "ui/arrivalpackets.h"
#include "ui/columnmarks.h"
#include "ui/pixelcolumns.h"

#include <QPainter>
#include <algorithm>

namespace ui {

using core::Mark;
using core::ReceiverTime;

namespace {

double milliseconds(int32_t us) { return us / 1000.0; }

class ColumnPainter {
public:
    ColumnPainter(QPainter& painter, const LaneScene& scene, const LaneMap& map)
        : m_painter(painter)
        , m_scene(scene)
        , m_map(map)
        , m_width(map.area.width() / static_cast<double>(scene.cells.size()))
        , m_end(scene.present ? columnsUntil(*scene.present) : scene.cells.size())
    {
    }

    void draw()
    {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        PixelColumns columns(m_painter, m_map.area);
        for (size_t i = 0; i < m_end; ++i)
            drawColumn(columns, m_scene.cells[i], xOf(i));
        columns.paint();
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        for (const ColumnMark& mark : columnMarks(m_scene.colours))
            drawMarks(mark);
    }

private:
    [[nodiscard]] double xOf(size_t column) const
    {
        return m_map.area.left() + static_cast<double>(column) * m_width;
    }

    [[nodiscard]] size_t columnsUntil(ReceiverTime time) const
    {
        size_t columns = 0;
        while (columns < m_scene.cells.size() && m_map.timeAt(xOf(columns)) <= time)
            ++columns;
        return columns;
    }

    void fill(PixelColumns& columns, double x, const core::PlotRange& range, const QColor& colour) const
    {
        if (range.isEmpty())
            return;
        const double top = m_map.y(milliseconds(range.high)) - 0.5;
        const double bottom = m_map.y(milliseconds(range.low)) + 0.5;
        columns.fill(QRectF(x, top, m_width, bottom - top), colour);
    }

    void drawColumn(PixelColumns& columns, const core::PlotCell& cell, double x) const
    {
        fill(columns, x, cell.delay, m_scene.colours.played);
        fill(columns, x, cell.late, m_scene.colours.late);
        fill(columns, x, cell.due, m_scene.colours.deadline);
        const uint32_t lost = cell.count(Mark::Lost);
        if (lost == 0)
            return;
        const double sent = lost + cell.count(Mark::Played) + cell.count(Mark::Late);
        const QRectF strip = lostStrip(m_map);
        columns.fill(QRectF(x, strip.top(), m_width, strip.height()),
            m_scene.colours.faint(m_scene.colours.lost, std::clamp(lost / sent * 4, 0.35, 1.0)));
    }

    void drawMarks(const ColumnMark& mark)
    {
        for (const size_t column : columnsToMark(m_scene.cells, mark, m_width)) {
            if (column >= m_end)
                break;
            const core::PlotRange& range = m_scene.cells[column].*mark.times;
            drawShape(m_painter, mark.shape,
                QPointF(xOf(column) + m_width / 2, m_map.y(milliseconds(range.high))), columnMarkSize,
                mark.colour);
        }
    }

    QPainter& m_painter;
    const LaneScene& m_scene;
    const LaneMap& m_map;
    double m_width; // of a column
    size_t m_end; // columns that have begun by now
};

} // namespace

void drawDelaysOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    ColumnPainter(painter, scene, map).draw();
}

} // namespace ui

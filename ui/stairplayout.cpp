#include "ui/stairplayout.h"

#include "core/playout/heardmedia.h"
#include "ui/outputlane.h"
#include "ui/pixelcolumns.h"
#include "ui/stairmap.h"
#include "ui/trace.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

namespace ui {

using core::EventKind;
using core::MediaTime;
using core::Origin;
using core::ReceiverTime;

namespace {

class PlayoutPainter {
public:
    PlayoutPainter(QPainter& painter, const LaneScene& scene, const LaneMap& map)
        : m_painter(painter)
        , m_scene(scene)
        , m_map(map)
        , m_stairs(scene, map)
        , m_end(std::min(map.time.end, scene.present.value_or(map.time.end)))
    {
    }

    void drawEvents()
    {
        const auto& events = m_scene.analysis->timeline.events;
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        for (auto next = events.at(m_map.time.begin); next != events.end(); ++next) {
            const core::TimelineEvent event = *next;
            if (event.start >= m_end)
                break;
            const MediaTime last = event.kind == EventKind::Packet || event.kind == EventKind::Loss
                ? event.media + core::toMediaSpan(event.duration)
                : event.media;
            const Origin origin = core::originOf(event);
            m_painter.setPen(QPen(colourOf(origin), origin == Origin::Decoded ? 1.5 : 3));
            m_painter.drawLine(QPointF(m_stairs.x(event.start), m_stairs.y(event.media)),
                QPointF(m_stairs.x(event.end()), m_stairs.y(last)));
        }
    }

    void drawColumns()
    {
        QPolygonF line;
        PixelColumns columns(m_painter, m_map.area);
        const double width = m_map.area.width() / static_cast<double>(m_scene.cells.size());
        for (size_t i = 0; i < m_scene.cells.size(); ++i) {
            const double x = m_map.area.left() + (static_cast<double>(i) + 0.5) * width;
            const ReceiverTime time = m_map.timeAt(x);
            if (time < m_scene.analysis->timeline.start())
                continue;
            if (time > std::min(m_end, m_scene.analysis->timeline.end()))
                break;
            line << QPointF(x, m_stairs.y(core::mediaHeardAt(m_scene.analysis->timeline, time)));
            const Origin gap = mainGap(m_scene.cells[i]);
            if (gap != Origin::Decoded)
                columns.fill(QRectF(x - width / 2, line.back().y() - 4, width, 8), colourOf(gap));
        }
        columns.paint();
        drawTrace(m_painter, line, m_scene.colours.deadline, 1);
    }

private:
    [[nodiscard]] QColor colourOf(Origin origin) const
    {
        return origin == Origin::Decoded ? m_scene.colours.deadline : ui::colourOf(origin, m_scene.colours);
    }

    QPainter& m_painter;
    const LaneScene& m_scene;
    const LaneMap& m_map;
    StairMap m_stairs;
    ReceiverTime m_end;
};

} // namespace

void drawPlayoutOfEvents(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    PlayoutPainter(painter, scene, map).drawEvents();
}

void drawPlayoutOfColumns(QPainter& painter, const LaneScene& scene, const LaneMap& map)
{
    PlayoutPainter(painter, scene, map).drawColumns();
}

} // namespace ui

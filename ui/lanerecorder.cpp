#include "ui/lanerecorder.h"

#include "ui/lanerows.h"

#include <QPainter>
#include <qcustomplot.h>

namespace ui {

LaneRecorder::LaneRecorder(LaneRows& rows)
    : m_frame(rows.frame)
    , m_font(smallFont(rows.plot->font()))
{
    for (const LaneId lane : rows.shownWithOverview())
        m_waiting.push_back(
            {rows.row(lane).lane.get(), &rows.drawnScene(lane, m_frame), rows.drawnMap(lane, m_frame)});
    m_recording.size = rows.plot->size();
    m_recording.layers.append(recordedLayer([&rows](QPaintDevice& layer) { rows.drawAround(layer); }));
    m_overlay = recordedLayer([&rows](QPaintDevice& layer) {
        QPainter painter(&layer);
        rows.drawOverlay(painter);
    });
}

bool LaneRecorder::recordOn()
{
    if (m_waiting.empty()) {
        m_recording.layers.append(m_overlay);
        return true;
    }
    const Waiting next = m_waiting.back();
    m_waiting.pop_back();
    m_recording.layers.append(recordedLayer([&](QPaintDevice& layer) {
        QPainter painter(&layer);
        painter.setClipRect(next.map.area.toRect().translated(0, 1)); // as a plottable
        painter.setFont(m_font);
        next.lane->draw(painter, *next.scene, next.map);
    }));
    return false;
}

} // namespace ui

#include "ui/laneframes.h"

#include "ui/lanechrome.h"
#include "ui/lanerows.h"
#include "ui/qualitylane.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>
#include <utility>

namespace ui {

namespace {

void gather(LaneScene& scene, size_t columns)
{
    scene.cells.assign(columns, core::PlotCell());
    scene.concealed.clear();
    scene.firstPacket = 0;
    scene.endPacket = 0;
    if (scene.isEmpty() || scene.visible.length() <= core::ReceiverSpan())
        return;
    scene.levels->query(*scene.analysis, scene.visible.begin, scene.visible.end, scene.cells);
    scene.firstPacket = core::firstPacketSentFrom(*scene.analysis, scene.visible.begin);
    scene.endPacket = core::firstPacketSentFrom(*scene.analysis, scene.visible.end);
}

// Only one lane shows it.
void gatherConcealed(LaneScene& scene)
{
    if (!scene.isEmpty() && scene.visible.length() > core::ReceiverSpan())
        scene.concealed =
            concealedShares(*scene.analysis, *scene.levels, scene.visible, scene.cells.size(), scene.present);
}

// The same view, on the clock of the excerpt.
LaneScene draftScene(const Draft& draft, const LaneScene& scene)
{
    LaneScene drawn = scene;
    drawn.analysis = draft.analysis;
    drawn.levels = draft.levels;
    drawn.visibleInWaveform = scene.visible;
    drawn.visible = {
        draft.excerpt.toExcerpt(scene.visible.begin), draft.excerpt.toExcerpt(scene.visible.end)};
    if (scene.present)
        drawn.present = draft.excerpt.toExcerpt(*scene.present);
    return drawn;
}

QSize sizeOfPicture(const LaneMap& map)
{
    const QPointF room = map.area.bottomRight() - placeOfPicture(map);
    return {
        static_cast<int>(std::ceil(room.x() / map.pixel)), static_cast<int>(std::ceil(room.y() / map.pixel))};
}

} // namespace

QPointF placeOfPicture(const LaneMap& map)
{
    return {std::floor(map.area.left() / map.pixel) * map.pixel,
        std::floor(map.area.top() / map.pixel) * map.pixel};
}

LaneFrames::LaneFrames(LaneRows& rows)
    : m_rows(rows)
{
}

void LaneFrames::begin(const LaneScene& scene, const LaneScene& overview, FrameContent content,
    const std::shared_ptr<const Draft>& draft)
{
    m_rows.layOut();
    const LaneColours& colours = m_rows.colours;
    m_areCellsKnown = false;
    m_waiting = m_rows.shown();
    m_next.scene = scene;
    m_next.scene.colours = colours;
    m_next.draft = draft ? std::optional(draftScene(*draft, m_next.scene)) : std::nullopt;
    m_next.thinning = draft ? draft->excerpt.thinning() : 1;
    if (content == FrameContent::Everything || isOverviewOld()) {
        m_next.overview = overview;
        m_next.overview.colours = colours;
        m_waiting.push_back(LaneId::Overview);
    } else {
        m_next.overview = m_rows.frame.overview;
        m_next.row(LaneId::Overview) = m_rows.frame.row(LaneId::Overview);
    }
}

bool LaneFrames::isOverviewOld() const
{
    return m_rows.frame.row(LaneId::Overview).picture.size()
        != sizeOfPicture(m_rows.mapOf(LaneId::Overview, m_rows.frame));
}

bool LaneFrames::drawOn()
{
    if (!std::exchange(m_areCellsKnown, true)) {
        gather(m_next.scene, m_rows.columns());
        if (m_next.draft)
            gather(*m_next.draft, m_rows.columns());
        return false;
    }
    if (!m_waiting.empty()) {
        draw(m_waiting.back());
        m_waiting.pop_back();
        return false;
    }
    m_rows.show(std::move(m_next));
    m_next = LaneFrame();
    return true;
}

void LaneFrames::draw(LaneId id)
{
    LaneScene& scene = m_rows.drawnScene(id, m_next);
    if (id == LaneId::Overview)
        gather(scene, m_rows.columns());
    else if (id == LaneId::Quality)
        gatherConcealed(scene);
    const Lane& lane = *m_rows.row(id).lane;
    LaneFrame::Row& drawn = m_next.row(id);
    drawn.value = lane.valueRange(scene);
    const LaneMap map = m_rows.drawnMap(id, m_next);
    drawn.picture = QPixmap(sizeOfPicture(map));
    if (drawn.picture.isNull())
        return;
    drawn.picture.setDevicePixelRatio(1 / map.pixel);
    drawn.picture.fill(Qt::transparent);
    QPainter painter(&drawn.picture);
    painter.translate(-placeOfPicture(map));
    painter.setFont(smallFont(m_rows.plot->font()));
    lane.draw(painter, scene, map);
}

} // namespace ui

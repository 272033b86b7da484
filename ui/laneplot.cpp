#include "ui/laneplot.h"

#include "ui/laneframes.h"
#include "ui/lanerecorder.h"
#include "ui/lanerows.h"

#include <algorithm>
#include <qcustomplot.h>
#include <utility>

namespace ui {

namespace {

constexpr double borderReach = 4; // pixels to either side

} // namespace

LanePlot::LanePlot(QWidget& parent)
    : m_rows(std::make_unique<LaneRows>(parent))
    , m_frames(std::make_unique<LaneFrames>(*m_rows))
{
}

LanePlot::~LanePlot() = default;

QWidget& LanePlot::widget() const { return *m_rows->plot; }
LaneScene& LanePlot::scene() { return m_scene; }
LaneScene& LanePlot::overview() { return m_overview; }
const LaneScene& LanePlot::shownScene() const { return m_rows->frame.scene; }
LaneOverlay& LanePlot::overlay() { return m_rows->overlay; }

void LanePlot::setDraft(std::shared_ptr<const Draft> draft) { m_draft = std::move(draft); }
bool LanePlot::isDraftShown() const { return m_rows->frame.draft.has_value(); }

void LanePlot::beginFrame(FrameContent content) { m_frames->begin(m_scene, m_overview, content, m_draft); }
bool LanePlot::drawOn() { return m_frames->drawOn(); }
void LanePlot::restyle() { m_rows->restyle(); }

void LanePlot::refreshOverlay() { m_rows->plot->layer(QStringLiteral("overlay"))->replot(); }

QRectF LanePlot::rowOf(LaneId lane) const { return m_rows->row(lane).rect->outerRect(); }
LaneMap LanePlot::mapOf(LaneId lane) const { return m_rows->mapOf(lane, m_rows->frame); }
const Lane& LanePlot::lane(LaneId lane) const { return *m_rows->row(lane).lane; }

std::optional<LaneId> LanePlot::laneAt(QPointF point) const
{
    if (isShown(LaneId::Overview) && rowOf(LaneId::Overview).contains(point))
        return LaneId::Overview;
    for (const LaneId lane : shownLanes()) {
        if (rowOf(lane).contains(point))
            return lane;
    }
    return std::nullopt;
}

std::vector<LaneId> LanePlot::shownLanes() const { return m_rows->shown(); }
bool LanePlot::isShown(LaneId lane) const { return m_rows->row(lane).isShown; }

void LanePlot::setShown(LaneId lane, bool isShown)
{
    m_rows->row(lane).isShown = isShown;
    m_rows->arrange();
}

std::optional<LaneId> LanePlot::borderAt(QPointF point) const
{
    const auto lanes = shownLanes();
    for (size_t i = 0; i + 1 < lanes.size(); ++i) {
        if (std::abs(rowOf(lanes[i]).bottom() - point.y()) <= borderReach)
            return lanes[i];
    }
    return std::nullopt;
}

void LanePlot::moveBorder(LaneId lane, double toY)
{
    const auto lanes = shownLanes();
    const auto found = std::ranges::find(lanes, lane);
    if (found == lanes.end() || found + 1 == lanes.end())
        return;
    constexpr double smallest = 56;
    const QRectF upper = rowOf(lane);
    const QRectF lower = rowOf(found[1]);
    const double border =
        std::clamp(toY, upper.top() + smallest, std::max(upper.top() + smallest, lower.bottom() - smallest));
    for (const LaneId each : lanes)
        m_rows->row(each).height = rowOf(each).height();
    m_rows->row(lane).height = border - upper.top();
    m_rows->row(found[1]).height = lower.bottom() - border;
    m_rows->arrange();
}

std::vector<double> LanePlot::heights() const
{
    std::vector<double> heights;
    for (const auto& row : m_rows->lanes)
        heights.push_back(row.height);
    return heights;
}

void LanePlot::setHeights(const std::vector<double>& heights)
{
    for (size_t i = 0; i < std::min(heights.size(), laneCount); ++i)
        m_rows->lanes[i].height = heights[i];
    m_rows->arrange();
}

const std::vector<LaneId>& LanePlot::order() const { return m_rows->order; }

void LanePlot::setOrder(std::vector<LaneId> order)
{
    m_rows->order = std::move(order);
    m_rows->arrange();
}

std::optional<LaneId> LanePlot::titleAt(QPointF point) const
{
    for (const LaneId lane : shownLanes()) {
        if (m_rows->titleOf(lane).contains(point))
            return lane;
    }
    return std::nullopt;
}

size_t LanePlot::placeAt(double y) const
{
    const auto lanes = shownLanes();
    return static_cast<size_t>(
        std::ranges::count_if(lanes, [&](LaneId lane) { return rowOf(lane).center().y() < y; }));
}

double LanePlot::topOfPlace(size_t place) const
{
    const auto lanes = shownLanes();
    return place < lanes.size() ? rowOf(lanes[place]).top() : rowOf(lanes.back()).bottom();
}

// Hidden lanes stay right behind the lane that they were behind.
void LanePlot::moveTo(LaneId lane, size_t place)
{
    const auto lanes = shownLanes();
    std::vector<LaneId> order = m_rows->order;
    if (place < lanes.size() && lanes[place] == lane)
        return;
    const LaneId next = place < lanes.size() ? lanes[place] : lane;
    std::erase(order, lane);
    order.insert(next == lane ? order.end() : std::ranges::find(order, next), lane);
    setOrder(std::move(order));
}

ArrivalView LanePlot::arrivalView() const { return m_rows->arrivalView; }
void LanePlot::setArrivalView(ArrivalView view) { m_rows->setArrivalView(view); }

std::unique_ptr<LaneRecorder> LanePlot::recorder() const { return std::make_unique<LaneRecorder>(*m_rows); }

} // namespace ui

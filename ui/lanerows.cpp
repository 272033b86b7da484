#include "ui/lanerows.h"

#include "ui/arrivallane.h"
#include "ui/bufferlane.h"
#include "ui/lanechrome.h"
#include "ui/laneplottables.h"
#include "ui/outputlane.h"
#include "ui/overviewlane.h"
#include "ui/qualitylane.h"
#include "ui/staircaselane.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <qcustomplot.h>
#include <utility>

namespace ui {

namespace {

constexpr int overviewHeight = 48;
constexpr int rightMargin = 10;

} // namespace

LaneRows::LaneRows(QWidget& parent)
    : plot(std::make_unique<QCustomPlot>(&parent))
{
    m_timeTicker.reset(new TimeTicker);
    setUpPlot();
    setUpRow(LaneId::Overview, std::make_unique<OverviewLane>(), 0);
    setUpRow(LaneId::Arrival, std::make_unique<ArrivalLane>(), 2.5);
    setUpRow(LaneId::Buffer, std::make_unique<BufferLane>(), 1);
    setUpRow(LaneId::Output, std::make_unique<OutputLane>(), 1.45);
    setUpRow(LaneId::Quality, std::make_unique<QualityLane>(), 0.75);
    m_otherArrival = std::make_unique<StaircaseLane>();
    setUpTimeRow();
    setUpLayers();
    arrange();
}

LaneRows::~LaneRows() = default;

void LaneRows::setArrivalView(ArrivalView view)
{
    if (std::exchange(arrivalView, view) != view)
        std::swap(row(LaneId::Arrival).lane, m_otherArrival);
}

void LaneRows::setUpPlot() const
{
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setAutoAddPlottableToLegend(false);
    plot->plotLayout()->clear();
    plot->plotLayout()->setRowSpacing(0);
    plot->setNoAntialiasingOnDrag(false);
    plot->setMouseTracking(true);
}

void LaneRows::setUpRow(LaneId lane, std::unique_ptr<Lane> painted, double height)
{
    Row& added = row(lane);
    added.lane = std::move(painted);
    added.height = height;
    added.rect = new QCPAxisRect(plot.get());
    added.rect->setAutoMargins(QCP::msNone);
    added.rect->setMinimumMargins(QMargins());
    const bool isOverview = lane == LaneId::Overview;
    if (isOverview) {
        added.rect->setMinimumSize(0, overviewHeight);
        added.rect->setMaximumSize(QWIDGETSIZE_MAX, overviewHeight);
        added.rect->setSizeConstraintRect(QCPLayoutElement::scrOuterRect);
    }
    for (QCPAxis* axis : added.rect->axes()) {
        axis->setVisible(axis->axisType() == QCPAxis::atLeft && !added.lane->unit().isEmpty());
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setSubTickLengthIn(0);
        axis->setTickLabelPadding(6);
        axis->grid()->setVisible(axis->axisType() == QCPAxis::atLeft && !added.lane->unit().isEmpty());
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    auto* axes = added.rect;
    new LanePlottable(axes->axis(QCPAxis::atBottom), axes->axis(QCPAxis::atLeft), [this, lane](QPainter& p) {
        p.setFont(smallFont(plot->font()));
        row(lane).lane->draw(p, lane == LaneId::Overview ? overview : scene, mapOf(lane));
    });
}

void LaneRows::setUpTimeRow()
{
    m_timeRect = new QCPAxisRect(plot.get());
    m_timeRect->setAutoMargins(QCP::msNone);
    m_timeRect->setMinimumMargins(QMargins());
    m_timeRect->setSizeConstraintRect(QCPLayoutElement::scrOuterRect);
    for (QCPAxis* axis : m_timeRect->axes()) {
        axis->setVisible(axis->axisType() == QCPAxis::atBottom);
        axis->setBasePen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->grid()->setVisible(false);
    }
    m_timeRect->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
}

void LaneRows::setUpLayers()
{
    new PaintLayerable(plot.get(), "background", [this](QPainter& p) { drawBackdrop(p); });
    new PaintLayerable(plot.get(), "axes", [this](QPainter& p) { drawHeaders(p); });
    new PaintLayerable(plot.get(), "overlay", [this](QPainter& p) { drawOverlay(p); });
}

std::vector<LaneId> LaneRows::shown() const
{
    std::vector<LaneId> found;
    for (const LaneId lane : order) {
        if (row(lane).isShown)
            found.push_back(lane);
    }
    return found;
}

// Puts the shown rows below each other; hidden ones stay outside the layout.
void LaneRows::arrange()
{
    QCPLayoutGrid* grid = plot->plotLayout();
    while (grid->elementCount() > 0) {
        grid->takeAt(0);
        grid->simplify();
    }
    for (Row& each : lanes)
        each.rect->setVisible(each.isShown);
    std::vector<LaneId> rows = shown();
    rows.insert(rows.begin(), LaneId::Overview);
    int index = 0;
    for (const LaneId lane : rows)
        grid->addElement(index++, 0, row(lane).rect);
    grid->addElement(index, 0, m_timeRect);
    index = 0;
    for (const LaneId lane : rows)
        grid->setRowStretchFactor(index++, std::max(row(lane).height, 0.01));
    grid->setRowStretchFactor(index, 0.01);
}

int LaneRows::leftMargin() const
{
    const QFontMetrics metrics(smallFont(plot->font()));
    return std::max(metrics.horizontalAdvance(QStringLiteral("00000")),
               metrics.horizontalAdvance(row(LaneId::Overview).lane->title()))
        + 12;
}

int LaneRows::headerHeight() const { return QFontMetrics(plot->font()).height() + 8; }

// Everything that depends on size, font and palette, and what the lanes draw from.
void LaneRows::prepare()
{
    applyColours();
    const int timeHeight = QFontMetrics(plot->font()).height() + 10;
    m_timeRect->setMargins(QMargins(leftMargin(), 0, rightMargin, timeHeight - 1));
    m_timeRect->setMinimumSize(0, timeHeight);
    m_timeRect->setMaximumSize(QWIDGETSIZE_MAX, timeHeight);
    for (Row& each : lanes) {
        const bool isOverview = &each == lanes.data();
        each.rect->setMargins(
            QMargins(leftMargin(), isOverview ? 12 : headerHeight(), rightMargin, isOverview ? 2 : 5));
    }
    const int width = std::max(16, plot->width() - leftMargin() - rightMargin);
    gather(scene, width);
    gather(overview, width);
    for (size_t i = 0; i < laneCount; ++i)
        applyRanges(static_cast<LaneId>(i));
    m_timeTicker->setWidth(width);
    m_timeRect->axis(QCPAxis::atBottom)
        ->setRange(static_cast<double>(scene.visible.begin.ticks()),
            static_cast<double>(std::max(scene.visible.end.ticks(), scene.visible.begin.ticks() + 1)));
}

void LaneRows::applyColours()
{
    const LaneColours colours = LaneColours::current();
    scene.colours = colours;
    overview.colours = colours;
    plot->setBackground(QBrush(colours.background));
    const QFont small = smallFont(plot->font());
    for (Row& each : lanes) {
        QCPAxis* axis = each.rect->axis(QCPAxis::atLeft);
        axis->setTickLabelFont(small);
        axis->setTickLabelColor(colours.dimText);
        axis->grid()->setPen(QPen(colours.grid, 1));
    }
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(small.pointSizeF() > 0 ? small.pointSizeF() : fixed.pointSizeF());
    m_timeRect->axis(QCPAxis::atBottom)->setTickLabelFont(fixed);
    m_timeRect->axis(QCPAxis::atBottom)->setTickLabelColor(colours.dimText);
}

void LaneRows::gather(LaneScene& target, int width) const
{
    target.cells.resize(static_cast<size_t>(width));
    target.concealed.clear();
    target.firstPacket = 0;
    target.endPacket = 0;
    std::ranges::fill(target.cells, core::PlotCell());
    if (target.isEmpty() || target.visible.length() <= core::ReceiverSpan())
        return;
    target.levels->query(*target.analysis, target.visible.begin, target.visible.end, target.cells);
    if (&target == &scene && row(LaneId::Quality).isShown && !target.cells.empty())
        target.concealed =
            concealedShares(*target.analysis, *target.levels, target.visible, target.cells.size());
    target.firstPacket = core::firstPacketSentFrom(*target.analysis, target.visible.begin);
    target.endPacket = core::firstPacketSentFrom(*target.analysis, target.visible.end);
}

void LaneRows::applyRanges(LaneId lane)
{
    Row& changed = row(lane);
    const LaneScene& shownScene = lane == LaneId::Overview ? overview : scene;
    changed.value = changed.lane->valueRange(shownScene);
    QCPAxis* axis = changed.rect->axis(QCPAxis::atLeft);
    axis->setRange(changed.value.low, changed.value.high);
    axis->ticker()->setTickCount(std::clamp(changed.rect->height() / 45, 2, 6));
}

LaneMap LaneRows::mapOf(LaneId lane)
{
    const Row& asked = row(lane);
    const LaneScene& shownScene = lane == LaneId::Overview ? overview : scene;
    LaneMap map;
    map.area = QRectF(asked.rect->rect());
    map.time = shownScene.visible;
    if (map.time.length() <= core::ReceiverSpan())
        map.time.end = map.time.begin + core::ReceiverSpan(1);
    map.value = asked.value;
    return map;
}

void LaneRows::drawBackdrop(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(row(LaneId::Overview).rect->outerRect(), scene.colours.header);
    painter.fillRect(m_timeRect->outerRect(), scene.colours.axis);
    for (const LaneId lane : shown()) {
        const QRect outer = row(lane).rect->outerRect();
        painter.fillRect(QRect(outer.left(), outer.bottom(), outer.width(), 1), scene.colours.separator);
    }
}

void LaneRows::drawHeaders(QPainter& painter)
{
    for (const LaneId lane : shown()) {
        painter.setFont(plot->font());
        drawLaneHeader(painter, *row(lane).lane, scene, row(lane).rect->outerRect(), row(lane).rect->rect());
    }
    const QRectF outer = row(LaneId::Overview).rect->outerRect();
    painter.setFont(smallFont(plot->font()));
    painter.setPen(scene.colours.dimText);
    painter.drawText(
        outer.adjusted(8, 2, 0, 0), Qt::AlignLeft | Qt::AlignTop, row(LaneId::Overview).lane->title());
}

void LaneRows::drawOverlay(QPainter& painter)
{
    const LaneMap whole = mapOf(LaneId::Overview);
    if (!scene.isEmpty()) {
        const double left = whole.x(scene.visible.begin);
        drawBrush(painter,
            QRectF(left, whole.area.top() - 10, whole.x(scene.visible.end) - left, whole.area.height() + 11),
            scene.colours);
    }
    const auto rows = shown();
    if (rows.empty())
        return;
    const double top = row(rows.front()).rect->outerRect().top();
    const double bottom = m_timeRect->outerRect().top();
    drawMarks(painter, top, bottom);
    const LaneMap map = mapOf(rows.front());
    if (!overlay.playhead)
        return;
    painter.fillRect(
        QRectF(whole.x(*overlay.playhead), whole.area.top(), 1, whole.area.height()), scene.colours.playhead);
    const double x = map.x(*overlay.playhead);
    if (x >= map.area.left() - 1 && x <= map.area.right() + 1)
        drawPlayhead(painter, x, top, bottom, scene.colours);
}

void LaneRows::drawMarks(QPainter& painter, double top, double bottom)
{
    const LaneMap map = mapOf(shown().front());
    if (overlay.selection) {
        const double left = std::max(map.x(overlay.selection->begin), map.area.left());
        const double right = std::min(map.x(overlay.selection->end), map.area.right());
        if (left < right)
            drawSelection(painter, QRectF(left, top, right - left, bottom - top), scene.colours);
    }
    if (!scene.isEmpty() && row(LaneId::Arrival).isShown && scene.selectedPacket != core::noPacket) {
        const LaneMap arrivals = mapOf(LaneId::Arrival);
        const auto place = row(LaneId::Arrival).lane->placeOf(scene, arrivals, scene.selectedPacket);
        if (place && arrivals.area.adjusted(-1, -1, 1, 1).contains(*place))
            drawRing(painter, *place, scene.colours);
    }
    if (overlay.current && row(*overlay.current).isShown)
        drawLaneMark(painter, row(*overlay.current).rect->outerRect(), scene.colours);
    if (overlay.dropY)
        drawDropLine(
            painter, QRectF(map.area.left(), *overlay.dropY - 1, map.area.width(), 2), scene.colours);
}

QRectF LaneRows::titleOf(LaneId lane) const
{
    const QRectF outer = row(lane).rect->outerRect();
    QFont bold = plot->font();
    bold.setBold(true);
    const double width = leftMargin() + 12 + QFontMetricsF(bold).horizontalAdvance(row(lane).lane->title());
    return {outer.left(), outer.top(), width, static_cast<double>(headerHeight())};
}

} // namespace ui

#include "ui/laneplot.h"

#include "ui/arrivallane.h"
#include "ui/bufferlane.h"
#include "ui/lanechrome.h"
#include "ui/laneplottables.h"
#include "ui/outputlane.h"
#include "ui/overviewlane.h"
#include "ui/qualitylane.h"

#include <QFileInfo>
#include <QFontDatabase>
#include <QSvgGenerator>
#include <array>
#include <qcustomplot.h>

namespace ui {

namespace {

constexpr size_t laneCount = 5;
constexpr int overviewHeight = 48;
constexpr int rightMargin = 10;
constexpr double borderReach = 4; // pixels to either side

} // namespace

class LanePlot::Rows {
public:
    struct Row {
        std::unique_ptr<Lane> lane;
        QCPAxisRect* rect = nullptr; // owned by the plot
        double height = 1; // share
        bool isShown = true;
        ValueRange value;
    };

    explicit Rows(QWidget& parent);

    Row& row(LaneId lane) { return m_lanes[static_cast<size_t>(lane)]; }
    [[nodiscard]] const Row& row(LaneId lane) const { return m_lanes[static_cast<size_t>(lane)]; }
    [[nodiscard]] std::vector<LaneId> shown() const;
    [[nodiscard]] LaneMap mapOf(LaneId lane);
    void arrange();
    void prepare();

    std::unique_ptr<QCustomPlot> plot;
    LaneScene scene;
    LaneScene overview;
    LaneOverlay overlay;
    std::array<Row, laneCount> m_lanes;

private:
    void setUpPlot();
    void setUpRow(LaneId lane, std::unique_ptr<Lane> painted, double height);
    void setUpTimeRow();
    void setUpLayers();
    void applyColours();
    void gather(LaneScene& target, int width) const;
    void applyRanges(LaneId lane);
    void drawBackdrop(QPainter& painter);
    void drawHeaders(QPainter& painter);
    void drawOverlay(QPainter& painter);
    [[nodiscard]] int leftMargin() const;
    [[nodiscard]] int headerHeight() const;

    QCPAxisRect* m_timeRect = nullptr;
    QSharedPointer<TimeTicker> m_timeTicker{new TimeTicker};
};

LanePlot::Rows::Rows(QWidget& parent)
    : plot(std::make_unique<QCustomPlot>(&parent))
{
    setUpPlot();
    setUpRow(LaneId::Overview, std::make_unique<OverviewLane>(), 0);
    setUpRow(LaneId::Arrival, std::make_unique<ArrivalLane>(), 2.5);
    setUpRow(LaneId::Buffer, std::make_unique<BufferLane>(), 1);
    setUpRow(LaneId::Output, std::make_unique<OutputLane>(), 1.45);
    setUpRow(LaneId::Quality, std::make_unique<QualityLane>(), 0.75);
    setUpTimeRow();
    setUpLayers();
    arrange();
}

void LanePlot::Rows::setUpPlot()
{
    plot->setFocusPolicy(Qt::NoFocus);
    plot->setAutoAddPlottableToLegend(false);
    plot->plotLayout()->clear();
    plot->plotLayout()->setRowSpacing(0);
    plot->setNoAntialiasingOnDrag(false);
    plot->setMouseTracking(true);
}

void LanePlot::Rows::setUpRow(LaneId lane, std::unique_ptr<Lane> painted, double height)
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

void LanePlot::Rows::setUpTimeRow()
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

void LanePlot::Rows::setUpLayers()
{
    new PaintLayerable(plot.get(), "background", [this](QPainter& p) { drawBackdrop(p); });
    new PaintLayerable(plot.get(), "axes", [this](QPainter& p) { drawHeaders(p); });
    new PaintLayerable(plot.get(), "overlay", [this](QPainter& p) { drawOverlay(p); });
}

std::vector<LaneId> LanePlot::Rows::shown() const
{
    std::vector<LaneId> lanes;
    for (size_t i = 1; i < laneCount; ++i) {
        if (m_lanes[i].isShown)
            lanes.push_back(static_cast<LaneId>(i));
    }
    return lanes;
}

// Puts the shown rows below each other; hidden ones stay outside the layout.
void LanePlot::Rows::arrange()
{
    QCPLayoutGrid* grid = plot->plotLayout();
    while (grid->elementCount() > 0) {
        grid->takeAt(0);
        grid->simplify();
    }
    int index = 0;
    for (Row& each : m_lanes) {
        each.rect->setVisible(each.isShown);
        if (each.isShown)
            grid->addElement(index++, 0, each.rect);
    }
    grid->addElement(index, 0, m_timeRect);
    index = 0;
    for (const Row& each : m_lanes) {
        if (each.isShown)
            grid->setRowStretchFactor(index++, std::max(each.height, 0.01));
    }
    grid->setRowStretchFactor(index, 0.01);
}

int LanePlot::Rows::leftMargin() const
{
    const QFontMetrics metrics(smallFont(plot->font()));
    return std::max(metrics.horizontalAdvance(QStringLiteral("00000")),
               metrics.horizontalAdvance(row(LaneId::Overview).lane->title()))
        + 12;
}

int LanePlot::Rows::headerHeight() const { return QFontMetrics(plot->font()).height() + 8; }

// Everything that depends on size, font and palette, and what the lanes draw from.
void LanePlot::Rows::prepare()
{
    applyColours();
    const int timeHeight = QFontMetrics(plot->font()).height() + 10;
    m_timeRect->setMargins(QMargins(leftMargin(), 0, rightMargin, timeHeight - 1));
    m_timeRect->setMinimumSize(0, timeHeight);
    m_timeRect->setMaximumSize(QWIDGETSIZE_MAX, timeHeight);
    for (Row& each : m_lanes) {
        const bool isOverview = &each == m_lanes.data();
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

void LanePlot::Rows::applyColours()
{
    const LaneColours colours = LaneColours::current();
    scene.colours = colours;
    overview.colours = colours;
    plot->setBackground(QBrush(colours.background));
    const QFont small = smallFont(plot->font());
    for (Row& each : m_lanes) {
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

void LanePlot::Rows::gather(LaneScene& target, int width) const
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

void LanePlot::Rows::applyRanges(LaneId lane)
{
    Row& changed = row(lane);
    const LaneScene& shownScene = lane == LaneId::Overview ? overview : scene;
    changed.value = changed.lane->valueRange(shownScene);
    QCPAxis* axis = changed.rect->axis(QCPAxis::atLeft);
    axis->setRange(changed.value.low, changed.value.high);
    axis->ticker()->setTickCount(std::clamp(changed.rect->height() / 45, 2, 6));
}

LaneMap LanePlot::Rows::mapOf(LaneId lane)
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

void LanePlot::Rows::drawBackdrop(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(row(LaneId::Overview).rect->outerRect(), scene.colours.header);
    painter.fillRect(m_timeRect->outerRect(), scene.colours.axis);
    for (const LaneId lane : shown()) {
        const QRect outer = row(lane).rect->outerRect();
        painter.fillRect(QRect(outer.left(), outer.bottom(), outer.width(), 1), scene.colours.separator);
    }
}

void LanePlot::Rows::drawHeaders(QPainter& painter)
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

void LanePlot::Rows::drawOverlay(QPainter& painter)
{
    const LaneMap whole = mapOf(LaneId::Overview);
    if (!scene.isEmpty()) {
        const double left = whole.x(scene.visible.begin);
        drawBrush(painter,
            QRectF(left, whole.area.top() - 10, whole.x(scene.visible.end) - left, whole.area.height() + 11),
            scene.colours);
    }
    const auto lanes = shown();
    if (lanes.empty())
        return;
    const LaneMap map = mapOf(lanes.front());
    const double top = row(lanes.front()).rect->outerRect().top();
    const double bottom = m_timeRect->outerRect().top();
    if (overlay.selection) {
        const double left = std::max(map.x(overlay.selection->begin), map.area.left());
        const double right = std::min(map.x(overlay.selection->end), map.area.right());
        if (left < right)
            drawSelection(painter, QRectF(left, top, right - left, bottom - top), scene.colours);
    }
    if (!scene.isEmpty() && row(LaneId::Arrival).isShown && scene.selectedPacket >= scene.firstPacket
        && scene.selectedPacket < scene.endPacket)
        drawRing(painter, ArrivalLane::placeOf(scene, mapOf(LaneId::Arrival), scene.selectedPacket),
            scene.colours);
    if (!overlay.playhead)
        return;
    painter.fillRect(
        QRectF(whole.x(*overlay.playhead), whole.area.top(), 1, whole.area.height()), scene.colours.playhead);
    const double x = map.x(*overlay.playhead);
    if (x >= map.area.left() - 1 && x <= map.area.right() + 1)
        drawPlayhead(painter, x, top, bottom, scene.colours);
}

LanePlot::LanePlot(QWidget& parent)
    : m_rows(std::make_unique<Rows>(parent))
{
}

LanePlot::~LanePlot() = default;

QWidget& LanePlot::widget() const { return *m_rows->plot; }
LaneScene& LanePlot::scene() { return m_rows->scene; }
LaneScene& LanePlot::overview() { return m_rows->overview; }
LaneOverlay& LanePlot::overlay() { return m_rows->overlay; }

void LanePlot::refresh()
{
    m_rows->prepare();
    m_rows->plot->replot(QCustomPlot::rpQueuedRefresh);
}

void LanePlot::refreshOverlay() { m_rows->plot->layer(QStringLiteral("overlay"))->replot(); }

QRectF LanePlot::rowOf(LaneId lane) const { return m_rows->row(lane).rect->outerRect(); }
LaneMap LanePlot::mapOf(LaneId lane) const { return m_rows->mapOf(lane); }
const Lane& LanePlot::lane(LaneId lane) const { return *m_rows->row(lane).lane; }

std::optional<LaneId> LanePlot::laneAt(QPointF point) const
{
    if (rowOf(LaneId::Overview).contains(point))
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
    for (const auto& row : m_rows->m_lanes)
        heights.push_back(row.height);
    return heights;
}

void LanePlot::setHeights(const std::vector<double>& heights)
{
    for (size_t i = 0; i < std::min(heights.size(), laneCount); ++i)
        m_rows->m_lanes[i].height = heights[i];
    m_rows->arrange();
}

bool LanePlot::save(const QString& path) const
{
    QCustomPlot& plot = *m_rows->plot;
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png"))
        return plot.savePng(path, plot.width(), plot.height(), 2.0);
    if (ending == QLatin1String("pdf"))
        return plot.savePdf(path, plot.width(), plot.height());
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(plot.size());
    generator.setViewBox(plot.rect());
    QCPPainter painter;
    if (!painter.begin(&generator))
        return false;
    painter.setMode(QCPPainter::pmVectorized);
    plot.toPainter(&painter, plot.width(), plot.height());
    return painter.end();
}

} // namespace ui

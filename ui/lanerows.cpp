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
#include <QLocale>
#include <qcustomplot.h>
#include <utility>

namespace ui {

namespace {

constexpr int overviewHeight = 48;
constexpr int rightMargin = 10;
const QColor invisible = Qt::transparent; // where no pen at all makes black dots of ticks in vector files

} // namespace

LaneRows::LaneRows(QWidget& parent)
    : m_canvas(new LaneCanvas(&parent))
{
    plot.reset(m_canvas);
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
    layOut(); // so that the first paint has the colours already
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
    plot->setLocale(QLocale()); // with the marks of thousands that all other numbers have
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
        axis->setTickPen(invisible);
        axis->setSubTicks(false);
        axis->setTickLengthIn(0);
        axis->setSubTickLengthIn(0);
        axis->setTickLabelPadding(6);
        axis->grid()->setVisible(axis->axisType() == QCPAxis::atLeft && !added.lane->unit().isEmpty());
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    auto* axes = added.rect;
    new LanePlottable(axes->axis(QCPAxis::atBottom), axes->axis(QCPAxis::atLeft),
        [this, lane](QPainter& painter) { drawLane(painter, lane); });
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
        axis->setTickPen(invisible);
        axis->setSubTicks(false);
        axis->setTickLengthIn(0);
        axis->grid()->setVisible(false);
    }
    m_timeRect->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
}

void LaneRows::setUpLayers()
{
    new PaintLayerable(plot.get(), "background", [this](QPainter& p) { drawBackdrop(p); });
    new PaintLayerable(plot.get(), "axes", [this](QPainter& p) { drawHeaders(p); });
    new PaintLayerable(plot.get(), "overlay", [this](QPainter& p) {
        if (!m_isAroundAlone)
            drawOverlay(p);
    });
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

std::vector<LaneId> LaneRows::shownWithOverview() const
{
    std::vector<LaneId> found = shown();
    if (row(LaneId::Overview).isShown)
        found.insert(found.begin(), LaneId::Overview);
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
    const std::vector<LaneId> rows = shownWithOverview();
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

bool LaneRows::isDraft(LaneId lane, const LaneFrame& of) const
{
    return of.draft && lane != LaneId::Overview && (of.thinning == 1 || !row(lane).lane->isBoundToClock());
}

size_t LaneRows::columns() const
{
    const int width = std::max(16, plot->width() - leftMargin() - rightMargin);
    return static_cast<size_t>(std::lround(width * plot->devicePixelRatioF()));
}

void LaneRows::layOut()
{
    if (!std::exchange(m_isStyled, true))
        applyStyle();
    using Element = QCPLayoutElement;
    for (const auto phase : {Element::upPreparation, Element::upMargins, Element::upLayout})
        plot->plotLayout()->update(phase);
}

// Everything that depends on font and palette.
void LaneRows::applyStyle()
{
    applyColours();
    for (Row& each : lanes)
        each.headerPicture = QPixmap();
    const int timeHeight = QFontMetrics(plot->font()).height() + 10;
    m_timeRect->setMargins(QMargins(leftMargin(), 0, rightMargin, timeHeight - 1));
    m_timeRect->setMinimumSize(0, timeHeight);
    m_timeRect->setMaximumSize(QWIDGETSIZE_MAX, timeHeight);
    for (Row& each : lanes) {
        const bool isOverview = &each == lanes.data();
        each.rect->setMargins(
            QMargins(leftMargin(), isOverview ? 12 : headerHeight(), rightMargin, isOverview ? 2 : 5));
    }
}

void LaneRows::applyColours()
{
    colours = LaneColours::current();
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

void LaneRows::show(LaneFrame next)
{
    frame = std::move(next);
    for (size_t i = 0; i < laneCount; ++i)
        applyRange(static_cast<LaneId>(i));
    const TimeRange visible = frame.scene.visible;
    m_timeTicker->setWidth(m_timeRect->width());
    m_timeRect->axis(QCPAxis::atBottom)
        ->setRange(static_cast<double>(visible.begin.ticks()),
            static_cast<double>(std::max(visible.end.ticks(), visible.begin.ticks() + 1)));
    m_canvas->setDrawn();
    plot->replot(QCustomPlot::rpQueuedRefresh);
}

void LaneRows::applyRange(LaneId lane)
{
    const ValueRange value = frame.row(lane).value;
    QCPAxisRect* rect = row(lane).rect;
    rect->axis(QCPAxis::atLeft)->setRange(value.low, value.high);
    rect->axis(QCPAxis::atLeft)->ticker()->setTickCount(std::clamp(rect->height() / 45, 2, 6));
}

LaneMap LaneRows::mapOf(LaneId lane, const LaneFrame& of) const
{
    LaneMap map;
    map.area = QRectF(row(lane).rect->rect());
    map.time = of.sceneOf(lane).visible;
    if (map.time.length() <= core::ReceiverSpan())
        map.time.end = map.time.begin + core::ReceiverSpan(1);
    map.value = of.row(lane).value;
    map.pixel = 1 / plot->devicePixelRatioF();
    return map;
}

LaneMap LaneRows::drawnMap(LaneId lane, const LaneFrame& of) const
{
    LaneMap map = mapOf(lane, of);
    map.time = drawnScene(lane, of).visible;
    map.time.end = std::max(map.time.end, map.time.begin + core::ReceiverSpan(1));
    return map;
}

void LaneRows::drawLane(QPainter& painter, LaneId lane) const
{
    if (!m_isAroundAlone)
        painter.drawPixmap(placeOfPicture(mapOf(lane, frame)), frame.row(lane).picture);
}

void LaneRows::drawAround(QPaintDevice& device)
{
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    m_isAroundAlone = true;
    plot->toPainter(&painter, plot->width(), plot->height());
    m_isAroundAlone = false;
}

void LaneRows::drawBackdrop(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (row(LaneId::Overview).isShown)
        painter.fillRect(row(LaneId::Overview).rect->outerRect(), colours.header);
    painter.fillRect(m_timeRect->outerRect(), colours.axis);
    for (const LaneId lane : shown()) {
        const QRect outer = row(lane).rect->outerRect();
        painter.fillRect(QRect(outer.left(), outer.bottom(), outer.width(), 1), colours.separator);
    }
}

// An estimate is called one.
QString LaneRows::subtitleOf(LaneId lane) const
{
    if (!isDraft(lane, frame) || lane != shown().front())
        return row(lane).lane->subtitle();
    return frame.thinning == 1
        ? tr("estimate, until the whole capture is analysed")
        : tr("estimate from one packet in %1, until the whole capture is analysed").arg(frame.thinning);
}

LaneHeader LaneRows::headerOf(LaneId lane) const
{
    const Row& of = row(lane);
    return {of.lane->title(), subtitleOf(lane), of.lane->unit(), of.lane->legend(frame.scene),
        QRectF(of.rect->outerRect()), QRectF(of.rect->rect())};
}

// Its words stay the same for many frames.
void LaneRows::drawHeader(QPainter& painter, LaneId lane)
{
    painter.setFont(plot->font());
    LaneHeader header = headerOf(lane);
    if (m_isAroundAlone)
        return drawLaneHeader(painter, header, colours);
    Row& drawn = row(lane);
    const double ratio = plot->devicePixelRatioF();
    const bool isOld = drawn.headerPicture.isNull() || drawn.headerPicture.devicePixelRatio() != ratio;
    if (isOld || drawn.header != header) {
        const QSizeF size(header.row.width(), header.area.top() - header.row.top());
        drawn.headerPicture = QPixmap((size * ratio).toSize());
        drawn.headerPicture.setDevicePixelRatio(ratio);
        drawn.headerPicture.fill(Qt::transparent);
        QPainter within(&drawn.headerPicture);
        within.translate(-header.row.topLeft());
        within.setFont(plot->font());
        drawLaneHeader(within, header, colours);
        drawn.header = std::move(header);
    }
    painter.drawPixmap(drawn.header.row.topLeft(), drawn.headerPicture);
}

void LaneRows::drawHeaders(QPainter& painter)
{
    for (const LaneId lane : shown())
        drawHeader(painter, lane);
    if (!row(LaneId::Overview).isShown)
        return;
    const QRectF outer = row(LaneId::Overview).rect->outerRect();
    painter.setFont(smallFont(plot->font()));
    painter.setPen(colours.dimText);
    painter.drawText(
        outer.adjusted(8, 2, 0, 0), Qt::AlignLeft | Qt::AlignTop, row(LaneId::Overview).lane->title());
}

// The brush, and where the playhead is.
void LaneRows::drawOverOverview(QPainter& painter)
{
    const LaneMap whole = mapOf(LaneId::Overview, frame);
    if (!frame.scene.isEmpty()) {
        const double left = whole.x(frame.scene.visible.begin);
        drawBrush(painter,
            QRectF(left, whole.area.top() - 10, whole.x(frame.scene.visible.end) - left,
                whole.area.height() + 11),
            colours);
    }
    if (overlay.playhead)
        painter.fillRect(
            QRectF(whole.x(*overlay.playhead), whole.area.top(), 1, whole.area.height()), colours.playhead);
}

void LaneRows::drawOverlay(QPainter& painter)
{
    if (row(LaneId::Overview).isShown)
        drawOverOverview(painter);
    const auto rows = shown();
    if (rows.empty())
        return;
    const double top = row(rows.front()).rect->outerRect().top();
    const double bottom = m_timeRect->outerRect().top();
    drawMarks(painter, top, bottom);
    const LaneMap map = mapOf(rows.front(), frame);
    if (!overlay.playhead)
        return;
    const double x = map.x(*overlay.playhead);
    if (x >= map.area.left() - 1 && x <= map.area.right() + 1)
        drawPlayhead(painter, x, top, bottom, colours);
}

void LaneRows::drawMarks(QPainter& painter, double top, double bottom)
{
    const LaneMap map = mapOf(shown().front(), frame);
    if (overlay.selection) {
        const double left = std::max(map.x(overlay.selection->begin), map.area.left());
        const double right = std::min(map.x(overlay.selection->end), map.area.right());
        if (left < right)
            drawSelection(painter, QRectF(left, top, right - left, bottom - top), colours);
    }
    if (overlay.loop)
        drawLoop(painter, map.x(overlay.loop->begin), map.x(overlay.loop->end),
            QRectF(map.area.left(), top, map.area.width(), bottom - top), colours);
    const core::Analysis* analysis = frame.scene.analysis.get();
    const bool isSelected =
        analysis != nullptr && overlay.selectedPacket < analysis->timeline.outcomes.size();
    for (const LaneId lane : isSelected ? shown() : std::vector<LaneId>()) {
        const LaneMap within = mapOf(lane, frame);
        const auto place = row(lane).lane->placeOf(frame.scene, within, overlay.selectedPacket);
        if (place && within.area.adjusted(-1, -1, 1, 1).contains(*place))
            drawRing(painter, *place, colours);
    }
    if (overlay.current && row(*overlay.current).isShown)
        drawLaneMark(painter, row(*overlay.current).rect->outerRect(), colours);
    if (overlay.dropY)
        drawDropLine(painter, QRectF(map.area.left(), *overlay.dropY - 1, map.area.width(), 2), colours);
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

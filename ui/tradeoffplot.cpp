#include "ui/tradeoffplot.h"

#include "ui/format.h"
#include "ui/plotaxis.h"
#include "ui/theme.h"
#include "ui/trace.h"
#include "ui/tradeoffaccess.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace ui {

namespace {

constexpr double usualTop = 0.2; // of the axis: what is above is out of the question, if there is better

core::ReceiverSpan spanOf(double milliseconds)
{
    return core::ReceiverSpan(static_cast<int64_t>(std::llround(milliseconds * 1000)));
}

// By how much a key moves the cursor; nothing: it does not.
std::optional<double> cursorStep(const QKeyEvent& key)
{
    const double step = key.modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return -step;
    case Qt::Key_Right:
    case Qt::Key_Up:
        return step;
    case Qt::Key_PageDown:
        return -10;
    case Qt::Key_PageUp:
        return 10;
    case Qt::Key_Home:
        return -std::numeric_limits<double>::infinity();
    case Qt::Key_End:
        return std::numeric_limits<double>::infinity();
    default:
        return std::nullopt;
    }
}

} // namespace

TradeOffPlot::TradeOffPlot(QWidget* parent)
    : QWidget(parent)
{
    TradeOffAccess::install();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setMouseTracking(true);
    setAccessibleName(tr("Trade-off"));
    setToolTip(tr(
        "<p><b>Trade-off</b><br>Share of the packets sent that would come too late, for every fixed playout "
        "delay (orange), and the same with what the network loses anyway (red). Counted exactly from these "
        "arrivals. Yellow: the delay that is set. Dashed: the smallest delay that meets the chosen late "
        "loss.</p><p>Click or drag to set the playout delay. By keys: the arrows move a cursor by 1 ms, with "
        "Ctrl by 10 ms, and Enter sets the playout delay to it.</p>"));
}

void TradeOffPlot::show(std::shared_ptr<const core::TradeOff> tradeOff, double chosenLoss)
{
    m_tradeOff = std::move(tradeOff);
    m_chosenLoss = chosenLoss;
    fitRange();
    update();
}

void TradeOffPlot::setPlayoutDelay(core::ReceiverSpan playoutDelay)
{
    if (std::exchange(m_playoutDelay, playoutDelay) == playoutDelay)
        return;
    fitRange();
    moveCursor(playoutDelay.milliseconds());
}

double TradeOffPlot::lostShare() const
{
    return 1 - static_cast<double>(m_tradeOff->arrived()) / static_cast<double>(m_tradeOff->sent());
}

void TradeOffPlot::fitRange()
{
    if (m_isDragging || !m_tradeOff)
        return;
    // What can't be helped lies in the lower half.
    m_top = isUsable() && lostShare() > usualTop / 2 ? (lostShare() > 0.25 ? 1 : 0.5) : usualTop;
    const double needed = std::max({m_tradeOff->smallestDelay(m_chosenLoss).milliseconds() * 1.4,
        m_tradeOff->smallestDelay(0.001).milliseconds() * 1.1, 20.0});
    const double shown = std::max(needed, std::min(m_playoutDelay.milliseconds() * 1.2, 4 * needed));
    const double tick = tickStep(shown / 4);
    m_maximumMs = std::ceil(shown / tick) * tick;
}

QRectF TradeOffPlot::area() const { return QRectF(rect()).adjusted(0.5, 4.5, -0.5, -18.5); }

void TradeOffPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    painter.setPen(colours().grid);
    for (const double share : {0.0, 0.25, 0.5, 0.75}) {
        const double y = area().top() + share * area().height();
        painter.drawLine(QPointF(area().left(), y), QPointF(area().right(), y));
    }
    drawHorizontalAxis(painter, area(), {0, m_maximumMs});
    if (!isUsable())
        return;
    drawCurves(painter);
    drawMarks(painter);
    if (hasFocus())
        drawCursor(painter);
}

void TradeOffPlot::drawCurves(QPainter& painter) const
{
    const QRectF plot = area();
    const double lost = lostShare();
    constexpr double farAbove = 2;
    QPolygonF late;
    QPolygonF all;
    for (int x = 0; x <= static_cast<int>(plot.width()); ++x) {
        const double share = m_tradeOff->lateShare(spanOf(x / plot.width() * m_maximumMs));
        const auto point = [&](double value) {
            return QPointF(
                plot.left() + x, plot.bottom() - std::min(farAbove, value / m_top) * plot.height());
        };
        late << point(share);
        all << point(share + lost);
    }
    // What leaves the plot is cut off, so that nothing looks like the highest share.
    painter.save();
    painter.setClipRect(plot.adjusted(-1, 0, 1, 2));
    drawTrace(painter, all, colours().lost, 1);
    drawTrace(painter, late, colours().late, 2);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours().faintText);
    const QRectF right = plot.adjusted(0, 1, -2, 0);
    painter.drawText(right, Qt::AlignTop | Qt::AlignRight, shareText(m_top, 0));
    painter.drawText(
        right.translated(0, plot.height() / 2), Qt::AlignTop | Qt::AlignRight, shareText(m_top / 2, 0));
}

void TradeOffPlot::drawMarks(QPainter& painter) const
{
    const QRectF plot = area();
    const auto mark = [&](core::ReceiverSpan delay, const QPen& pen) {
        const double x = plot.left() + delay.milliseconds() / m_maximumMs * plot.width();
        painter.setPen(pen);
        if (x <= plot.right())
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        else
            drawBeyond(painter, plot, pen.color());
    };
    mark(m_tradeOff->smallestDelay(m_chosenLoss), QPen(colours().accent, 1.2, Qt::DashLine));
    mark(m_playoutDelay, QPen(colours().deadline, 1.5));
    drawNames(painter);
}

// At the upper right, where the curves have fallen already, but left of the figures of the axis.
void TradeOffPlot::drawNames(QPainter& painter) const
{
    const double figures = painter.fontMetrics().horizontalAdvance(shareText(m_top, 0)) + 10;
    QRectF line = area().adjusted(0, 1, -figures, 0);
    const auto name = [&](const QString& text, const QColor& colour) {
        QRectF box;
        painter.drawText(line, Qt::AlignTop | Qt::AlignRight | Qt::TextDontPrint, text, &box);
        painter.fillRect(box.adjusted(-3, 0, 3, 0), colours().window);
        painter.setPen(readable(colour, colours().window));
        painter.drawText(line, Qt::AlignTop | Qt::AlignRight, text);
        line.translate(0, box.height());
    };
    name(tr("late + lost"), colours().lost);
    name(tr("late"), colours().late);
}

// Its words stand on the side where there is more room, below the names of the curves.
void TradeOffPlot::drawCursor(QPainter& painter) const
{
    const QRectF plot = area();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colours().accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot.adjusted(0, -4, 0, 0));
    const double x = std::round(plot.left() + m_cursorMs / m_maximumMs * plot.width()) + 0.5;
    painter.setPen(QPen(colours().text, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QString text = cursorText();
    const QFontMetricsF metrics(painter.font());
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    const bool isLeft = x - plot.left() > plot.width() / 2;
    box.moveTo(isLeft ? x - box.width() - 3 : x + 4, plot.center().y() - 4);
    box.moveLeft(
        std::clamp(box.left(), plot.left() + 1, std::max(plot.left() + 1, plot.right() - box.width())));
    painter.fillRect(box, colours().window);
    painter.drawText(box, Qt::AlignCenter, text);
}

QString TradeOffPlot::cursorText() const
{
    if (!isUsable())
        return {};
    return tr("%1: %2 late")
        .arg(durationText(m_cursorMs), shareText(m_tradeOff->lateShare(spanOf(m_cursorMs)), 2));
}

void TradeOffPlot::moveCursor(double milliseconds)
{
    m_cursorMs = std::clamp(std::round(milliseconds), 0.0, std::floor(m_maximumMs));
    update();
    QAccessibleValueChangeEvent change(this, m_cursorMs);
    QAccessible::updateAccessibility(&change);
}

double TradeOffPlot::delayAt(double x) const
{
    return std::round(std::clamp((x - area().left()) / area().width(), 0.0, 1.0) * m_maximumMs);
}

void TradeOffPlot::pickDelay(double milliseconds)
{
    if (!isUsable())
        return; // there is nothing to choose by
    moveCursor(milliseconds);
    emit delayPicked(m_cursorMs);
}

bool TradeOffPlot::event(QEvent* event)
{
    // The keys of the cursor belong to it while it has the focus, not to the playhead.
    if (event->type() == QEvent::ShortcutOverride && cursorStep(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TradeOffPlot::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const std::optional<double> step = cursorStep(*event);
    if (!isUsable() || (!isEnter && !step))
        event->ignore();
    else if (step)
        moveCursor(m_cursorMs + *step);
    else
        pickDelay(m_cursorMs);
}

void TradeOffPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    moveCursor(m_playoutDelay.milliseconds());
}

void TradeOffPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void TradeOffPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !isUsable())
        return;
    m_isDragging = true;
    emit dragStarted();
    pickDelay(delayAt(event->position().x()));
}

void TradeOffPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isDragging) {
        pickDelay(delayAt(event->position().x()));
    } else if (isUsable()) {
        const double delay = delayAt(event->position().x());
        QToolTip::showText(event->globalPosition().toPoint(),
            tr("%1: %2 late").arg(durationText(delay), shareText(m_tradeOff->lateShare(spanOf(delay)), 2)),
            this);
    }
}

void TradeOffPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_isDragging)
        return;
    m_isDragging = false;
    emit dragEnded();
    fitRange();
    update();
}

} // namespace ui

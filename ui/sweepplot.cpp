#include "ui/sweepplot.h"

#include "ui/format.h"
#include "ui/parametertext.h"
#include "ui/sweeptext.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace ui {

using core::SweepMeasure;
using core::SweepPoint;

namespace {

constexpr double highestShare = 0.2; // of the axis: what is above is out of the question, if there is better

// Axes speak of per cent, as all texts do.
double shown(const core::Parameter& parameter, double value)
{
    return parameterText(parameter.path).unit == Unit::Share ? value * 100 : value;
}

const core::SweepSpread& spreadOf(const SweepPoint& point) { return point[SweepMeasure::ConcealedOrStalled]; }

bool isKeyOfPlot(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return false;
    }
}

} // namespace

SweepPlot::SweepPlot(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCursor(Qt::PointingHandCursor);
    setMouseTracking(true);
    setAccessibleName(tr("Curve of the sweep"));
    setToolTip(tr(
        "<p><b>Concealed or stalled</b><br>Share of the playout that was concealed or stood still, for each "
        "value: the mean over the seeds, in a band from the least to the greatest. Yellow: the value that is "
        "set. Green: the best.</p><p>Click or drag to set the value. By keys: the arrows move a cursor from "
        "point to point, and Enter sets its value.</p>"));
}

void SweepPlot::show(
    const core::SweepPlan& plan, const std::vector<SweepPoint>& points, std::optional<size_t> best)
{
    m_parameter = plan.parameter;
    m_best = best;
    m_points.clear();
    std::ranges::copy_if(points, std::back_inserter(m_points),
        [](const SweepPoint& point) { return spreadOf(point).count > 0; });
    std::ranges::sort(m_points, {}, &SweepPoint::value);
    m_cursor = m_points.empty() ? 0 : std::min(m_cursor, m_points.size() - 1);
    const auto [least, greatest] = std::ranges::minmax(plan.values);
    m_values = {shown(*m_parameter, least), shown(*m_parameter, greatest)};
    if (m_values.minimum == m_values.maximum)
        m_values.maximum += 1;
    fitShares();
    setAccessibleDescription(cursorText());
    update();
}

void SweepPlot::fitShares()
{
    double greatest = 0;
    double leastMean = 1;
    for (const SweepPoint& point : m_points) {
        greatest = std::max(greatest, spreadOf(point).greatest);
        leastMean = std::min(leastMean, spreadOf(point).mean);
    }
    const double most = leastMean < highestShare / 2 ? highestShare : 1;
    m_highest = std::clamp(tickStep(greatest * 1.05), 0.001, most);
}

void SweepPlot::clear()
{
    m_parameter = nullptr;
    m_points.clear();
    m_best.reset();
    setAccessibleDescription({});
    update();
}

void SweepPlot::setSetting(std::optional<double> value)
{
    if (std::exchange(m_setting, value) != value)
        update();
}

QRectF SweepPlot::area() const { return QRectF(rect()).adjusted(0.5, 4.5, -8.5, -18.5); }

double SweepPlot::xOf(double value) const
{
    return area().left() + m_values.share(shown(*m_parameter, value)) * area().width();
}

double SweepPlot::yOf(double share) const
{
    return area().bottom() - std::min(1.0, share / m_highest) * area().height();
}

size_t SweepPlot::nearest(double x) const
{
    const auto distance = [this, x](const SweepPoint& point) { return std::abs(xOf(point.value) - x); };
    return static_cast<size_t>(std::ranges::min_element(m_points, {}, distance) - m_points.begin());
}

void SweepPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    drawAxes(painter);
    if (m_parameter == nullptr)
        return;
    drawCurve(painter);
    drawMarks(painter);
    if (hasFocus() && !m_points.empty())
        drawCursor(painter);
}

void SweepPlot::drawAxes(QPainter& painter) const
{
    painter.setPen(colours().grid);
    for (const double share : {0.0, 0.5}) {
        const double y = area().top() + share * area().height();
        painter.drawLine(QPointF(area().left(), y), QPointF(area().right(), y));
    }
    if (m_parameter != nullptr)
        drawHorizontalAxis(painter, area(), m_values);
}

void SweepPlot::drawCurve(QPainter& painter) const
{
    QPolygonF mean;
    QPolygonF band;
    for (const SweepPoint& point : m_points) {
        mean << QPointF(xOf(point.value), yOf(spreadOf(point).mean));
        band << QPointF(xOf(point.value), yOf(spreadOf(point).greatest));
    }
    std::for_each(m_points.rbegin(), m_points.rend(),
        [&](const SweepPoint& point) { band << QPointF(xOf(point.value), yOf(spreadOf(point).least)); });
    QColor light = colours().concealed;
    light.setAlphaF(0.3F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawPolygon(band);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours().concealed, 1.6));
    painter.drawPolyline(mean);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().concealed);
    for (const QPointF& point : mean)
        painter.drawEllipse(point, 1.8, 1.8);
}

void SweepPlot::drawMarks(QPainter& painter) const
{
    if (m_setting) {
        const double x = xOf(*m_setting);
        painter.setPen(QPen(colours().deadline, 1.5));
        if (x >= area().left() - 1 && x <= area().right() + 1)
            painter.drawLine(QPointF(x, area().top()), QPointF(x, area().bottom()));
        else if (x > area().right())
            drawBeyond(painter, area(), colours().deadline);
    }
    for (const SweepPoint& point : m_points) {
        if (m_best != point.place)
            continue;
        painter.setPen(QPen(colours().window, 1));
        painter.setBrush(colours().fec);
        painter.drawEllipse(QPointF(xOf(point.value), yOf(spreadOf(point).mean)), 4.5, 4.5);
    }
    painter.setPen(colours().faintText);
    const QRectF right = area().adjusted(0, 1, -2, 0);
    painter.drawText(right, Qt::AlignTop | Qt::AlignRight, shareText(m_highest, m_highest < 0.02 ? 1 : 0));
    const QString name = tr("concealed or stalled");
    QRectF box;
    painter.drawText(
        area().adjusted(4, 1, 0, 0), Qt::AlignTop | Qt::AlignLeft | Qt::TextDontPrint, name, &box);
    painter.fillRect(box.adjusted(-3, 0, 3, 0), colours().window);
    painter.setPen(readable(colours().concealed, colours().window));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, name);
}

// Its words stand on the side where there is more room.
void SweepPlot::drawCursor(QPainter& painter) const
{
    const QRectF plot = area();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours().accent, 1));
    painter.drawRect(plot.adjusted(0, -4, 0, 0));
    const double x = std::round(xOf(m_points[m_cursor].value)) + 0.5;
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

QString SweepPlot::pointText(const SweepPoint& point) const
{
    //: value, share that is concealed or stalled
    return tr("%1: %2").arg(valueText(parameterText(m_parameter->path).unit, point.value),
        spreadText(SweepMeasure::ConcealedOrStalled, spreadOf(point)));
}

QString SweepPlot::cursorText() const { return m_points.empty() ? QString() : pointText(m_points[m_cursor]); }

void SweepPlot::moveCursor(size_t point)
{
    m_cursor = point;
    setAccessibleDescription(cursorText()); // tells assistive technology
    update();
}

void SweepPlot::pick(size_t point)
{
    moveCursor(point);
    emit placePicked(m_points[point].place);
}

bool SweepPlot::event(QEvent* event)
{
    // The keys of the cursor belong to it while it has the focus, not to the playhead.
    if (event->type() == QEvent::ShortcutOverride && isKeyOfPlot(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SweepPlot::keyPressEvent(QKeyEvent* event)
{
    if (m_points.empty() || !isKeyOfPlot(*event)) {
        event->ignore();
        return;
    }
    const size_t last = m_points.size() - 1;
    switch (event->key()) {
    case Qt::Key_Home:
        return moveCursor(0);
    case Qt::Key_End:
        return moveCursor(last);
    case Qt::Key_Left:
    case Qt::Key_Down:
        return moveCursor(m_cursor == 0 ? 0 : m_cursor - 1);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return moveCursor(std::min(last, m_cursor + 1));
    default:
        emit dragStarted();
        pick(m_cursor);
        emit dragEnded();
    }
}

// Where the value is that is set.
void SweepPlot::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_points.empty() && m_setting)
        moveCursor(nearest(xOf(*m_setting)));
    update();
}

void SweepPlot::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void SweepPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_points.empty())
        return;
    m_isDragging = true;
    emit dragStarted();
    pick(nearest(event->position().x()));
}

void SweepPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (m_points.empty())
        return;
    const size_t point = nearest(event->position().x());
    if (m_isDragging)
        pick(point);
    else
        QToolTip::showText(event->globalPosition().toPoint(), pointText(m_points[point]), this);
}

void SweepPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_isDragging)
        return;
    m_isDragging = false;
    emit dragEnded();
}

} // namespace ui

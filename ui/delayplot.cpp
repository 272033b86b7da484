#include "ui/delayplot.h"

#include "ui/format.h"
#include "ui/plotaxis.h"
#include "ui/theme.h"
#include "ui/trace.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <utility>

namespace ui {

DelayPlot::DelayPlot(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Delay distribution"));
}

void DelayPlot::show(std::shared_ptr<const core::TradeOff> tradeOff)
{
    m_tradeOff = std::move(tradeOff);
    setPlayoutDelay(m_playoutDelay, m_isKept);
}

void DelayPlot::setPlayoutDelay(core::ReceiverSpan playoutDelay, bool isKept)
{
    m_playoutDelay = playoutDelay;
    m_isKept = isKept;
    setToolTip(tr(
        "<p><b>Delay distribution</b><br>How many packets had which network delay (arrival − send time), "
        "in ms. The line tells which share of the packets that arrived had at most that delay, from 0 % at "
        "the bottom to 100 % at the top. The deadline is the delay of the packet that came first plus the "
        "playout delay: %1. What "
        "lies right of it is late while the strategy keeps that delay.</p>")
                   .arg(m_tradeOff ? millisecondsText(deadline(), 0) : QStringLiteral("–")));
    update();
}

core::ReceiverSpan DelayPlot::deadline() const { return m_tradeOff->firstDelay() + m_playoutDelay; }

void DelayPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF area = QRectF(rect()).adjusted(0.5, 4.5, -0.5, -18.5);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    if (!m_tradeOff || m_tradeOff->arrived() == 0) {
        drawHorizontalAxis(painter, area, {0, 200});
        return;
    }
    // A few packets far out would press all others together: the axis ends behind the 99.5th percentile. It
    // goes on to the deadline if that is not many times as far away.
    constexpr double alwaysNear = 100;
    const double shown = std::max(m_tradeOff->delayOfShare(0.995).milliseconds() * 1.1,
        std::min(deadline().milliseconds() * 1.15,
            std::max(alwaysNear, 4 * m_tradeOff->delayOfShare(1).milliseconds())));
    const double tick = tickStep(std::max(shown, 4.0) / 4);
    const double maximumMs = std::max(1.0, std::ceil(shown / tick)) * tick;
    drawBars(painter, area, maximumMs);
    drawCumulative(painter, area, maximumMs);
    drawHorizontalAxis(painter, area, {0, maximumMs});
    drawDeadline(painter, area, maximumMs);
}

void DelayPlot::drawBars(QPainter& painter, const QRectF& area, double maximumMs) const
{
    constexpr int bins = 40;
    const core::ReceiverSpan width(std::max<int64_t>(1, static_cast<int64_t>(maximumMs * 1000 / bins)));
    const std::vector<uint64_t> counts = m_tradeOff->histogram({}, width, bins);
    const double most = static_cast<double>(std::max<uint64_t>(1, *std::ranges::max_element(counts)));
    const double step = area.width() / bins;
    for (int bin = 0; bin < bins; ++bin) {
        const auto count = static_cast<double>(counts[static_cast<size_t>(bin)]);
        if (count == 0)
            continue;
        const double height = std::max(1.0, count / most * (area.height() - 4));
        QRectF bar(area.left() + bin * step, area.bottom() - height, std::max(1.0, step - 1), height);
        painter.fillRect(bar, colours().played);
        if (!m_isKept)
            continue;
        // Those at exactly the deadline are in time.
        bar.setHeight(height * static_cast<double>(lateBetween(width * bin, width * (bin + 1))) / count);
        painter.fillRect(bar, colours().late);
    }
}

// How many packets have a delay from `begin` to before `end` that is beyond the deadline.
uint64_t DelayPlot::lateBetween(core::ReceiverSpan begin, core::ReceiverSpan end) const
{
    const core::ReceiverSpan from = std::max(begin, deadline() + core::ReceiverSpan(1));
    return from < end ? m_tradeOff->histogram(from, end - from, 1).front() : 0;
}

// A look-up a pixel, not one a packet.
void DelayPlot::drawCumulative(QPainter& painter, const QRectF& area, double maximumMs) const
{
    QPolygonF line;
    for (int x = 0; x <= static_cast<int>(area.width()); ++x) {
        const core::ReceiverSpan delay(static_cast<int64_t>(x / area.width() * maximumMs * 1000));
        line << area.bottomLeft() + QPointF(x, -m_tradeOff->shareWithin(delay) * area.height());
    }
    drawTrace(painter, line, colours().faintText, 1);
}

void DelayPlot::drawDeadline(QPainter& painter, const QRectF& area, double maximumMs) const
{
    const double place = area.left() + deadline().milliseconds() / maximumMs * area.width();
    const double x = std::min(place, area.right());
    painter.setPen(QPen(colours().deadline, 1.5, m_isKept ? Qt::SolidLine : Qt::DashLine));
    if (place <= area.right())
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    else
        drawBeyond(painter, area, colours().deadline);
    painter.setPen(readable(colours().deadline, colours().window));
    const QString text = m_isKept ? tr("deadline") : tr("if kept fixed");
    const double width = painter.fontMetrics().horizontalAdvance(text) + 8.0;
    const bool fitsRight = x + width < area.right();
    painter.drawText(QRectF(fitsRight ? x : x - width, area.top(), width, 16), Qt::AlignCenter, text);
}

} // namespace ui

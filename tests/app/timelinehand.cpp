#include "tests/app/timelinehand.h"

#include "tests/ui/windowfixture.h"
#include "ui/packetreadout.h"

#include <QRegularExpression>
#include <QTest>
#include <QTextDocumentFragment>
#include <QWheelEvent>
#include <QWindow>
#include <cmath>
#include <qcustomplot.h>

namespace test {

using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

double share(ReceiverTime time, ui::TimeRange of)
{
    return static_cast<double>((time - of.begin).ticks()) / static_cast<double>(of.length().ticks());
}

} // namespace

TimelineHand::TimelineHand(ui::TimelineView& timeline)
    : m_timeline(&timeline)
    , m_plot(timeline.findChild<QCustomPlot*>())
    , m_whole(timeline.visibleRange())
{
}

QWidget& TimelineHand::plot() const { return *m_plot; }
int TimelineHand::rowCount() const { return m_plot->axisRectCount() - 1; } // the last one is the time axis
QCPAxisRect& TimelineHand::rect(int number) const { return *m_plot->axisRect(number); }
QRect TimelineHand::row(int number) const { return rect(number).outerRect(); }
QRect TimelineHand::area(int number) const { return rect(number).rect(); }

QPoint TimelineHand::at(int number, ReceiverTime time, double height) const
{
    const QRectF place = area(number);
    return {
        static_cast<int>(std::floor(place.left() + place.width() * share(time, m_timeline->visibleRange()))),
        static_cast<int>(place.top() + place.height() * height)};
}

QPoint TimelineHand::inOverview(ReceiverTime time) const
{
    const QRectF place = area(Overview);
    return {static_cast<int>(std::floor(place.left() + place.width() * share(time, m_whole))),
        static_cast<int>(place.center().y())};
}

QPoint TimelineHand::title(int number) const { return row(number).topLeft() + QPoint(80, 8); }

ReceiverTime TimelineHand::timeAt(QPoint point) const
{
    const QRect place = area(Arrivals);
    const ReceiverSpan into(std::llround(static_cast<double>(m_timeline->visibleRange().length().ticks())
        * (point.x() - place.left()) / place.width()));
    return m_timeline->visibleRange().begin + into;
}

ReceiverSpan TimelineHand::pixel() const
{
    return ReceiverSpan(m_timeline->visibleRange().length().ticks() / area(Arrivals).width());
}

ReceiverSpan TimelineHand::pixelOfOverview() const
{
    return ReceiverSpan(m_whole.length().ticks() / area(Overview).width());
}

void TimelineHand::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    dragMouse(*m_plot, from, to, modifiers);
}

void TimelineHand::click(QPoint point, Qt::MouseButton button)
{
    QTest::mouseClick(m_plot, button, {}, point);
}

void TimelineHand::doubleClick(QPoint point)
{
    QWindow* window = m_plot->window()->windowHandle();
    QTest::mouseDClick(window, Qt::LeftButton, {}, m_plot->mapTo(m_plot->window(), point));
}

// A wheel event as the window system would send it; QTest has none.
void TimelineHand::turnWheel(QPoint point, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(point, m_plot->mapToGlobal(QPointF(point)), {}, {0, notches * 120}, Qt::NoButton,
        modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_plot, &event);
}

QMap<QString, QString> TimelineHand::readoutAt(QPoint point)
{
    moveMouse(*m_plot, point);
    const auto* readout = m_plot->findChild<ui::PacketReadout*>();
    QMap<QString, QString> told;
    if (!readout->isVisible())
        return told;
    static const QRegularExpression row(QStringLiteral("<tr><td[^>]*>([^<]*)</td><td>([^<]*)</td></tr>"));
    for (auto found = row.globalMatch(readout->text()); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        told.insert(QTextDocumentFragment::fromHtml(match.captured(1)).toPlainText(),
            QTextDocumentFragment::fromHtml(match.captured(2)).toPlainText());
    }
    return told;
}

} // namespace test

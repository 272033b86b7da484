#include "ui/lanechrome.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <cmath>

namespace ui {

namespace {

constexpr double symbolWidth = 13;
constexpr double entryDistance = 14;

double legendWidth(const std::vector<LegendEntry>& entries, const QFontMetricsF& metrics)
{
    double width = 0;
    for (const LegendEntry& entry : entries)
        width += symbolWidth + metrics.horizontalAdvance(entry.text) + entryDistance;
    return width;
}

void drawLegend(QPainter& painter, const std::vector<LegendEntry>& entries, const QRectF& place,
    const LaneColours& colours)
{
    const QFontMetricsF metrics(painter.font());
    double x = place.right() - legendWidth(entries, metrics) + entryDistance;
    for (const LegendEntry& entry : entries) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        drawShape(painter, entry.shape, QPointF(x + 4, place.center().y()), 8, entry.colour);
        const double width = metrics.horizontalAdvance(entry.text);
        painter.setPen(colours.dimText);
        painter.drawText(QRectF(x + symbolWidth, place.top(), width + 2, place.height()),
            Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += symbolWidth + width + entryDistance;
    }
}

} // namespace

QFont smallFont(const QFont& font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(std::max(6.0, font.pointSizeF() * 0.88));
    else
        small.setPixelSize(std::max(8, font.pixelSize() * 7 / 8));
    return small;
}

void drawLaneHeader(QPainter& painter, const LaneHeader& header, const LaneColours& colours)
{
    const auto& [title, subtitle, unit, legend, row, area] = header;
    const QRectF line(area.left() + 6, row.top() + 2, area.width() - 8, area.top() - row.top() - 4);
    QFont bold = painter.font();
    const QFont plain = smallFont(bold);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    const double titleEnd = line.left() + QFontMetricsF(bold).horizontalAdvance(title) + entryDistance;

    painter.setFont(plain);
    const QFontMetricsF metrics(plain);
    auto entries = legend;
    // Too narrow for words: the symbols alone.
    if (titleEnd + legendWidth(entries, metrics) > line.right()) {
        for (LegendEntry& entry : entries)
            entry.text.clear();
    }
    const double room = line.right() - legendWidth(entries, metrics) - entryDistance - titleEnd;
    painter.setPen(colours.dimText);
    if (room > metrics.averageCharWidth() * 12) {
        painter.drawText(QRectF(titleEnd, line.top(), room, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(subtitle, Qt::ElideRight, room));
    }
    painter.drawText(QRectF(row.left(), line.top(), area.left() - row.left() - 6, line.height()),
        Qt::AlignRight | Qt::AlignTop, unit);
    drawLegend(painter, entries, line, colours);
}

void drawPlayhead(QPainter& painter, double x, double top, double bottom, const LaneColours& colours)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double left = std::round(x);
    painter.fillRect(QRectF(left, top, 1, bottom - top), colours.playhead);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.playhead);
    painter.drawPolygon(
        QPolygonF({QPointF(left - 5, top), QPointF(left + 6, top), QPointF(left + 0.5, top + 7)}));
}

void drawSelection(QPainter& painter, const QRectF& area, const LaneColours& colours)
{
    QColor fill = colours.selection;
    fill.setAlphaF(0.14F);
    painter.fillRect(area, fill);
    fill.setAlphaF(0.8F);
    painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), fill);
    painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), fill);
}

void drawLoop(QPainter& painter, double begin, double end, const QRectF& room, const LaneColours& colours)
{
    const double left = std::max(std::round(begin), room.left());
    const double right = std::min(std::round(end), room.right());
    if (left >= right)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(left, room.top(), right - left, 3), colours.playhead);
    painter.setPen(QPen(colours.playhead, 1, Qt::DotLine));
    for (const double x : {begin, end}) {
        if (x >= room.left() && x <= room.right())
            painter.drawLine(QLineF(std::round(x), room.top(), std::round(x), room.bottom()));
    }
}

void drawLaneMark(QPainter& painter, const QRectF& row, const LaneColours& colours)
{
    painter.fillRect(QRectF(row.left(), row.top() + 3, 3, row.height() - 6), colours.selection);
}

void drawDropLine(QPainter& painter, const QRectF& line, const LaneColours& colours)
{
    painter.fillRect(line, colours.selection);
}

void drawBrush(QPainter& painter, const QRectF& area, const LaneColours& colours)
{
    QColor fill = colours.selection;
    fill.setAlphaF(0.22F);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(colours.selection, 1));
    painter.setBrush(fill);
    QRectF box = area.adjusted(0.5, 0.5, -0.5, -0.5);
    box.setWidth(std::max(box.width(), 3.0));
    painter.drawRoundedRect(box, 2, 2);
}

void drawRing(QPainter& painter, QPointF centre, const LaneColours& colours)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.playhead, 1.6));
    painter.drawEllipse(centre, 6.5, 6.5);
}

} // namespace ui

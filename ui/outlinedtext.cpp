#include "ui/outlinedtext.h"

#include <QFontMetrics>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QPixmapCache>

namespace ui {

namespace {

constexpr int rim = 2; // pixels

void drawAnew(QPainter& painter, QPointF baseLine, const QString& text, const QColor& ink, QColor ground)
{
    QPainterPath outline;
    outline.addText(baseLine, painter.font(), text);
    ground.setAlphaF(0.85F);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.strokePath(outline, QPen(ground, 2 * rim, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(ink);
    painter.drawText(baseLine, text);
}

// A rim costs as much as a whole lane, and the words seldom change.
QPixmap stampOf(const QFont& font, double scale, const QString& text, const QColor& ink, const QColor& ground)
{
    const QString key = QStringLiteral("outlined %1 %2 %3 %4 %5")
                            .arg(font.key())
                            .arg(scale)
                            .arg(ink.name(QColor::HexArgb), ground.name(QColor::HexArgb), text);
    QPixmap stamp;
    if (QPixmapCache::find(key, &stamp))
        return stamp;
    const QFontMetrics metrics(font);
    const QSize size(metrics.horizontalAdvance(text) + 4 * rim, metrics.height() + 2 * rim);
    stamp = QPixmap((QSizeF(size) * scale).toSize());
    stamp.setDevicePixelRatio(scale);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setFont(font);
    drawAnew(painter, QPointF(rim, rim + metrics.ascent()), text, ink, ground);
    painter.end();
    QPixmapCache::insert(key, stamp);
    return stamp;
}

} // namespace

void drawOutlinedText(
    QPainter& painter, QPointF baseLine, const QString& text, const QColor& ink, const QColor& ground)
{
    // Pictures that are scaled later keep their shapes.
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        drawAnew(painter, baseLine, text, ink, ground);
        return;
    }
    const double scale = painter.device()->devicePixelRatio() * painter.transform().m11();
    const QPixmap stamp = stampOf(painter.font(), scale, text, ink, ground);
    const QPointF corner = baseLine - QPointF(rim, rim + QFontMetrics(painter.font()).ascent());
    painter.drawPixmap(corner.toPoint(), stamp);
}

} // namespace ui

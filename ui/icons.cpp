#include "ui/icons.h"

#include "ui/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

// All glyphs are drawn on a field of 16 × 16.
void drawSpeaker(QPainter& painter, const QColor& colour, bool isMuted)
{
    painter.drawPolygon(QPolygonF({{2, 6}, {5, 6}, {8.5, 2.8}, {8.5, 13.2}, {5, 10}, {2, 10}}));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap));
    if (isMuted) {
        painter.drawLine(QPointF(11, 6), QPointF(15, 10));
        painter.drawLine(QPointF(11, 10), QPointF(15, 6));
    } else {
        painter.drawArc(QRectF(7.5, 5.2, 5, 5.6), -50 * 16, 100 * 16);
        painter.drawArc(QRectF(6, 2.8, 9, 10.4), -50 * 16, 100 * 16);
    }
}

void drawLoop(QPainter& painter, const QColor& colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(3, 3, 10, 10), 150 * 16, -300 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({{0.8, 9.2}, {6, 9.6}, {2.6, 13.4}}));
}

void drawDice(QPainter& painter, const QColor& colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.3));
    painter.drawRoundedRect(QRectF(2.5, 2.5, 11, 11), 2, 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF& spot :
        {QPointF(5.4, 5.4), QPointF(10.6, 5.4), QPointF(8, 8), QPointF(5.4, 10.6), QPointF(10.6, 10.6)})
        painter.drawEllipse(spot, 1.1, 1.1);
}

void draw(QPainter& painter, Glyph glyph, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (glyph) {
    case Glyph::Play:
        painter.drawPolygon(QPolygonF({{4, 2.5}, {13.5, 8}, {4, 13.5}}));
        break;
    case Glyph::Pause:
        painter.drawRect(QRectF(4, 3, 3, 10));
        painter.drawRect(QRectF(9, 3, 3, 10));
        break;
    case Glyph::Stop:
        painter.drawRect(QRectF(3.5, 3.5, 9, 9));
        break;
    case Glyph::Rewind:
        painter.drawRect(QRectF(2.5, 3, 1.8, 10));
        painter.drawPolygon(QPolygonF({{13.5, 3}, {5, 8}, {13.5, 13}}));
        break;
    case Glyph::Loop:
        drawLoop(painter, colour);
        break;
    case Glyph::Speaker:
    case Glyph::Muted:
        drawSpeaker(painter, colour, glyph == Glyph::Muted);
        break;
    case Glyph::Dice:
        drawDice(painter, colour);
        break;
    }
}

class GlyphEngine : public QIconEngine {
public:
    GlyphEngine(Glyph glyph, const QColor& colour)
        : m_glyph(glyph)
        , m_colour(colour)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QColor own = m_colour.isValid() ? m_colour
            : state == QIcon::On              ? colours().accentText
                                              : colours().text;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        draw(*painter, m_glyph, mode == QIcon::Disabled ? colours().faintText : own);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }

    QIconEngine* clone() const override { return new GlyphEngine(m_glyph, m_colour); }

private:
    Glyph m_glyph;
    QColor m_colour;
};

} // namespace

QIcon icon(Glyph glyph) { return QIcon(new GlyphEngine(glyph, {})); }

QIcon icon(Glyph glyph, const QColor& colour) { return QIcon(new GlyphEngine(glyph, colour)); }

} // namespace ui

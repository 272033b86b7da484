#include "ui/tableheader.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPolygonF>

namespace ui {

namespace {

constexpr int margin = 11; // as the style sheet gives to names and values
constexpr int arrowWidth = 7;
constexpr int arrowSpace = 4; // between name and arrow

} // namespace

TableHeader::TableHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionsMovable(true);
    connect(this, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_isPressed)
            emit widthChosen(column, width);
    });
}

void TableHeader::mousePressEvent(QMouseEvent* event)
{
    m_isPressed = true;
    QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent* event)
{
    QHeaderView::mouseReleaseEvent(event);
    m_isPressed = false;
}

// The style's own arrow is two pixels high and takes room beside the name.
void TableHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    option->sortIndicator = QStyleOptionHeader::None;
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore(); // a style sheet leaves its clipping
    if (!isSortIndicatorShown() || logicalIndex != sortIndicatorSection() || model() == nullptr)
        return;
    const auto alignment = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    const QString name = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const double beside = margin + fontMetrics().horizontalAdvance(name) + arrowSpace + arrowWidth / 2.0;
    const bool isRight = (alignment & Qt::AlignRight) != 0;
    const QPointF centre(isRight ? rect.right() + 1 - beside : rect.left() + beside, rect.center().y() + 1);
    const double up = sortIndicatorOrder() == Qt::AscendingOrder ? -1 : 1; // the tip shows to the first row
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours().text);
    painter->drawPolygon(QPolygonF({centre + QPointF(-arrowWidth / 2.0, -2 * up),
        centre + QPointF(arrowWidth / 2.0, -2 * up), centre + QPointF(0, 2.5 * up)}));
    painter->restore();
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString name = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    return {fontMetrics().horizontalAdvance(name) + 2 * (margin + arrowSpace) + arrowWidth,
        QHeaderView::sectionSizeFromContents(logicalIndex).height()};
}

} // namespace ui

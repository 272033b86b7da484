#include "ui/flowlayout.h"

#include <algorithm>

namespace ui {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<FlowLayout::Line> FlowLayout::linesOf(int width) const
{
    QList<Line> lines;
    int used = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (lines.isEmpty() || used + spacing() + size.width() > width) {
            lines.append(Line());
            used = -spacing();
        }
        used += spacing() + size.width();
        lines.last().items.append(item);
        lines.last().height = std::max(lines.last().height, size.height());
    }
    return lines;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = margins.top() + margins.bottom() - spacing();
    for (const Line& line : linesOf(width - margins.left() - margins.right()))
        height += line.height + spacing();
    return std::max(height, 0);
}

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    int width = 0;
    for (const QLayoutItem* item : m_items)
        width += item->isEmpty() ? 0 : item->sizeHint().width() + spacing();
    width += margins.left() + margins.right();
    return {width, heightForWidth(width)};
}

QSize FlowLayout::minimumSize() const
{
    const QMargins margins = contentsMargins();
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    return size.grownBy(margins);
}

void FlowLayout::setGeometry(const QRect& rectangle)
{
    QLayout::setGeometry(rectangle);
    QRect where = rectangle.marginsRemoved(contentsMargins());
    const QList<Line> lines = linesOf(where.width());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        where.setHeight(lines[i].height);
        place(lines[i], where, i + 1 == lines.size());
        where.moveTop(where.bottom() + 1 + spacing());
    }
}

void FlowLayout::place(const Line& line, const QRect& where, bool isLast) const
{
    int left = where.left();
    for (QLayoutItem* item : line.items) {
        const bool takesRest = isLast && item == line.items.last();
        const int width = std::min(item->sizeHint().width(), where.width());
        item->setGeometry(
            QRect(left, where.top(), takesRest ? where.right() + 1 - left : width, where.height()));
        left += width + spacing();
    }
}

} // namespace ui

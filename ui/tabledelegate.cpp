#include "ui/tabledelegate.h"

#include "ui/gapmodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <algorithm>

namespace ui {

namespace {

constexpr int margin = 8; // as in the style sheet
constexpr int barWidth = 80;
constexpr double fullBarDb = 20;

QFont numberFont(const QFont& like)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(like.pointSizeF());
    return font;
}

} // namespace

void TableDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if ((option->displayAlignment & Qt::AlignRight) != 0)
        option->font = numberFont(option->font);
    const QVariant foreground = index.data(Qt::ForegroundRole);
    if (foreground.isValid()) {
        const bool isSelected = (option->state & QStyle::State_Selected) != 0;
        const QColor background = isSelected ? colours().selection : colours().window;
        const QColor colour = readable(foreground.value<QColor>(), background);
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
    option->state &= ~QStyle::State_HasFocus;
}

void DamageDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const QVariant damage = index.data(GapModel::damageRole);
    QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    painter->save();
    if (damage.isValid()) {
        const double share = std::clamp(damage.toDouble() / fullBarDb, 0.0, 1.0);
        QRect bar = inner.adjusted(0, inner.height() / 4, 0, -inner.height() / 4);
        bar.setWidth(std::max(2, qRound(barWidth * share)));
        painter->fillRect(bar, colours().isDark ? colours().text : colours().faintText);
        inner.setLeft(bar.right() + 6);
    }
    painter->setFont(cell.font);
    painter->setPen(damage.isValid() ? colours().text : colours().faintText);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

QSize DamageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int widest = option.fontMetrics.horizontalAdvance(QStringLiteral("20.0 dB "));
    return {2 * margin + barWidth + 6 + widest, TableDelegate::sizeHint(option, index).height()};
}

} // namespace ui

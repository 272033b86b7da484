#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace ui {

// Cells of tables: what stands right is a number and gets digits of one width; colours of cells stay in
// selected rows; no frame around the current cell, the row is what counts.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

// A bar and the number behind it: how audible a gap is (GapModel::damageRole).
class DamageDelegate : public TableDelegate {
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace ui

#pragma once

#include <QHeaderView>

namespace ui {

// The names of a table's columns, above the edge of their values, and beside the one that rows are sorted by
// an arrow as large as the letters.
class TableHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit TableHeader(QWidget* parent = nullptr);

signals:
    void widthChosen(int column, int width); // by the user, with the mouse

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    bool m_isPressed = false;
};

} // namespace ui

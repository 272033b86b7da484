#pragma once

#include <QLayout>
#include <QList>

namespace ui {

// Widgets side by side in as many lines as the width makes necessary, as words are. The last one takes what
// is left of its line.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rectangle) override;

private:
    struct Line {
        QList<QLayoutItem*> items;
        int height = 0;
    };
    [[nodiscard]] QList<Line> linesOf(int width) const;
    void place(const Line& line, const QRect& where, bool isLast) const;

    QList<QLayoutItem*> m_items; // owned
};

} // namespace ui

#pragma once

#include <QScrollArea>

namespace ui {

// Panels one below the other, scrolled up and down only. It is at least as wide as they need: longer words or
// values make it wider, but nothing makes it narrower again, so that what stands beside it does not jump.
class Column : public QScrollArea {
    Q_OBJECT

public:
    Column(std::initializer_list<QWidget*> panels, int width, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void widen();
};

} // namespace ui

#pragma once

#include "ui/parametertext.h"

#include <QSlider>

namespace ui {

// A slider over a range of real numbers with a scale. Keys and wheel go in steps of the second significant
// digit (times 10 with Ctrl); the wheel only once the slider has the focus, so that scrolling past changes
// nothing.
class ValueSlider : public QSlider {
    Q_OBJECT

public:
    ValueSlider(Scale scale, double minimum, double maximum, QWidget* parent = nullptr);

    [[nodiscard]] double value() const; // rounded to two or three significant digits
    void setValue(double value); // emits nothing

signals:
    void edited(double value);
    void stepped(int steps);
    void resetRequested();
    void dragStarted();
    void dragResumed(); // a double click, whose first click was a drag of its own; ends like any drag
    void dragEnded();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    Scale m_scale;
    double m_minimum;
    double m_maximum;
    int m_wheelRest = 0;
};

// The value that many fine steps away: a step changes the second significant digit of what is shown.
[[nodiscard]] double stepped(double value, int steps, Unit unit, bool isInteger);

} // namespace ui

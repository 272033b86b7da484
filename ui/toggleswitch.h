#pragma once

#include <QAbstractButton>

namespace ui {

// An on/off switch: a knob in a pill.
class ToggleSwitch : public QAbstractButton {
    Q_OBJECT

public:
    explicit ToggleSwitch(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {34, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ui

#pragma once

#include <QCheckBox>

namespace ui {

// A check box with a drawn tick, so that not only a colour tells that it is checked.
class CheckBox : public QCheckBox {
    Q_OBJECT

public:
    using QCheckBox::QCheckBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ui

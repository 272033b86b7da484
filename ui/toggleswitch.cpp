#include "ui/toggleswitch.h"

#include "ui/theme.h"

#include <QPainter>

namespace ui {

ToggleSwitch::ToggleSwitch(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(colours().handle, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? colours().accent : colours().groove);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const double knob = pill.height() - 4;
    const double x = isChecked() ? pill.right() - knob - 2 : pill.left() + 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? colours().accentText : colours().faintText);
    painter.drawEllipse(QRectF(x, pill.top() + 2, knob, knob));
}

} // namespace ui

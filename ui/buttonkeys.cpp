#include "ui/buttonkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace ui {

namespace {

bool isEnter(const QKeyEvent& event)
{
    const bool isKey = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return isKey && (event.modifiers() & ~Qt::KeypadModifier) == 0;
}

void press(QAbstractButton& button)
{
    auto* tool = qobject_cast<QToolButton*>(&button);
    auto* push = qobject_cast<QPushButton*>(&button);
    if (tool != nullptr && tool->menu() != nullptr && tool->popupMode() == QToolButton::InstantPopup)
        tool->showMenu();
    else if (push != nullptr && push->menu() != nullptr)
        push->showMenu();
    else
        button.click();
}

} // namespace

ButtonKeys::ButtonKeys(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ButtonKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !isEnter(*static_cast<QKeyEvent*>(event)))
        return false;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (button == nullptr || !button->isEnabled())
        return false;
    if (!static_cast<QKeyEvent*>(event)->isAutoRepeat())
        press(*button);
    return true;
}

} // namespace ui

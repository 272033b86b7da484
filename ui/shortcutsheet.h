#pragma once

#include <QDialog>

class QAction;

namespace ui {

// A list of all keys, made of the actions themselves, and of what the mouse does.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const QList<QAction*>& actions, QWidget* parent);
};

} // namespace ui

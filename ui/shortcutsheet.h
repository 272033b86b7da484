#pragma once

#include <QDialog>

class QMenuBar;

namespace ui {

// All keys by the menus that their commands stand in, and what the mouse does. On a small screen it is
// scrolled.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const QMenuBar& bar, QWidget* parent);
};

} // namespace ui

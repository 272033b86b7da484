#pragma once

#include "ui/presetdialogs.h"

#include <QPointer>

namespace ui {

class Commands;
class MainWindow;
class NetworkPanel;

// The presets of the window: their menus, and the dialogs to save, rename and delete one's own. Turns what is
// chosen into requests of the window. GUI thread only.
class PresetChoice : public QObject {
    Q_OBJECT

public:
    PresetChoice(MainWindow& window, const Commands& commands, NetworkPanel& panel);

    void setNames(const PresetNames& names);

private:
    void askName();
    void showOwn();

    MainWindow& m_window;
    const Commands& m_commands;
    NetworkPanel& m_panel;
    PresetNames m_names;
    QPointer<OwnPresetsDialog> m_own; // while it is open
};

} // namespace ui

#pragma once

#include "app/userpresets.h"
#include "ui/mainwindow.h"

#include <QObject>

namespace app {

// The presets of the window: shows those of the program and the user's own, applies them, saves, renames and
// deletes the latter. GUI thread only.
class WindowPresets : public QObject {
    Q_OBJECT

public:
    explicit WindowPresets(ui::MainWindow& window);

    // Reads the user's presets anew. What can't be read is told.
    void show();
    // Names the preset that the scenario on view comes from, if it is one.
    void showName();

private:
    void apply(const QString& name);
    void save(const QString& name);
    void tell(const UserPresets::Done& done);

    ui::MainWindow& m_window;
    UserPresets m_own;
    UserPresets::Found m_found; // as shown
};

} // namespace app

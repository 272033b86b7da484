#pragma once

#include <QList>
#include <QObject>

class QMainWindow;
class QWidget;

namespace ui {

class BlindPage;
class Commands;

// Takes everything out of the window that would tell what is heard, and puts it back: lanes, panels, tables,
// tool bar, title, menus and all keys but those to play and to quit.
class BlindMode : public QObject {
    Q_OBJECT

public:
    // betraying: what is hidden while the page is shown. All have to outlive this.
    BlindMode(QMainWindow& window, Commands& commands, BlindPage& page, QList<QWidget*> betraying);

    [[nodiscard]] bool isOn() const { return m_isOn; }
    void set(bool isOn);

private:
    QMainWindow& m_window;
    Commands& m_commands;
    BlindPage& m_page;
    QList<QWidget*> m_betraying;
    QString m_title;
    bool m_isOn = false;
};

} // namespace ui

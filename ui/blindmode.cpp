#include "ui/blindmode.h"

#include "ui/blindpage.h"
#include "ui/commands.h"

#include <QMainWindow>
#include <QMenuBar>
#include <utility>

namespace ui {

BlindMode::BlindMode(QMainWindow& window, Commands& commands, BlindPage& page, QList<QWidget*> betraying)
    : QObject(&window)
    , m_window(window)
    , m_commands(commands)
    , m_page(page)
    , m_betraying(std::move(betraying))
{
    m_page.hide();
}

void BlindMode::set(bool isOn)
{
    if (isOn == std::exchange(m_isOn, isOn))
        return;
    for (QWidget* widget : m_betraying)
        widget->setVisible(!isOn);
    m_page.setVisible(isOn);
    m_window.menuBar()->setEnabled(!isOn);
    m_window.setAcceptDrops(!isOn);
    m_commands.setBlind(isOn);
    if (isOn)
        m_title = m_window.windowTitle();
    m_window.setWindowTitle(isOn ? tr("Blind test – JitterScope") : m_title);
}

} // namespace ui

#pragma once

#include <QMenu>
#include <QStringList>
#include <functional>

class QMainWindow;
class QToolButton;

namespace test {

// The entry of a menu by its text without the underlined letter; nullptr: there is none.
[[nodiscard]] QAction* entryOf(const QMenu& menu, const QString& text);
// Opens a menu of the menu bar and those below it, by mouse and arrow key. Returns the last one, which is
// open.
[[nodiscard]] QMenu* openMenu(QMainWindow& window, const QStringList& titles);
// Clicks on an entry of an open menu.
void choose(QMenu& menu, const QString& text);
// Clicks on a button that opens a menu and waits for it to be closed, which `answer` has to see to.
void clickMenuButton(QToolButton& button, const std::function<void(QMenu&)>& answer);

} // namespace test

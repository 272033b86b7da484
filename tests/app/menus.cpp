#include "tests/app/menus.h"

#include "tests/app/windowstage.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QTimer>
#include <QToolButton>

namespace test {

namespace {

QAction* named(const QList<QAction*>& actions, const QString& text)
{
    for (QAction* action : actions) {
        if (action->text().remove(QLatin1Char('&')) == text)
            return action;
    }
    return nullptr;
}

} // namespace

QAction* entryOf(const QMenu& menu, const QString& text) { return named(menu.actions(), text); }

QMenu* openMenu(QMainWindow& window, const QStringList& titles)
{
    QMenuBar& bar = *window.menuBar();
    QAction* action = named(bar.actions(), titles.first());
    if (action == nullptr)
        return nullptr;
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.actionGeometry(action).center());
    QMenu* menu = action->menu();
    for (const QString& title : titles.mid(1)) {
        action = entryOf(*menu, title);
        if (action == nullptr || !QTest::qWaitForWindowExposed(menu))
            return nullptr;
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Right);
        menu = action->menu();
    }
    return QTest::qWaitForWindowExposed(menu) ? menu : nullptr;
}

void choose(QMenu& menu, const QString& text)
{
    QAction* action = entryOf(menu, text);
    QVERIFY2(action != nullptr && action->isEnabled(), qPrintable(text));
    QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
}

void clickMenuButton(QToolButton& button, const std::function<void(QMenu&)>& answer)
{
    QTimer::singleShot(0, &button, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        answer(*menu);
        menu->close();
    });
    QTest::mouseClick(&button, Qt::LeftButton);
}

} // namespace test

#include "ui/shortcutsheet.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

namespace {

QString keysText(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(",  "));
}

QString plain(QString text) { return text.remove(QLatin1Char('&')); }

// Also those in the menus within it.
QList<QAction*> actionsWithKeys(const QMenu& menu)
{
    QList<QAction*> found;
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr)
            found += actionsWithKeys(*action->menu());
        else if (!action->shortcut().isEmpty())
            found.append(action);
    }
    return found;
}

void addMenu(QGridLayout& grid, const QString& title, const QList<QAction*>& actions)
{
    int row = grid.rowCount();
    auto* heading = new QLabel(title);
    heading->setObjectName(QStringLiteral("faint"));
    grid.addWidget(heading, row++, 0, 1, 2);
    for (const QAction* action : actions) {
        auto* keys = new QLabel(keysText(*action));
        keys->setObjectName(QStringLiteral("heading"));
        grid.addWidget(keys, row, 0);
        grid.addWidget(new QLabel(plain(action->text())), row++, 1);
    }
    grid.setRowMinimumHeight(row, 6);
}

// Two columns about as long as each other.
QWidget* listOf(const QMenuBar& bar)
{
    qsizetype all = 0;
    for (const QAction* top : bar.actions())
        all += actionsWithKeys(*top->menu()).size();
    auto* list = new QWidget;
    auto* columns = new QHBoxLayout(list);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(36);
    QGridLayout* grid = nullptr;
    qsizetype before = 0;
    for (const QAction* top : bar.actions()) {
        const QList<QAction*> actions = actionsWithKeys(*top->menu());
        const bool isSecondHalf = before + actions.size() / 2 > all / 2;
        if (grid == nullptr || (isSecondHalf && columns->count() == 1)) {
            grid = new QGridLayout;
            grid->setHorizontalSpacing(18);
            grid->setVerticalSpacing(3);
            columns->addLayout(grid);
            columns->setAlignment(grid, Qt::AlignTop);
        }
        if (!actions.isEmpty())
            addMenu(*grid, plain(top->text()), actions);
        before += actions.size();
    }
    return list;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QMenuBar& bar, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* list = listOf(bar);
    auto* scrolled = new QScrollArea;
    scrolled->setObjectName(QStringLiteral("column"));
    scrolled->setAccessibleName(tr("Keys"));
    list->setObjectName(QStringLiteral("columnContent"));
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidget(list);
    scrolled->setWidgetResizable(true);
    auto* mouse = new QLabel(
        tr("Mouse: wheel zooms at the pointer, drag pans, Shift+drag selects, a click seeks, "
           "a double-click shows all.\nA double-click on a value sets its default.\nIn the "
           "timeline Up and Down choose a lane and Esc forgets the selection. Enter in the table "
           "of gaps goes to the gap.\nOn the trade-off the arrows move a cursor and Enter sets the playout "
           "delay to it."));
    mouse->setObjectName(QStringLiteral("faint"));
    auto* close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 14);
    layout->setSpacing(14);
    layout->addWidget(scrolled, 1);
    layout->addWidget(mouse);
    layout->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
    ensurePolished();
    const QSize rest(40 + scrolled->verticalScrollBar()->sizeHint().width(),
        60 + mouse->sizeHint().height() + close->sizeHint().height());
    constexpr QSize frame(20, 60); // what a window manager puts around it, about
    resize((list->sizeHint() + rest).boundedTo(screen()->availableSize() - frame));
}

} // namespace ui

#include "ui/shortcutsheet.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
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

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(4);
    const auto half = static_cast<int>((actions.size() + 1) / 2);
    int i = 0;
    for (const QAction* action : actions) {
        const int column = i < half ? 0 : 3;
        auto* keys = new QLabel(keysText(*action));
        keys->setObjectName(QStringLiteral("heading"));
        auto* what = new QLabel(action->text().remove(QLatin1Char('&')));
        grid->addWidget(keys, i % half, column);
        grid->addWidget(what, i % half, column + 1);
        ++i;
    }
    grid->setColumnMinimumWidth(2, 20);
    auto* mouse =
        new QLabel(tr("Mouse: wheel zooms at the pointer, drag pans, Shift+drag selects, a click seeks, "
                      "a double-click shows all.\nA double-click on a value sets its default.\nIn the "
                      "timeline Up and Down choose a lane and Esc forgets the selection. Enter in the table "
                      "of gaps goes to the gap."));
    mouse->setObjectName(QStringLiteral("faint"));
    auto* close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 14);
    layout->setSpacing(14);
    layout->addLayout(grid);
    layout->addWidget(mouse);
    layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace ui

#include "ui/presetchoice.h"

#include "ui/commands.h"
#include "ui/mainwindow.h"
#include "ui/networkpanel.h"

#include <QAction>
#include <QMenu>

namespace ui {

PresetChoice::PresetChoice(MainWindow& window, const Commands& commands, NetworkPanel& panel)
    : QObject(&window)
    , m_window(window)
    , m_commands(commands)
    , m_panel(panel)
{
    panel.setPresetMenu(commands.presetMenu());
    connect(commands.action(Command::SavePreset), &QAction::triggered, this, &PresetChoice::askName);
    connect(commands.action(Command::OwnPresets), &QAction::triggered, this, &PresetChoice::showOwn);
    setNames({});
}

void PresetChoice::setNames(const PresetNames& names)
{
    m_names = names;
    QMenu& menu = *m_commands.presetMenu();
    menu.clear();
    const auto add = [this, &menu](const QStringList& entries) {
        for (const QString& entry : entries)
            menu.addAction(QString(entry).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                [this, entry] { emit m_window.presetRequested(entry); });
        menu.addSeparator();
    };
    add(names.builtIn);
    add(names.own);
    menu.addActions({m_commands.action(Command::SavePreset), m_commands.action(Command::OwnPresets)});
    m_commands.action(Command::OwnPresets)->setEnabled(!names.own.isEmpty());
    if (m_own)
        m_own->showNames(names);
}

void PresetChoice::askName()
{
    auto* dialog = new SavePresetDialog(m_names, &m_window);
    connect(dialog, &SavePresetDialog::nameChosen, &m_window, &MainWindow::presetSaveRequested);
    dialog->open();
}

void PresetChoice::showOwn()
{
    m_own = new OwnPresetsDialog(&m_window);
    connect(m_own, &OwnPresetsDialog::renameRequested, &m_window, &MainWindow::presetRenameRequested);
    connect(m_own, &OwnPresetsDialog::removeRequested, &m_window, &MainWindow::presetRemoveRequested);
    m_own->showNames(m_names);
    m_own->open();
}

} // namespace ui

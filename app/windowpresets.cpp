#include "app/windowpresets.h"

namespace app {

namespace {

QStringList namesOf(const QList<Preset>& presets)
{
    QStringList names;
    for (const Preset& preset : presets)
        names.append(preset.name);
    return names;
}

} // namespace

WindowPresets::WindowPresets(ui::MainWindow& window)
    : m_window(window)
{
    connect(&window, &ui::MainWindow::presetRequested, this, &WindowPresets::apply);
    connect(&window, &ui::MainWindow::presetSaveRequested, this, &WindowPresets::save);
    connect(&window, &ui::MainWindow::presetRenameRequested, this,
        [this](const QString& name, const QString& newName) { tell(m_own.rename(name, newName)); });
    connect(&window, &ui::MainWindow::presetRemoveRequested, this,
        [this](const QString& name) { tell(m_own.remove(name)); });
}

void WindowPresets::show()
{
    m_found = m_own.read();
    m_window.setPresets(namesOf(presets()), namesOf(m_found.presets));
    if (!m_found.problems.isEmpty())
        m_window.showProblem(ui::Topic::Presets, m_found.problems.join(QLatin1Char('\n')));
    else
        m_window.endProblem(ui::Topic::Presets);
}

void WindowPresets::showName()
{
    for (const Preset& preset : presets() + m_found.presets) {
        core::Scenario scenario = preset.scenario;
        scenario.seed = m_window.scenario().seed; // another draw of the same network
        if (scenario == m_window.scenario()) {
            m_window.setPresetName(preset.name); // that comes with the program, if there are two
            return;
        }
    }
}

void WindowPresets::apply(const QString& name)
{
    const std::optional<Preset> preset = presetNamed(name, m_own);
    if (!preset) {
        tell(tl::unexpected(tr("There is no preset “%1” any more.").arg(name)));
        return;
    }
    if (m_found.problems.isEmpty())
        m_window.endProblem(ui::Topic::Presets);
    core::Scenario scenario = preset->scenario;
    if (scenario.seed == core::Scenario().seed) // it asks for none: the draws stay those that were looked at
        scenario.seed = m_window.scenario().seed;
    m_window.applyScenario(scenario, tr("Preset %1").arg(preset->name));
    m_window.setPresetName(preset->name);
}

void WindowPresets::save(const QString& name)
{
    const UserPresets::Done saved = m_own.save(name, m_window.scenario());
    tell(saved);
    if (saved)
        m_window.setPresetName(name);
}

void WindowPresets::tell(const UserPresets::Done& done)
{
    show();
    if (!done)
        m_window.showProblem(ui::Topic::Presets, done.error());
}

} // namespace app

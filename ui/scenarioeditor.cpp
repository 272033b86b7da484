#include "ui/scenarioeditor.h"

#include "ui/parametertext.h"

#include <algorithm>
#include <cmath>

namespace ui {

class ScenarioCommand : public QUndoCommand {
public:
    ScenarioCommand(ScenarioEditor& editor, ScenarioEditor::Change change, quint64 gesture)
        : m_editor(editor)
        , m_before(editor.scenario())
        , m_change(std::move(change))
        , m_gesture(gesture)
    {
        nameIt();
    }

    int id() const override { return m_change.key.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand* later) override
    {
        const auto* other = static_cast<const ScenarioCommand*>(later);
        if (other->m_gesture != m_gesture || other->m_change.key != m_change.key)
            return false;
        m_change.scenario = other->m_change.scenario;
        m_change.after = other->m_change.after;
        setObsolete(m_change.scenario == m_before);
        nameIt();
        return true;
    }

    void undo() override { m_editor.show(m_before); }
    void redo() override { m_editor.show(m_change.scenario); }

private:
    void nameIt()
    {
        setText(m_change.after.isEmpty() ? m_change.name
                                         : ScenarioEditor::tr("%1 %2 → %3", "loss rate, from, to")
                                               .arg(m_change.name, m_change.before, m_change.after));
    }

    ScenarioEditor& m_editor;
    core::Scenario m_before;
    ScenarioEditor::Change m_change;
    quint64 m_gesture = 0;
};

namespace {

// A burst below what the loss rate makes possible follows the rate.
core::Scenario consistent(core::Scenario scenario)
{
    auto& loss = scenario.network.loss;
    if (loss.model != core::LossModel::GilbertElliott)
        return scenario;
    constexpr double highestRate = 0.999; // above it the mean burst leaves its range
    if (loss.rate < 1)
        loss.rate = std::min(loss.rate, highestRate);
    loss.burst = std::max(loss.burst, core::smallestBurst(loss.rate));
    return scenario;
}

} // namespace

ScenarioEditor::ScenarioEditor(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(800);
    connect(&m_pause, &QTimer::timeout, this, [this] { ++m_gesture; });
}

void ScenarioEditor::setNumber(const core::Parameter& parameter, double value)
{
    value = std::clamp(value, parameter.minimum, parameter.maximum);
    if (parameter.isInteger)
        value = std::round(value);
    const ParameterText& text = parameterText(parameter.path);
    Change change{m_scenario, translated(text.name), valueText(text.unit, parameter.get(m_scenario)), {},
        QString::fromUtf8(parameter.path.data(), static_cast<qsizetype>(parameter.path.size()))};
    parameter.set(change.scenario, value);
    change.scenario = consistent(change.scenario);
    change.after = valueText(text.unit, parameter.get(change.scenario));
    push(std::move(change));
}

void ScenarioEditor::setChoice(const ChoiceText& choice, int option)
{
    const auto label = [&choice](int i) { return translated(choice.options[static_cast<size_t>(i)].label); };
    Change change{m_scenario, translated(choice.name), label(choice.get(m_scenario)), label(option),
        QString::fromUtf8(choice.path.data(), static_cast<qsizetype>(choice.path.size()))};
    choice.set(change.scenario, option);
    change.scenario = consistent(change.scenario);
    push(std::move(change));
}

void ScenarioEditor::setKeepOrder(bool keepsOrder)
{
    const auto label = [](bool isOn) { return isOn ? tr("on") : tr("off"); };
    Change change{m_scenario, tr("Keep order"), label(!keepsOrder), label(keepsOrder), {}};
    change.scenario.network.jitter.keepOrder = keepsOrder;
    push(std::move(change));
}

void ScenarioEditor::setSeed(uint64_t seed)
{
    Change change{m_scenario, tr("Seed"), QString::number(m_scenario.seed), QString::number(seed), {}};
    change.scenario.seed = seed;
    push(std::move(change));
}

void ScenarioEditor::apply(const core::Scenario& scenario, const QString& undoName)
{
    push({scenario, undoName, {}, {}, {}});
}

void ScenarioEditor::replace(const core::Scenario& scenario)
{
    m_undoStack.clear();
    m_scenario = scenario;
    emit shown(m_scenario);
}

void ScenarioEditor::beginGesture()
{
    ++m_gesture;
    m_isDragging = true;
    m_pause.stop();
}

void ScenarioEditor::endGesture()
{
    ++m_gesture;
    m_isDragging = false;
}

void ScenarioEditor::push(Change change)
{
    if (change.scenario == m_scenario)
        return;
    m_undoStack.push(new ScenarioCommand(*this, std::move(change), m_gesture));
    if (!m_isDragging)
        m_pause.start();
}

void ScenarioEditor::show(const core::Scenario& scenario)
{
    m_scenario = scenario;
    emit shown(m_scenario);
    emit changed(m_scenario);
}

} // namespace ui

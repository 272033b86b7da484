#include "ui/scenarioeditor.h"

#include "ui/parametertext.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

class ScenarioCommand : public QUndoCommand {
public:
    ScenarioCommand(ScenarioEditor& editor, ScenarioEditor::Change change, quint64 gesture)
        : m_editor(editor)
        , m_slot(editor.kept().onView)
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

    void undo() override { m_editor.show(m_slot, m_before); }
    void redo() override { m_editor.show(m_slot, m_change.scenario); }

private:
    void nameIt()
    {
        QString name = m_change.after.isEmpty() ? m_change.name
                                                : ScenarioEditor::tr("%1 %2 → %3", "loss rate, from, to")
                                                      .arg(m_change.name, m_change.before, m_change.after);
        setText(name.replace(QLatin1Char('&'), QStringLiteral("&&"))); // as the menu wants it
    }

    ScenarioEditor& m_editor;
    Slot m_slot;
    core::Scenario m_before;
    ScenarioEditor::Change m_change;
    quint64 m_gesture = 0;
};

// Slots filled or emptied.
class KeepCommand : public QUndoCommand {
public:
    KeepCommand(ScenarioEditor& editor, const KeptScenarios::All& after, const QString& name)
        : QUndoCommand(name)
        , m_editor(editor)
        , m_before(editor.kept().all)
        , m_after(after)
        , m_onView(editor.kept().onView)
    {
    }

    void undo() override { m_editor.setAll(m_before, m_onView); }
    void redo() override { m_editor.setAll(m_after, m_onView); }

private:
    ScenarioEditor& m_editor;
    KeptScenarios::All m_before, m_after;
    Slot m_onView; // filled before and after
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
    Change change{scenario(), translated(text.name), valueText(text.unit, parameter.get(scenario())), {},
        QString::fromUtf8(parameter.path.data(), static_cast<qsizetype>(parameter.path.size()))};
    parameter.set(change.scenario, value);
    change.scenario = consistent(change.scenario);
    change.after = valueText(text.unit, parameter.get(change.scenario));
    push(std::move(change));
}

void ScenarioEditor::setChoice(const ChoiceText& choice, int option)
{
    const auto label = [&choice](int i) { return translated(choice.options[static_cast<size_t>(i)].label); };
    Change change{scenario(), translated(choice.name), label(choice.optionOf(scenario())), label(option),
        QString::fromUtf8(choice.path.data(), static_cast<qsizetype>(choice.path.size()))};
    choice.setIn(change.scenario, option);
    change.scenario = consistent(change.scenario);
    push(std::move(change));
}

void ScenarioEditor::setKeepOrder(bool keepsOrder)
{
    const auto label = [](bool isOn) { return isOn ? tr("on") : tr("off"); };
    Change change{scenario(), tr("Keep order"), label(!keepsOrder), label(keepsOrder), {}};
    change.scenario.network.jitter.keepOrder = keepsOrder;
    push(std::move(change));
}

void ScenarioEditor::setSeed(uint64_t seed)
{
    Change change{scenario(), tr("Seed"), QString::number(scenario().seed), QString::number(seed), {}};
    change.scenario.seed = seed;
    push(std::move(change));
}

void ScenarioEditor::apply(const core::Scenario& scenario, const QString& undoName)
{
    push({scenario, undoName, {}, {}, {}});
}

void ScenarioEditor::replace(const core::Scenario& scenario)
{
    KeptScenarios kept = m_kept;
    kept.at(kept.onView) = scenario;
    replaceAll(kept);
}

void ScenarioEditor::replaceAll(const KeptScenarios& kept)
{
    m_undoStack.clear();
    m_kept = kept;
    m_other = kept.onView;
    emit shown(scenario());
    emit keptChanged(m_kept);
}

void ScenarioEditor::view(Slot slot)
{
    if (slot == m_kept.onView)
        return;
    if (!m_kept.at(slot))
        keepAs(slot);
    ++m_gesture;
    putOnView(slot);
    emit shown(scenario());
    emit changed(scenario());
    emit keptChanged(m_kept);
}

void ScenarioEditor::viewOther()
{
    const std::vector<Slot> filled = m_kept.filled();
    const auto isOther = [this](Slot slot) { return slot != m_kept.onView; };
    if (m_kept.at(m_other) && isOther(m_other))
        view(m_other);
    else if (const auto first = std::ranges::find_if(filled, isOther); first != filled.end())
        view(*first);
}

void ScenarioEditor::keepAs(Slot slot)
{
    KeptScenarios::All all = m_kept.all;
    all.at(static_cast<size_t>(slot)) = scenario();
    pushKept(all, tr("Keep as %1").arg(slotName(slot)));
}

void ScenarioEditor::keepAsNext()
{
    const auto* const next =
        std::ranges::find_if(allSlots, [this](Slot slot) { return !m_kept.at(slot).has_value(); });
    if (next != allSlots.end())
        keepAs(*next);
}

void ScenarioEditor::forgetOthers()
{
    KeptScenarios::All all;
    all.at(static_cast<size_t>(m_kept.onView)) = scenario();
    pushKept(all, tr("Forget the other scenarios"));
}

void ScenarioEditor::pushKept(const KeptScenarios::All& all, const QString& name)
{
    if (all == m_kept.all)
        return;
    ++m_gesture;
    m_undoStack.push(new KeepCommand(*this, all, name));
}

void ScenarioEditor::beginGesture()
{
    m_drag = ++m_gesture;
    m_isDragging = true;
    m_pause.stop();
}

void ScenarioEditor::resumeGesture()
{
    if (m_gesture == m_drag + 1)
        m_gesture = m_drag;
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
    if (change.scenario == scenario())
        return;
    m_undoStack.push(new ScenarioCommand(*this, std::move(change), m_gesture));
    if (!m_isDragging)
        m_pause.start();
}

void ScenarioEditor::show(Slot slot, const core::Scenario& scenario)
{
    m_kept.at(slot) = scenario;
    putOnView(slot);
    emit shown(scenario);
    emit changed(scenario);
    emit keptChanged(m_kept);
}

// instead: is put on view if what was is empty now.
void ScenarioEditor::setAll(const KeptScenarios::All& all, Slot instead)
{
    const core::Scenario before = scenario();
    m_kept.all = all;
    if (!m_kept.at(m_kept.onView))
        putOnView(instead);
    if (scenario() != before) {
        emit shown(scenario());
        emit changed(scenario());
    }
    emit keptChanged(m_kept);
}

void ScenarioEditor::putOnView(Slot slot)
{
    if (slot != m_kept.onView)
        m_other = std::exchange(m_kept.onView, slot);
}

} // namespace ui

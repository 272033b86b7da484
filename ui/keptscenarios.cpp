#include "ui/keptscenarios.h"

#include "ui/parametertext.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString words(const char* text) { return QCoreApplication::translate("ui::kept", text); }

QString change(const QString& name, const QString& from, const QString& to)
{
    //: name of a value, what it was, what it is
    return words(QT_TRANSLATE_NOOP("ui::kept", "%1 %2 → %3")).arg(name, from, to);
}

bool hasEffect(std::string_view path, const core::Scenario& from, const core::Scenario& to)
{
    return reasonUnused(path, from).isEmpty() || reasonUnused(path, to).isEmpty();
}

void addChoices(QStringList& texts, const core::Scenario& from, const core::Scenario& to)
{
    for (const char* path :
        {"network.jitter.model", "network.loss.model", "buffer.strategy", "concealment.mode"}) {
        const ChoiceText& choice = choiceText(path);
        const auto label = [&](const core::Scenario& scenario) {
            return translated(choice.options[static_cast<size_t>(choice.optionOf(scenario))].label);
        };
        if (choice.optionOf(from) != choice.optionOf(to))
            texts.append(change(translated(choice.name), label(from), label(to)));
    }
}

void addNumbers(QStringList& texts, const core::Scenario& from, const core::Scenario& to)
{
    for (const core::Parameter& parameter : core::parameters()) {
        const double before = parameter.get(from);
        const double after = parameter.get(to);
        if (before == after || !hasEffect(parameter.path, from, to))
            continue;
        const ParameterText& text = parameterText(parameter.path);
        texts.append(
            change(translated(text.name), valueText(text.unit, before), valueText(text.unit, after)));
    }
}

} // namespace

QString slotName(Slot slot) { return {QChar(u'A' + static_cast<int>(slot))}; }

std::vector<Slot> KeptScenarios::filled() const
{
    std::vector<Slot> found;
    for (const Slot slot : allSlots) {
        if (at(slot))
            found.push_back(slot);
    }
    return found;
}

std::vector<core::Scenario> KeptScenarios::scenarios() const
{
    std::vector<core::Scenario> found;
    for (const Slot slot : filled())
        found.push_back(*at(slot));
    return found;
}

QStringList differenceTexts(const core::Scenario& from, const core::Scenario& to)
{
    QStringList texts;
    addChoices(texts, from, to);
    addNumbers(texts, from, to);
    const bool keepsOrder = to.network.jitter.keepOrder;
    if (from.network.jitter.keepOrder != keepsOrder) {
        const QString on = words(QT_TRANSLATE_NOOP("ui::kept", "on"));
        const QString off = words(QT_TRANSLATE_NOOP("ui::kept", "off"));
        texts.append(change(words(QT_TRANSLATE_NOOP("ui::kept", "Keep order")), keepsOrder ? off : on,
            keepsOrder ? on : off));
    }
    if (from.seed != to.seed)
        texts.append(change(words(QT_TRANSLATE_NOOP("ui::kept", "Seed")), QString::number(from.seed),
            QString::number(to.seed)));
    return texts;
}

} // namespace ui

#include "app/keptsettings.h"

#include "app/scenariofile.h"

#include <QSettings>

namespace app {

namespace {

const QString onViewKey = QStringLiteral("compare/onView");

QString keyOf(ui::Slot slot) { return QStringLiteral("compare/") + ui::slotName(slot); }

} // namespace

void saveKept(QSettings& settings, const ui::KeptScenarios& kept)
{
    settings.setValue(onViewKey, ui::slotName(kept.onView));
    for (const ui::Slot slot : ui::allSlots) {
        if (kept.at(slot))
            settings.setValue(keyOf(slot), written(*kept.at(slot)));
        else
            settings.remove(keyOf(slot));
    }
}

ui::KeptScenarios savedKept(const QSettings& settings, const core::Scenario& onView)
{
    ui::KeptScenarios kept;
    kept.all = {};
    const QString name = settings.value(onViewKey).toString();
    for (const ui::Slot slot : ui::allSlots) {
        if (ui::slotName(slot) == name)
            kept.onView = slot;
        if (const auto scenario = readScenario(settings.value(keyOf(slot)).toByteArray()))
            kept.at(slot) = *scenario;
    }
    kept.at(kept.onView) = onView;
    return kept;
}

} // namespace app

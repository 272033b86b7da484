#include "app/presets.h"

#include "app/scenariofile.h"

#include <QFile>
#include <QJsonDocument>
#include <array>

// The macro declares a function of the global namespace.
static void initializeResources() { Q_INIT_RESOURCE(presets); }

namespace app {

namespace {

constexpr std::array keys{
    "lan", "home-wifi", "busy-wifi", "4g-moving", "3g", "satellite", "tunnel", "conference-from-hotel"};

Preset readPreset(const QString& key)
{
    QFile file(QStringLiteral(":/presets/%1.json").arg(key));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const ScenarioResult<core::Scenario> scenario =
        readScenario(json.value(QLatin1String("scenario")).toObject());
    Q_ASSERT(scenario.has_value());
    return {key, json.value(QLatin1String("name")).toString(), scenario.value_or(core::Scenario())};
}

} // namespace

const QList<Preset>& presets()
{
    static const QList<Preset> all = [] {
        initializeResources();
        QList<Preset> list;
        for (const char* key : keys)
            list.append(readPreset(QString::fromLatin1(key)));
        return list;
    }();
    return all;
}

const Preset* findPreset(const QString& keyOrName)
{
    for (const Preset& preset : presets()) {
        if (preset.key == keyOrName || preset.name == keyOrName)
            return &preset;
    }
    return nullptr;
}

} // namespace app

#include "app/presets.h"

#include "app/scenariofile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <array>

// The macro declares a function of the global namespace.
static void initializeResources() { Q_INIT_RESOURCE(presets); }

namespace app {

namespace {

struct PresetText {
    const char* key;
    const char* name; // as the file has it too
};

constexpr std::array texts{
    PresetText{"lan", QT_TRANSLATE_NOOP("app::presets", "LAN")},
    PresetText{"home-wifi", QT_TRANSLATE_NOOP("app::presets", "Home Wi-Fi")},
    PresetText{"busy-wifi", QT_TRANSLATE_NOOP("app::presets", "Busy Wi-Fi")},
    PresetText{"4g-moving", QT_TRANSLATE_NOOP("app::presets", "4G moving")},
    PresetText{"3g", QT_TRANSLATE_NOOP("app::presets", "3G")},
    PresetText{"satellite", QT_TRANSLATE_NOOP("app::presets", "Satellite")},
    PresetText{"tunnel", QT_TRANSLATE_NOOP("app::presets", "Tunnel")},
    PresetText{"conference-from-hotel", QT_TRANSLATE_NOOP("app::presets", "Conference from hotel")},
};

Preset readPreset(const PresetText& text)
{
    const QString key = QString::fromLatin1(text.key);
    QFile file(QStringLiteral(":/presets/%1.json").arg(key));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const ScenarioResult<core::Scenario> scenario =
        readScenario(json.value(QLatin1String("scenario")).toObject());
    Q_ASSERT(scenario.has_value());
    Q_ASSERT(json.value(QLatin1String("name")) == QLatin1String(text.name));
    return {key, {}, scenario.value_or(core::Scenario())};
}

} // namespace

QList<Preset> presets()
{
    static const QList<Preset> read = [] {
        initializeResources();
        QList<Preset> list;
        for (const PresetText& text : texts)
            list.append(readPreset(text));
        return list;
    }();
    // The command line asks for one before the language of the window is known.
    QList<Preset> named = read;
    for (size_t i = 0; i < texts.size(); ++i)
        named[static_cast<qsizetype>(i)].name = QCoreApplication::translate("app::presets", texts.at(i).name);
    return named;
}

std::optional<Preset> findPreset(const QString& keyOrName)
{
    for (const Preset& preset : presets()) {
        if (preset.key == keyOrName || preset.name == keyOrName)
            return preset;
    }
    return std::nullopt;
}

} // namespace app

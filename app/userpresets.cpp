#include "app/userpresets.h"

#include "app/errortext.h"
#include "app/scenariofile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <algorithm>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::UserPresets)
};

const QString nameKey = QStringLiteral("name");
const QString scenarioKey = QStringLiteral("scenario");
constexpr qint64 mostBytes = 1 << 20; // far more than any scenario needs
constexpr qsizetype longestFileName = 200;

template <typename T> using Read = tl::expected<T, QString>;

bool isSameName(const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

// Nothing in a name can leave the folder or hide the file.
QString fileNameOf(const QString& name)
{
    QByteArray encoded = QUrl::toPercentEncoding(name, " ");
    if (encoded.startsWith('.'))
        encoded.replace(0, 1, "%2E");
    return QString::fromLatin1(encoded) + QStringLiteral(".json");
}

UserPresets::Done checked(const QString& name)
{
    if (name.isEmpty() || name != singleLine(name).trimmed())
        return tl::unexpected(Words::tr("A preset needs a name of one line."));
    if (fileNameOf(name).size() > longestFileName)
        return tl::unexpected(Words::tr("The name “%1” is too long.").arg(name));
    const bool isTaken = std::ranges::any_of(presets(), [&name](const Preset& preset) {
        return isSameName(preset.name, name) || isSameName(preset.key, name);
    });
    if (isTaken)
        return tl::unexpected(
            Words::tr("“%1” is the name of a preset that comes with the program.").arg(name));
    return {};
}

Read<Preset> presetOf(const QJsonObject& json)
{
    for (const QString& key : json.keys()) {
        if (key != nameKey && key != scenarioKey)
            return tl::unexpected(Words::tr("“%1” is not known in a preset").arg(key));
    }
    const QString name = json.value(nameKey).toString();
    if (name.isEmpty())
        return tl::unexpected(Words::tr("it has no name"));
    if (const UserPresets::Done valid = checked(name); !valid)
        return tl::unexpected(valid.error());
    if (!json.value(scenarioKey).isObject())
        return tl::unexpected(Words::tr("it has no scenario"));
    const auto scenario = readScenario(json.value(scenarioKey).toObject());
    if (!scenario)
        return tl::unexpected(scenario.error().text);
    return Preset{name, name, *scenario};
}

Read<Preset> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(file.errorString());
    if (file.size() > mostBytes)
        return tl::unexpected(Words::tr("it is too large for a preset"));
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &error);
    if (!json.isObject())
        return tl::unexpected(Words::tr("it is no JSON object: byte %1").arg(error.offset));
    return presetOf(json.object());
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

UserPresets::UserPresets()
    : UserPresets(
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/presets"))
{
}

UserPresets::UserPresets(QString folder)
    : m_folder(std::move(folder))
{
}

UserPresets::Found UserPresets::read() const
{
    Found found;
    for (const QString& file : filesIn(m_folder)) {
        Read<Preset> preset = readFile(QDir(m_folder).filePath(file));
        const auto isTaken = [&preset](const Preset& other) { return isSameName(other.name, preset->name); };
        if (preset && std::ranges::any_of(found.presets, isTaken))
            preset = tl::unexpected(Words::tr("another file has the name “%1” already").arg(preset->name));
        if (preset)
            found.presets.append(*preset);
        else
            found.problems.append(
                singleLine(Words::tr("The preset file %1 is left out: %2").arg(file, preset.error())));
    }
    std::ranges::sort(found.presets,
        [](const Preset& a, const Preset& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return found;
}

QString UserPresets::pathOf(const QString& name) const
{
    for (const QString& file : filesIn(m_folder)) {
        QString path = QDir(m_folder).filePath(file);
        if (const Read<Preset> preset = readFile(path); preset && isSameName(preset->name, name))
            return path;
    }
    return {};
}

UserPresets::Done UserPresets::save(const QString& name, const core::Scenario& scenario) const
{
    if (Done valid = checked(name); !valid)
        return valid;
    const QString before = pathOf(name);
    const QString path = QDir(m_folder).filePath(fileNameOf(name));
    if (!QDir().mkpath(m_folder))
        return tl::unexpected(Words::tr("%1: the folder can't be made").arg(m_folder));
    const QJsonObject json{{nameKey, name}, {scenarioKey, toJson(scenario)}};
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(json).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return tl::unexpected(Words::tr("%1: %2").arg(path, file.errorString()));
    if (!before.isEmpty() && before != path)
        QFile::remove(before); // the same name in another case, or a file named by hand
    return {};
}

UserPresets::Done UserPresets::rename(const QString& name, const QString& newName) const
{
    const QString before = pathOf(name);
    const Read<Preset> preset = before.isEmpty() ? tl::unexpected(QString()) : readFile(before);
    if (!preset)
        return tl::unexpected(Words::tr("There is no preset “%1” any more.").arg(name));
    if (newName == name)
        return {};
    if (!isSameName(name, newName) && !pathOf(newName).isEmpty())
        return tl::unexpected(Words::tr("There is a preset “%1” already.").arg(newName));
    if (Done saved = save(newName, preset->scenario); !saved)
        return saved;
    if (before != QDir(m_folder).filePath(fileNameOf(newName)))
        QFile::remove(before);
    return {};
}

UserPresets::Done UserPresets::remove(const QString& name) const
{
    const QString path = pathOf(name);
    if (path.isEmpty())
        return tl::unexpected(Words::tr("There is no preset “%1” any more.").arg(name));
    QFile file(path);
    if (!file.remove())
        return tl::unexpected(Words::tr("%1: %2").arg(path, file.errorString()));
    return {};
}

std::optional<Preset> presetNamed(const QString& keyOrName, const UserPresets& own)
{
    if (const auto preset = findPreset(keyOrName))
        return *preset;
    for (const Preset& preset : own.read().presets) {
        if (isSameName(preset.name, keyOrName))
            return preset;
    }
    return std::nullopt;
}

} // namespace app

#include "app/scenariooptions.h"

#include "app/errortext.h"
#include "app/filename.h"
#include "app/scenariofile.h"
#include "app/userpresets.h"
#include "core/base/file.h"

#include <QCoreApplication>
#include <QFile>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::ScenarioOptions)
};

tl::unexpected<CommandProblem> usage(const QString& option, const QString& what)
{
    return tl::unexpected<CommandProblem>({singleLine(Words::tr("%1: %2").arg(option, what)), UsageProblem});
}

tl::expected<core::Scenario, CommandProblem> fromPreset(const QString& name)
{
    const UserPresets own;
    if (const std::optional<Preset> preset = presetNamed(name, own))
        return preset->scenario;
    QStringList names;
    for (const Preset& preset : presets())
        names.append(preset.key);
    const UserPresets::Found found = own.read();
    for (const Preset& preset : found.presets)
        names.append(QLatin1Char('"') + preset.name + QLatin1Char('"'));
    QStringList lines{
        Words::tr("there is no \"%1\"; possible are %2").arg(name, names.join(QStringLiteral(", ")))};
    return usage(QStringLiteral("--preset"), (lines + found.problems).join(QStringLiteral(". ")));
}

tl::expected<core::Scenario, CommandProblem> fromFile(const QString& path)
{
    const auto bytes = core::readFile(pathFrom(path));
    if (!bytes)
        return tl::unexpected<CommandProblem>({errorText(bytes.error(), path), FileProblem});
    const QByteArray json(
        reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size())); // NOLINT
    const ScenarioResult<core::Scenario> scenario = readScenario(json);
    if (scenario)
        return *scenario;
    return tl::unexpected<CommandProblem>({scenarioProblemText(scenario.error(), path), FileProblem});
}

tl::expected<void, CommandProblem> applySettings(core::Scenario& scenario, const QStringList& settings)
{
    for (const QString& setting : settings) {
        const qsizetype equals = setting.indexOf(QLatin1Char('='));
        if (equals <= 0)
            return usage(
                QStringLiteral("--set"), Words::tr("\"%1\" is not of the form KEY=VALUE").arg(setting));
        const auto set = setValue(scenario, setting.left(equals), setting.mid(equals + 1));
        if (!set)
            return usage(QStringLiteral("--set"), set.error().text);
    }
    return {};
}

} // namespace

QList<QCommandLineOption> scenarioOptions()
{
    return {
        {QStringLiteral("scenario"), Words::tr("Read the scenario from a JSON file."),
            QStringLiteral("FILE.json")},
        {QStringLiteral("preset"), Words::tr("Start from a preset, for example busy-wifi."),
            QStringLiteral("NAME")},
        {QStringLiteral("set"), Words::tr("Set one value, for example network.loss.rate=0.05; repeatable."),
            QStringLiteral("KEY=VALUE")},
        {QStringLiteral("seed"), Words::tr("Seed of the random draws."), QStringLiteral("N")},
    };
}

tl::expected<std::optional<core::Scenario>, CommandProblem> scenarioFrom(const QCommandLineParser& parser)
{
    const auto isSet = [&](const QCommandLineOption& option) { return parser.isSet(option); };
    const QList<QCommandLineOption> options = scenarioOptions();
    if (std::none_of(options.begin(), options.end(), isSet))
        return std::nullopt;

    tl::expected<core::Scenario, CommandProblem> scenario;
    if (parser.isSet(QStringLiteral("preset")) && parser.isSet(QStringLiteral("scenario")))
        return usage(QStringLiteral("--preset"), Words::tr("can't be used together with --scenario"));
    if (parser.isSet(QStringLiteral("preset")))
        scenario = fromPreset(parser.value(QStringLiteral("preset")));
    else if (parser.isSet(QStringLiteral("scenario")))
        scenario = fromFile(parser.value(QStringLiteral("scenario")));
    if (!scenario)
        return tl::unexpected(scenario.error());

    if (const auto applied = applySettings(*scenario, parser.values(QStringLiteral("set"))); !applied)
        return tl::unexpected(applied.error());
    if (parser.isSet(QStringLiteral("seed"))) {
        const auto set = setValue(*scenario, QStringLiteral("seed"), parser.value(QStringLiteral("seed")));
        if (!set)
            return usage(
                QStringLiteral("--seed"), Words::tr("has to be a whole number, 0 … 18446744073709551615"));
    }
    if (const core::Result<void> valid = core::validated(*scenario); !valid)
        return usage(QStringLiteral("--set"), problemOf(valid.error()).text);
    return *scenario;
}

} // namespace app

#include "app/scenariofile.h"

#include "app/errortext.h"
#include "app/scenariochoices.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <cmath>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::ScenarioFile)
};

constexpr double largestExactInteger = 9007199254740992.0; // 2^53
const QLatin1String seedPath("seed");
const QLatin1String keepOrderPath("network.jitter.keep_order");

tl::unexpected<ScenarioProblem> problem(const QString& text)
{
    return tl::unexpected<ScenarioProblem>({text, std::nullopt});
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

const core::Parameter* parameterAt(const QString& path) { return core::findParameter(path.toStdString()); }

ScenarioResult<void> setNumber(core::Scenario& scenario, const core::Parameter& parameter, double value)
{
    const QString path = latin(parameter.path);
    const bool isInside = value >= parameter.minimum && value <= parameter.maximum;
    if (!isInside) // "not a number" is outside
        return problem(
            Words::tr("%1: %2 is outside the range %3 … %4")
                .arg(path, QString::number(value, 'g', 15), QString::number(parameter.minimum, 'g', 15),
                    QString::number(parameter.maximum, 'g', 15)));
    if (parameter.isInteger && value != std::floor(value))
        return problem(Words::tr("%1: has to be a whole number").arg(path));
    parameter.set(scenario, value);
    return {};
}

ScenarioResult<void> setChoice(core::Scenario& scenario, const Choice& choice, const QString& name)
{
    const QStringList names = choice.names();
    const qsizetype index = names.indexOf(name);
    if (index < 0)
        return problem(Words::tr("%1: there is no \"%2\"; possible are %3")
                           .arg(latin(choice.path), name, names.join(QStringLiteral(", "))));
    choice.setIn(scenario, static_cast<size_t>(index));
    return {};
}

ScenarioResult<void> setSeed(core::Scenario& scenario, const QString& text)
{
    bool isNumber = false;
    const quint64 seed = text.toULongLong(&isNumber);
    if (!isNumber)
        return problem(Words::tr("seed: has to be a whole number, 0 … 18446744073709551615"));
    scenario.seed = seed;
    return {};
}

ScenarioResult<void> setSeed(core::Scenario& scenario, const QJsonValue& value)
{
    if (value.isString())
        return setSeed(scenario, value.toString());
    const double number = value.toDouble(-1);
    if (number > largestExactInteger)
        return problem(
            Words::tr("seed: numbers above 9007199254740992 have to be written as strings, to be exact"));
    if (number < 0 || number != std::floor(number))
        return problem(Words::tr("seed: has to be a whole number, 0 … 18446744073709551615"));
    scenario.seed = static_cast<uint64_t>(number);
    return {};
}

bool isValue(const QString& path)
{
    return path == seedPath || path == keepOrderPath || findChoice(path.toStdString()) != nullptr
        || parameterAt(path) != nullptr;
}

bool isSection(const QString& path)
{
    static const QStringList sections{QStringLiteral("network"), QStringLiteral("network.jitter"),
        QStringLiteral("network.loss"), QStringLiteral("network.reorder"),
        QStringLiteral("network.duplicate"), QStringLiteral("buffer"), QStringLiteral("concealment")};
    return sections.contains(path);
}

// Sets a value that isValue() knows from its JSON.
ScenarioResult<void> setJson(core::Scenario& scenario, const QString& path, const QJsonValue& value)
{
    if (path == seedPath)
        return setSeed(scenario, value);
    if (path == keepOrderPath) {
        if (!value.isBool())
            return problem(Words::tr("%1: has to be true or false").arg(path));
        scenario.network.jitter.keepOrder = value.toBool();
        return {};
    }
    if (const Choice* choice = findChoice(path.toStdString())) {
        if (!value.isString())
            return problem(Words::tr("%1: has to be a string").arg(path));
        return setChoice(scenario, *choice, value.toString());
    }
    if (!value.isDouble())
        return problem(Words::tr("%1: has to be a number").arg(path));
    return setNumber(scenario, *parameterAt(path), value.toDouble());
}

ScenarioResult<void> readSection(core::Scenario& scenario, const QString& prefix, const QJsonObject& section)
{
    for (auto entry = section.begin(); entry != section.end(); ++entry) {
        const QString path = prefix + entry.key();
        const QJsonValue value = entry.value();
        const bool isPath = entry.key().contains(QLatin1Char('.')); // not one of this section
        ScenarioResult<void> read;
        if (!isPath && isValue(path))
            read = setJson(scenario, path, value);
        else if (isPath || !isSection(path))
            read = problem(Words::tr("unknown key \"%1\"").arg(path));
        else if (!value.isObject())
            read = problem(Words::tr("%1: has to be an object").arg(path));
        else
            read = readSection(scenario, path + QLatin1Char('.'), value.toObject());
        if (!read)
            return read;
    }
    return {};
}

QJsonValue seedValue(uint64_t seed)
{
    if (seed <= static_cast<uint64_t>(largestExactInteger))
        return static_cast<qint64>(seed);
    return QString::number(seed);
}

void insert(QJsonObject& object, const QString& path, const QJsonValue& value)
{
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    if (dot < 0) {
        object.insert(path, value);
        return;
    }
    QJsonObject section = object.value(path.left(dot)).toObject();
    insert(section, path.mid(dot + 1), value);
    object.insert(path.left(dot), section);
}

} // namespace

ScenarioResult<core::Scenario> readScenario(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    // Qt reads objects and arrays only; any other value, or none, is one of an array.
    const bool isOther = error.error != QJsonParseError::NoError
        && QJsonDocument::fromJson(QByteArray('[' + json + ']')).isArray();
    if (error.error != QJsonParseError::NoError && !isOther)
        return tl::unexpected<ScenarioProblem>(
            {Words::tr("is not JSON: %1").arg(error.errorString()), static_cast<quint64>(error.offset)});
    if (!document.isObject())
        return problem(Words::tr("has to be one JSON object, {…}"));
    return readScenario(document.object());
}

ScenarioResult<core::Scenario> readScenario(const QJsonObject& json)
{
    core::Scenario scenario;
    if (const ScenarioResult<void> read = readSection(scenario, QString(), json); !read)
        return tl::unexpected(read.error());
    if (const core::Result<void> valid = core::validated(scenario); !valid)
        return tl::unexpected(problemOf(valid.error()));
    return scenario;
}

QJsonObject toJson(const core::Scenario& scenario)
{
    QJsonObject json;
    json.insert(seedPath, seedValue(scenario.seed));
    for (const core::Parameter& parameter : core::parameters())
        insert(json, latin(parameter.path), parameter.get(scenario));
    for (const Choice& choice : choices())
        insert(json, latin(choice.path), choice.names().at(static_cast<qsizetype>(choice.of(scenario))));
    insert(json, keepOrderPath, scenario.network.jitter.keepOrder);
    return json;
}

QByteArray written(const core::Scenario& scenario) { return QJsonDocument(toJson(scenario)).toJson(); }

ScenarioResult<void> setValue(core::Scenario& scenario, const QString& path, const QString& text)
{
    if (path == seedPath)
        return setSeed(scenario, text);
    if (path == keepOrderPath) {
        if (text != QLatin1String("true") && text != QLatin1String("false"))
            return problem(Words::tr("%1: has to be true or false").arg(path));
        scenario.network.jitter.keepOrder = text == QLatin1String("true");
        return {};
    }
    if (const Choice* choice = findChoice(path.toStdString()))
        return setChoice(scenario, *choice, text);
    const core::Parameter* parameter = parameterAt(path);
    if (parameter == nullptr)
        return problem(Words::tr("unknown key \"%1\"").arg(path));
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber)
        return problem(Words::tr("%1: \"%2\" is not a number").arg(path, text));
    return setNumber(scenario, *parameter, value);
}

QString scenarioProblemText(const ScenarioProblem& problem, const QString& file)
{
    return singleLine(problem.byteOffset
            ? Words::tr("%1: byte %2: %3").arg(file, QString::number(*problem.byteOffset), problem.text)
            : Words::tr("%1: %2").arg(file, problem.text));
}

ScenarioProblem problemOf(const core::Error& error)
{
    const QString detail = QString::fromStdString(error.detail);
    const qsizetype colon = detail.indexOf(QLatin1String(": "));
    return {Words::tr("%1: is outside the range %2").arg(detail.left(colon), detail.mid(colon + 2)),
        std::nullopt};
}

} // namespace app

#include "app/sweepoptions.h"

#include "app/errortext.h"
#include "app/scenariofile.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::SweepOptions)
};

const QString vary = QStringLiteral("vary");
const QString seeds = QStringLiteral("seeds");

tl::unexpected<CommandProblem> usage(const QString& option, const QString& what)
{
    return tl::unexpected<CommandProblem>(
        {singleLine(Words::tr("--%1: %2").arg(option, what)), UsageProblem});
}

// A whole number in the range, or nothing.
std::optional<int> wholeNumber(const QString& text, int least, int greatest)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= least && number <= greatest ? std::optional(number) : std::nullopt;
}

// The values of FROM:TO:STEPS. The ends are checked as --set checks them.
tl::expected<std::vector<double>, CommandProblem> valuesFrom(
    const core::Parameter& parameter, const QString& path, const QStringList& parts)
{
    std::array<double, 2> ends{};
    for (size_t end = 0; end < ends.size(); ++end) {
        core::Scenario holder;
        if (const auto set = setValue(holder, path, parts[static_cast<qsizetype>(end)]); !set)
            return usage(vary, set.error().text);
        ends.at(end) = parameter.get(holder);
    }
    using core::SweepPlan;
    const auto steps = wholeNumber(parts[2], SweepPlan::fewestSteps, SweepPlan::mostSteps);
    if (!steps)
        return usage(vary,
            Words::tr("\"%1\" steps: has to be a whole number, %2 … %3")
                .arg(parts[2], QString::number(SweepPlan::fewestSteps),
                    QString::number(SweepPlan::mostSteps)));
    return core::evenValues(parameter, ends[0], ends[1], *steps);
}

} // namespace

QList<QCommandLineOption> sweepOptions()
{
    return {{vary, Words::tr("Which value takes what range, for example network.loss.rate=0:0.1:11."),
                QStringLiteral("KEY=FROM:TO:STEPS")},
        {seeds, Words::tr("How many seeds each value is tried with."), QStringLiteral("N")}};
}

tl::expected<core::SweepPlan, CommandProblem> sweepFrom(
    const QCommandLineParser& parser, const core::Scenario& base)
{
    if (!parser.isSet(vary))
        return usage(vary, Words::tr("is missing, for example network.loss.rate=0:0.1:11"));
    if (parser.values(vary).size() > 1)
        return usage(vary, Words::tr("only one value can be swept at a time"));
    const QString text = parser.value(vary);
    const QString path = text.section(QLatin1Char('='), 0, 0);
    const QStringList parts = text.section(QLatin1Char('='), 1).split(QLatin1Char(':'));
    if (parts.size() != 3 || path.isEmpty())
        return usage(vary, Words::tr("\"%1\" is not of the form KEY=FROM:TO:STEPS").arg(text));
    const core::Parameter* parameter = core::findParameter(path.toStdString());
    if (parameter == nullptr)
        return usage(vary, Words::tr("there is no number \"%1\" to be swept").arg(path));
    const auto values = valuesFrom(*parameter, path, parts);
    if (!values)
        return tl::unexpected(values.error());
    core::SweepPlan plan{base, parameter, *values, core::SweepPlan::usualSeeds};
    if (!parser.isSet(seeds))
        return plan;
    const auto count = wholeNumber(parser.value(seeds), 1, core::SweepPlan::mostSeeds);
    if (!count)
        return usage(seeds, Words::tr("has to be a whole number, 1 … %1").arg(core::SweepPlan::mostSeeds));
    plan.seeds = *count;
    return plan;
}

} // namespace app

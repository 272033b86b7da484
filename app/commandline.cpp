#include "app/commandline.h"

#include "app/errortext.h"
#include "app/scenariooptions.h"
#include "app/sweepoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

using Parsed = tl::expected<Request, CommandProblem>;

tl::unexpected<CommandProblem> usage(const QString& text)
{
    return tl::unexpected<CommandProblem>({singleLine(text), UsageProblem});
}

QString helpText()
{
    return Words::tr(
        "JitterScope: what a jitter buffer does with an Opus stream on a bad network.\n"
        "\n"
        "  jitterscope [FILE] [SCENARIO OPTIONS]            open the window\n"
        "  jitterscope info FILE [--json]                   what the file holds\n"
        "  jitterscope analyze FILE [SCENARIO OPTIONS] [--json] [--packets OUT.csv] "
        "[--timeline OUT.csv]\n"
        "  jitterscope sweep FILE --vary KEY=FROM:TO:STEPS [--seeds N] [SCENARIO OPTIONS] [--json]\n"
        "  jitterscope export FILE --to repaired-ogg|concealed-ogg|wav|stamped -o OUT "
        "[SCENARIO OPTIONS]\n"
        "  jitterscope play FILE [SCENARIO OPTIONS] [--device NAME] [--from T] [--duration T]\n"
        "  jitterscope --help | --version\n"
        "\n"
        "Scenario options:\n"
        "  --scenario FILE.json   read the scenario from a file\n"
        "  --preset NAME          start from a preset, for example busy-wifi\n"
        "  --set KEY=VALUE        set one value, for example network.loss.rate=0.05; repeatable\n"
        "  --seed N               seed of the random draws\n"
        "\n"
        "\"-\" as FILE or OUT is standard input or output. Times are 12.5, 300ms or 1:02.5.\n"
        "Exit code: 0 done, 1 a file can't be read or written, 2 wrong usage.\n");
}

// One subcommand's options and its FILE.
class Arguments {
public:
    explicit Arguments(const QList<QCommandLineOption>& options)
    {
        m_parser.addOptions(options);
        m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, {}});
        m_parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, {}});
    }

    [[nodiscard]] tl::expected<void, CommandProblem> parse(const QStringList& arguments)
    {
        if (!m_parser.parse(arguments))
            return usage(m_parser.errorText());
        const QStringList files = m_parser.positionalArguments();
        if (files.size() > 1)
            return usage(Words::tr("%1: only one FILE can be named").arg(files.at(1)));
        return {};
    }

    [[nodiscard]] QString file() const { return m_parser.positionalArguments().value(0); }
    [[nodiscard]] bool isSet(const char* option) const { return m_parser.isSet(QString::fromLatin1(option)); }
    [[nodiscard]] QString value(const char* option) const
    {
        return m_parser.value(QString::fromLatin1(option));
    }
    [[nodiscard]] tl::expected<std::optional<core::Scenario>, CommandProblem> scenario() const
    {
        return scenarioFrom(m_parser);
    }
    [[nodiscard]] tl::expected<core::SweepPlan, CommandProblem> sweep(const core::Scenario& base) const
    {
        return sweepFrom(m_parser, base);
    }
    // The answer to --help and --version, if they are there.
    [[nodiscard]] std::optional<Request> text() const
    {
        if (isSet("help"))
            return TextRequest{helpText()};
        if (isSet("version"))
            return TextRequest{QStringLiteral("jitterscope " JITTERSCOPE_VERSION "\n")};
        return std::nullopt;
    }

private:
    QCommandLineParser m_parser;
};

QCommandLineOption flag(const char* name) { return QCommandLineOption(QString::fromLatin1(name)); }
QCommandLineOption valued(const QStringList& names) { return {names, QString(), QStringLiteral("VALUE")}; }
QCommandLineOption valued(const char* name) { return valued(QStringList{QString::fromLatin1(name)}); }

Parsed parseWindow(const Arguments& arguments)
{
    const auto scenario = arguments.scenario();
    if (!scenario)
        return tl::unexpected(scenario.error());
    return WindowRequest{arguments.file(), *scenario};
}

Parsed parseInfo(const Arguments& arguments)
{
    return InfoRequest{arguments.file(), arguments.isSet("json")};
}

Parsed parseAnalyze(const Arguments& arguments)
{
    const auto scenario = arguments.scenario();
    if (!scenario)
        return tl::unexpected(scenario.error());
    AnalyzeRequest request{arguments.file(), scenario->value_or(core::Scenario()), arguments.isSet("json"),
        arguments.value("packets"), arguments.value("timeline")};
    for (const char* option : {"packets", "timeline"}) {
        if (arguments.isSet(option) && arguments.value(option).isEmpty())
            return usage(Words::tr("--%1: needs a file name").arg(QString::fromLatin1(option)));
    }
    const int onStandardOutput = int(request.isJson) + int(request.packetsCsv == QLatin1String("-"))
        + int(request.timelineCsv == QLatin1String("-"));
    if (onStandardOutput > 1)
        return usage(Words::tr("only one of --json, --packets - and --timeline - can go to standard output"));
    return request;
}

Parsed parseSweep(const Arguments& arguments)
{
    const auto scenario = arguments.scenario();
    if (!scenario)
        return tl::unexpected(scenario.error());
    const auto plan = arguments.sweep(scenario->value_or(core::Scenario()));
    if (!plan)
        return tl::unexpected(plan.error());
    return SweepRequest{arguments.file(), *plan, arguments.isSet("json")};
}

std::optional<core::ExportKind> exportKind(const QString& name)
{
    static constexpr std::array names{"repaired-ogg", "concealed-ogg", "wav", "stamped"};
    const auto* const found = std::find_if(
        names.begin(), names.end(), [&](const char* known) { return name == QLatin1String(known); });
    if (found == names.end())
        return std::nullopt;
    return static_cast<core::ExportKind>(found - names.begin());
}

Parsed parseExport(const Arguments& arguments)
{
    const auto scenario = arguments.scenario();
    if (!scenario)
        return tl::unexpected(scenario.error());
    if (!arguments.isSet("to"))
        return usage(Words::tr("--to is missing: one of repaired-ogg, concealed-ogg, wav, stamped"));
    const std::optional<core::ExportKind> kind = exportKind(arguments.value("to"));
    if (!kind)
        return usage(
            Words::tr("--to: there is no \"%1\"; possible are repaired-ogg, concealed-ogg, wav, stamped")
                .arg(arguments.value("to")));
    if (arguments.value("output").isEmpty())
        return usage(Words::tr("-o is missing: the file to write"));
    return ExportRequest{
        arguments.file(), scenario->value_or(core::Scenario()), *kind, arguments.value("output")};
}

Parsed parsePlay(const Arguments& arguments)
{
    const auto scenario = arguments.scenario();
    if (!scenario)
        return tl::unexpected(scenario.error());
    PlayRequest request;
    request.file = arguments.file();
    request.scenario = scenario->value_or(core::Scenario());
    request.device = arguments.value("device");
    for (const char* option : {"from", "duration"}) {
        if (!arguments.isSet(option))
            continue;
        const std::optional<core::ReceiverSpan> time = parseTime(arguments.value(option));
        if (!time)
            return usage(Words::tr("--%1: \"%2\" is not a time, for example 12.5, 300ms or 1:02.5")
                             .arg(QString::fromLatin1(option), arguments.value(option)));
        if (option == std::string_view("from"))
            request.from = *time;
        else
            request.duration = time;
    }
    return request;
}

struct Subcommand {
    const char* name;
    QList<QCommandLineOption> options;
    Parsed (*parse)(const Arguments&);
};

// A word in the place of a command that is none, and no file either.
std::optional<QString> unknownCommand(const QStringList& arguments)
{
    static const QRegularExpression word(QRegularExpression::anchoredPattern(QStringLiteral("[a-z]+")));
    const QString first = arguments.value(1);
    if (arguments.size() < 3 || !word.match(first).hasMatch() || QFile::exists(first))
        return std::nullopt;
    return Words::tr(
        "%1: there is no such command and no such file; commands are info, analyze, sweep, export, play")
        .arg(first);
}

QList<Subcommand> subcommands()
{
    return {
        {"info", {flag("json")}, parseInfo},
        {"analyze", scenarioOptions() + QList{flag("json"), valued("packets"), valued("timeline")},
            parseAnalyze},
        {"sweep", scenarioOptions() + sweepOptions() + QList{flag("json")}, parseSweep},
        {"export",
            scenarioOptions() + QList{valued("to"), valued({QStringLiteral("o"), QStringLiteral("output")})},
            parseExport},
        {"play", scenarioOptions() + QList{valued("device"), valued("from"), valued("duration")}, parsePlay},
    };
}

} // namespace

tl::expected<Request, CommandProblem> parseCommandLine(const QStringList& arguments)
{
    for (const Subcommand& subcommand : subcommands()) {
        const QString name = QString::fromLatin1(subcommand.name);
        if (arguments.value(1) != name)
            continue;
        Arguments parsed(subcommand.options);
        if (const auto valid = parsed.parse(arguments.mid(1)); !valid)
            return tl::unexpected(valid.error());
        if (auto text = parsed.text())
            return *text;
        if (parsed.file().isEmpty())
            return usage(Words::tr("%1: names no FILE").arg(name));
        return subcommand.parse(parsed);
    }
    if (const auto unknown = unknownCommand(arguments))
        return usage(*unknown);
    Arguments parsed(scenarioOptions());
    if (const auto valid = parsed.parse(arguments); !valid)
        return tl::unexpected(valid.error());
    if (auto text = parsed.text())
        return *text;
    return parseWindow(parsed);
}

} // namespace app

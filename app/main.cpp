#include "app/commandline.h"
#include "app/commands.h"
#include "app/filename.h"
#include "app/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <csignal>
#include <fcntl.h>
#include <new>
#include <type_traits>
#include <unistd.h>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::Main)
};

// A file that is opened must not take the place of a standard stream that is closed. What stands in for it
// can't be used, so that using it fails as it should.
void occupyStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) == -1) // NOLINT(*-vararg)
            [[maybe_unused]]
            const int taken =
                ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY); // NOLINT(*-vararg)
    }
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(app::nameFrom(argv[i])); // NOLINT(*-pointer-arithmetic)
    return arguments;
}

// Carries out a command that needs no window.
class CommandRunner {
public:
    int operator()(const app::InfoRequest& request) const { return app::runInfo(request); }
    int operator()(const app::AnalyzeRequest& request) const { return app::runAnalyze(request); }
    int operator()(const app::SweepRequest& request) const { return app::runSweep(request); }
    int operator()(const app::ExportRequest& request) const { return app::runExport(request); }
    int operator()(const app::PlayRequest& request) const { return app::runPlay(request); }
    int operator()(const app::TextRequest& request) const { return app::runText(request); }
    int operator()(const app::WindowRequest&) const { return app::UsageProblem; }
};

int carryOut(const app::Request& request)
{
    try {
        return std::visit(CommandRunner(), request);
    } catch (const std::bad_alloc&) {
        app::printProblem(Words::tr("there is not enough memory"));
        return app::FileProblem;
    }
}

} // namespace

// The request always holds a value, so that visiting it can't throw.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv)
{
    occupyStandardStreams();
    // A file that may not grow any more is an error like any other.
    std::signal(SIGXFSZ, SIG_IGN); // NOLINT(cert-err33-c)
    // They name the folder of the user's presets, and the settings.
    QCoreApplication::setOrganizationName(QStringLiteral("JitterScope"));
    QCoreApplication::setApplicationName(QStringLiteral("JitterScope"));
    app::WindowRequest window;
    {
        const QCoreApplication application(argc, argv);
        const app::Translation translation;
        QLocale::setDefault(QLocale::c()); // numbers in reports look as they do in options
        const auto request = app::parseCommandLine(argumentsOf(argc, argv));
        if (!request) {
            app::printProblem(request.error().text);
            return request.error().exitCode;
        }
        if (!std::holds_alternative<app::WindowRequest>(*request))
            return carryOut(*request);
        window = std::get<app::WindowRequest>(*request);
    }
    return app::runWindow(argc, argv, window);
}

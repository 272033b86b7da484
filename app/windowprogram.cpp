#include "app/windowprogram.h"

#include "app/commandline.h"
#include "app/commands.h"
#include "app/display.h"
#include "app/memory.h"
#include "app/portaudiooutput.h"
#include "app/translation.h"
#include "app/windowsession.h"

#include <QApplication>
#include <QRegularExpression>

namespace app {

namespace {

// As it can be pasted into a shell.
QString quoted(const QString& word)
{
    static const QRegularExpression plain(
        QRegularExpression::anchoredPattern(QStringLiteral("[\\w./:@%+=,-]+")));
    if (plain.match(word).hasMatch())
        return word;
    return QLatin1Char('\'') % QString(word).replace(QLatin1Char('\''), QLatin1String("'\\''"))
        % QLatin1Char('\'');
}

} // namespace

int runWindow(int& argc, char** argv, const WindowRequest& request)
{
    if (!hasDisplay()) {
        const QCoreApplication application(argc, argv);
        const Translation translation;
        const QString file = request.file.isEmpty() ? QStringLiteral("FILE") : quoted(request.file);
        printProblem(QCoreApplication::translate(
            "app::WindowProgram", "there is no display for the window; use this instead: %1 analyze %2")
                         .arg(quoted(QString::fromLocal8Bit(argv[0])), file));
        return FileProblem;
    }
    returnMemoryAtOnce();
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.jitterscope.JitterScope"));
    const Translation translation(keptLanguage(QSettings()));
    WindowSession session(std::make_unique<PortAudioOutput>());
    session.start(request);
    return QApplication::exec();
}

} // namespace app

#include "app/windowprogram.h"

#include "app/commandline.h"
#include "app/commands.h"
#include "app/portaudiooutput.h"
#include "app/translation.h"
#include "app/windowsession.h"

#include <QApplication>
#include <algorithm>
#include <array>

namespace app {

namespace {

// Qt ends the program when it finds no display, so it has to be known before.
bool hasDisplay()
{
    constexpr std::array places{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::ranges::any_of(places, [](const char* place) { return !qEnvironmentVariableIsEmpty(place); });
}

} // namespace

int runWindow(int& argc, char** argv, const WindowRequest& request)
{
    if (!hasDisplay()) {
        const QCoreApplication application(argc, argv);
        const Translation translation;
        const QString file = request.file.isEmpty() ? QStringLiteral("FILE") : request.file;
        printProblem(QCoreApplication::translate("app::WindowProgram",
            "there is no display for the window; use this instead: jitterscope analyze %1")
                         .arg(file));
        return FileProblem;
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.jitterscope.JitterScope"));
    const Translation translation(keptLanguage(QSettings()));
    WindowSession session(std::make_unique<PortAudioOutput>());
    session.start(request);
    return QApplication::exec();
}

} // namespace app

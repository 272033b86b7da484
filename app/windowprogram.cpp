#include "app/windowprogram.h"

#include "app/commands.h"

#include <QCoreApplication>

namespace app {

int runWindow(int&, char**, const WindowRequest&)
{
    printProblem(QCoreApplication::translate(
        "app::WindowProgram", "this build has no window; try: jitterscope analyze FILE"));
    return FileProblem;
}

} // namespace app

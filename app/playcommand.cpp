#include "app/playcommand.h"

#include "app/commands.h"

#include <QCoreApplication>

namespace app {

std::optional<core::ReceiverSpan> parseTime(QStringView) { return std::nullopt; }

int runPlay(const PlayRequest&)
{
    printProblem(QCoreApplication::translate("app::PlayCommand", "play: this build has no sound"));
    return FileProblem;
}

} // namespace app

#include "app/display.h"

#include <QtGlobal>
#include <xcb/xcb.h>

namespace app {

namespace {

// There may be a name without a server behind it: of a session that is over, or of another user.
bool answersX()
{
    xcb_connection_t* connection = xcb_connect(nullptr, nullptr);
    const bool answers = xcb_connection_has_error(connection) == 0;
    xcb_disconnect(connection);
    return answers;
}

} // namespace

bool hasDisplay()
{
    if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return true;
    return !qEnvironmentVariableIsEmpty("DISPLAY") && answersX();
}

} // namespace app

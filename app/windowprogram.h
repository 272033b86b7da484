#pragma once

#include "core/analysis/scenario.h"

#include <QString>
#include <optional>

namespace app {

// What the program was asked for when it was started without a subcommand.
struct WindowRequest {
    QString file; // empty: the window opens without a capture
    std::optional<core::Scenario> scenario; // nothing: the scenario of the last time
};

// Runs the window until it is closed; returns the exit code. Makes the QApplication itself, so none may exist
// now. Without a display: one line on standard error that names the command to use instead, and 1.
[[nodiscard]] int runWindow(int& argc, char** argv, const WindowRequest& request);

} // namespace app

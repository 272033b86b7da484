#pragma once

#include "core/analysis/scenario.h"
#include "core/base/time.h"

#include <QString>
#include <QStringView>
#include <optional>

namespace app {

// What `jitterscope play` was asked for.
struct PlayRequest {
    QString file;
    core::Scenario scenario;
    QString device; // empty: the system's choice
    core::ReceiverSpan from; // from the first audible sample on
    std::optional<core::ReceiverSpan> duration; // nothing: to the end
};

// "12.5", "12.5s", "300ms", "1:02.5", "1:00:00": a length of time that is not negative; nothing for anything
// else.
[[nodiscard]] std::optional<core::ReceiverSpan> parseTime(QStringView text);

// Plays a file on the calling thread until its end or Ctrl-C, with one line of progress on a terminal.
// Returns the exit code: 0 at the end, 1 for a file that can't be read or an unknown device, 130 for Ctrl-C.
[[nodiscard]] int runPlay(const PlayRequest& request);

} // namespace app

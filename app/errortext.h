#pragma once

#include "core/base/anomaly.h"
#include "core/base/error.h"

#include <QString>

namespace app {

// One line for the user: file, byte offset where there is one, what is wrong, what helps.
[[nodiscard]] QString errorText(const core::Error& error, const QString& file);

// Stable name for JSON, for example "bad-checksum".
[[nodiscard]] QString anomalyKey(core::AnomalyKind kind);

// The same text without control characters, so that a hostile name or tag can't forge lines on a terminal.
[[nodiscard]] QString singleLine(const QString& text);

} // namespace app

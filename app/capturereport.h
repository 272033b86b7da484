#pragma once

#include "core/capture/capture.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace app {

// The object "capture" of DESIGN §6. `file` as the user gave it.
[[nodiscard]] QJsonObject captureSummaryJson(const core::Capture& capture, const QString& file);
// One line without the file name: "Opus 48 kHz mono, SILK wideband, 20 ms, 24 kb/s · 3000 packets, 60.000 s".
[[nodiscard]] QString captureLine(const core::Capture& capture);

// `info --json` and `info`.
[[nodiscard]] QByteArray captureJson(const core::Capture& capture, const QString& file);
[[nodiscard]] QString captureTable(const core::Capture& capture, const QString& file);

} // namespace app

#pragma once

#include "core/analysis/scenario.h"

#include <QList>
#include <QString>
#include <optional>

namespace app {

// A scenario that comes with the program.
struct Preset {
    QString key; // as on the command line: "busy-wifi"
    QString name; // for display: "Busy Wi-Fi"
    core::Scenario scenario;
};

// From the gentlest network to the roughest, with names in the language that is spoken now.
[[nodiscard]] QList<Preset> presets();
// By key or by name.
[[nodiscard]] std::optional<Preset> findPreset(const QString& keyOrName);

} // namespace app

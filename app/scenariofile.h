#pragma once

#include "core/analysis/scenario.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <tl/expected.hpp>

namespace app {

// Why a scenario can't be used, in words for the user: names the key by its dotted path.
struct ScenarioProblem {
    QString text;
    std::optional<quint64> byteOffset; // in the file, if it is no JSON at all
};
// One line for the user, with the file and the place in it.
[[nodiscard]] QString scenarioProblemText(const ScenarioProblem& problem, const QString& file);
template <typename T> using ScenarioResult = tl::expected<T, ScenarioProblem>;

// The scenario file of DESIGN §6. Keys left out keep their defaults; unknown keys, wrong types and values
// outside their range are problems.
[[nodiscard]] ScenarioResult<core::Scenario> readScenario(const QByteArray& json);
[[nodiscard]] ScenarioResult<core::Scenario> readScenario(const QJsonObject& json);

// Every key. Seeds above 2^53 are strings, for a JSON number would not hold them.
[[nodiscard]] QJsonObject toJson(const core::Scenario& scenario);
// Text of a scenario file.
[[nodiscard]] QByteArray written(const core::Scenario& scenario);

// Sets one value from its text, for example "network.loss.rate" from "0.05". Checks the value's own range,
// not what hangs together (core::validated).
[[nodiscard]] ScenarioResult<void> setValue(
    core::Scenario& scenario, const QString& path, const QString& text);

// Words for the error of core::validated.
[[nodiscard]] ScenarioProblem problemOf(const core::Error& error);

} // namespace app

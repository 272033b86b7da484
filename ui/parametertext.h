#pragma once

#include "core/analysis/scenario.h"

#include <QString>
#include <optional>
#include <span>

namespace ui {

enum class Unit : uint8_t { Duration, Share, Packets, PartsPerMillion, Count };

// How a slider's way is spread over the range: most of it for the small values that are used most.
enum class Scale : uint8_t { Linear, Quartic, Cubic, SignedCubic };

// What the window says about one number of a scenario. Text is untranslated; the functions below translate.
struct ParameterText {
    std::string_view path;
    const char* label = nullptr; // in its panel
    const char* name = nullptr; // on its own: undo steps, screen readers
    const char* definition = nullptr;
    Unit unit = Unit::Duration;
    Scale scale = Scale::Quartic;
};

// One settable choice of a scenario (a model, a strategy).
struct ChoiceText {
    struct Option {
        const char* label = nullptr;
        const char* definition = nullptr;
    };
    std::string_view path;
    const char* label = nullptr;
    const char* name = nullptr;
    const char* definition = nullptr;
    std::span<const Option> options; // in the order of the enum

    [[nodiscard]] int optionOf(const core::Scenario& scenario) const; // its index
    void setIn(core::Scenario& scenario, int option) const;
};

[[nodiscard]] const ParameterText& parameterText(std::string_view path); // the path has to be known
[[nodiscard]] const ChoiceText& choiceText(std::string_view path);
[[nodiscard]] QString translated(const char* text);

[[nodiscard]] QString unitText(Unit unit); // "%", "pkt", "ms"; empty for a count
// "3 %", "2.4 pkt", "40 ms"
[[nodiscard]] QString valueText(Unit unit, double value);
// What valueText gives, or a bare number in the unit shown ("3" = 3 %, "40" = 40 ms, "2 min").
[[nodiscard]] std::optional<double> parsedValue(Unit unit, const QString& text);

// Why a value has no effect in this scenario, for its tooltip; empty if it has one.
[[nodiscard]] QString reasonUnused(std::string_view path, const core::Scenario& scenario);

} // namespace ui

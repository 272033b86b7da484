#pragma once

#include "core/base/error.h"
#include "core/network/settings.h"
#include "core/playout/settings.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace core {

// Everything that decides an analysis, beside the capture. One value: saved, compared, undone as a whole.
struct Scenario {
    uint64_t seed = 1;
    NetworkSettings network;
    BufferSettings buffer;
    Concealment concealment = Concealment::Fec;

    bool operator==(const Scenario&) const = default;
};

// One settable number of a scenario: its dotted path as in the scenario file, its unit and its range. The
// window builds its fields and the scenario file its checks from the same table.
struct Parameter {
    std::string_view path; // "network.loss.rate"
    double minimum = 0;
    double maximum = 0;
    double (*get)(const Scenario&) = nullptr; // in the unit of the path: ms, share of 1, ppm, packets
    void (*set)(Scenario&, double) = nullptr;
    bool isInteger = false;
};

// All numeric parameters but the seed, in the order of the window.
[[nodiscard]] std::span<const Parameter> parameters();
[[nodiscard]] const Parameter* findParameter(std::string_view path);

// One settable choice of a scenario: its dotted path, and which of how many it is.
struct Choice {
    std::string_view path; // "network.jitter.model"
    size_t count = 0;
    size_t (*get)(const Scenario&) = nullptr; // in the order of the enumeration
    void (*set)(Scenario&, size_t) = nullptr;
};

// All choices, in the order of the window.
[[nodiscard]] std::span<const Choice> choices();
[[nodiscard]] const Choice* findChoice(std::string_view path);

// Checks one value against its own range. Errors: OutOfRange, as below.
[[nodiscard]] Result<void> validated(const Parameter& parameter, double value);
// Checks every range and what hangs together (burst against rate). Errors: OutOfRange, detail "KEY: MIN …
// MAX".
[[nodiscard]] Result<void> validated(const Scenario& scenario);

} // namespace core

#pragma once

#include "core/analysis/scenario.h"
#include "core/analysis/statistics.h"
#include "core/base/error.h"
#include "core/base/job.h"
#include "core/capture/capture.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace core {

// One number of a scenario that takes several values, each with the same seeds: what is the same network for
// one value is the same for all. A value.
struct SweepPlan {
    // Beyond these nobody reads the table any more.
    static constexpr int fewestSteps = 2, mostSteps = 101, mostSeeds = 100;
    static constexpr int usualSteps = 21, usualSeeds = 5;

    Scenario base;
    const Parameter* parameter = nullptr; // of parameters(); never null in a plan that is carried out
    std::vector<double> values; // in the parameter's unit
    int seeds = 1; // base.seed, base.seed + 1, …; past the largest seed comes 0

    // The scenario of one value and the first seed, or why there is none. Errors: OutOfRange, as of
    // validated().
    [[nodiscard]] Result<Scenario> scenarioOf(double value) const;

    bool operator==(const SweepPlan&) const = default;
};

// So many values from one to the other, both included, as far as the parameter can tell them apart. They are
// rounded to 1e-9, so that three tenths of the way to 0.1 is the 0.03 that a user would type.
[[nodiscard]] std::vector<double> evenValues(const Parameter& parameter, double from, double to, int steps);

enum class SweepMeasure : uint8_t {
    ConcealedOrStalled, // share of the playout: plc + silence + stall, not FEC
    Gaps,
    LongestGap, // µs
    Late, // share of the packets sent
    Lost, // the same
    Wait, // mean time in the buffer, µs
    MouthToEar, // µs
};
inline constexpr size_t sweepMeasures = 7;

// One measure over the seeds of one value.
struct SweepSpread {
    double mean = 0, least = 0, greatest = 0;
    int count = 0; // seeds for which there is such a number; 0: all others mean nothing

    bool operator==(const SweepSpread&) const = default;
};

// What came of one value.
struct SweepPoint {
    size_t place = 0; // in SweepPlan::values
    double value = 0;
    int seeds = 0; // that were tried; 0: it is not known yet, or there is a problem
    std::optional<Error> problem; // why no scenario has this value
    std::array<SweepSpread, sweepMeasures> spreads;

    [[nodiscard]] const SweepSpread& operator[](SweepMeasure measure) const
    {
        return spreads[static_cast<size_t>(measure)]; // NOLINT(*-constant-array-index): one for each
    }
    bool operator==(const SweepPoint&) const = default;
};

// All measures of one analysis; nothing where it has no such number (no playout, no packet played).
[[nodiscard]] std::array<std::optional<double>, sweepMeasures> sweepMeasuresOf(const Statistics& statistics);

// Where the least is concealed or stalled, of equal ones the one of the smallest value. A point counts only
// if there was playout with every seed; nothing if none does.
[[nodiscard]] std::optional<size_t> bestPlace(std::span<const SweepPoint> points);

// Analyses every value with every seed, on several threads, fewer for very long captures; holds only numbers
// of what is done. `publish` is called once for each value as soon as its point is known, by one thread at a
// time; the points are the same, bit for bit, whatever the number of workers. Errors: Cancelled, between two
// analyses.
[[nodiscard]] Result<void> sweep(const std::shared_ptr<const Capture>& capture, const SweepPlan& plan,
    const std::function<void(const SweepPoint& point)>& publish, const JobControl& job = {},
    size_t workers = std::thread::hardware_concurrency());

} // namespace core

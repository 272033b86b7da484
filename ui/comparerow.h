#pragma once

#include "core/analysis/statistics.h"
#include "ui/statistictext.h"

#include <QString>
#include <span>

namespace ui {

enum class Verdict : uint8_t { Better, Worse, Neither };

// One statistic of a scenario and how two scenarios differ in it.
struct CompareRow {
    enum class Kind : uint8_t { Count, Duration }; // Duration: value is in µs
    enum class Good : uint8_t { Less, More, Either };

    Statistic statistic = Statistic::Playout;
    double (*value)(const core::Statistics&) = nullptr;
    Kind kind = Kind::Count;
    Good good = Good::Less;
    double (*whole)(const core::Statistics&) = nullptr; // of which value is a share; may be null

    [[nodiscard]] QString valueText(const core::Statistics& statistics) const; // "93  3.0 %", "80.5 ms"
    // As it is shown, so that what looks the same is the same: durations to 0.1 ms.
    [[nodiscard]] double difference(const core::Statistics& from, const core::Statistics& to) const;
    [[nodiscard]] QString differenceText(const core::Statistics& from, const core::Statistics& to) const;
    [[nodiscard]] Verdict verdict(const core::Statistics& from, const core::Statistics& to) const;
};

// What is heard first, then why.
[[nodiscard]] std::span<const CompareRow> compareRows();

} // namespace ui

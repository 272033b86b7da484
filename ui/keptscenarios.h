#pragma once

#include "core/analysis/scenario.h"

#include <QStringList>
#include <array>
#include <optional>
#include <vector>

namespace ui {

// The places in which scenarios are kept side by side.
enum class Slot : uint8_t { A, B, C, D };
inline constexpr std::array allSlots{Slot::A, Slot::B, Slot::C, Slot::D};
[[nodiscard]] QString slotName(Slot slot); // "B"

// Up to four scenarios to be compared on one capture. The one on view is never empty. A value.
struct KeptScenarios {
    using All = std::array<std::optional<core::Scenario>, allSlots.size()>;

    All all{core::Scenario()};
    Slot onView = Slot::A;

    [[nodiscard]] const std::optional<core::Scenario>& at(Slot slot) const
    {
        return all[static_cast<size_t>(slot)]; // NOLINT(*-constant-array-index): one place for each slot
    }
    [[nodiscard]] std::optional<core::Scenario>& at(Slot slot)
    {
        return all[static_cast<size_t>(slot)]; // NOLINT(*-constant-array-index)
    }
    [[nodiscard]] const core::Scenario& shown() const { return *at(onView); }
    // The slots that hold one, from A to D.
    [[nodiscard]] std::vector<Slot> filled() const;
    [[nodiscard]] std::vector<core::Scenario> scenarios() const;

    bool operator==(const KeptScenarios&) const = default;
};

// What makes the second scenario another one, a value each: "Loss rate 3 % → 5 %". What has no effect in
// either is left out.
[[nodiscard]] QStringList differenceTexts(const core::Scenario& from, const core::Scenario& to);

} // namespace ui

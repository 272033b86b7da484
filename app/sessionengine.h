#pragma once

#include "app/damagejob.h"
#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "core/analysis/sweep.h"
#include "core/analysis/tradeoff.h"
#include "core/repair/export.h"
#include "ui/draft.h"
#include "ui/timerange.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace app {

// All that the window shows of one run of the engine.
struct FinishedAnalysis {
    std::shared_ptr<const core::Analysis> analysis;
    std::shared_ptr<const core::PlotLevels> levels;
    std::shared_ptr<const core::TradeOff> tradeOff;
    double elapsedMs = 0; // what the engine took
    std::shared_ptr<DamageOfGaps> damage; // as far as it has been measured; GUI thread only
};

// The part of the engine that a session calls on its job threads.
struct SessionEngine {
    std::function<core::Result<std::shared_ptr<const core::Capture>>(
        const std::filesystem::path&, const core::JobControl&)>
        open;
    std::function<core::Result<std::shared_ptr<const core::Analysis>>(std::shared_ptr<const core::Capture>,
        const core::Scenario&, std::shared_ptr<const core::Arrivals>,
        const core::JobControl&)>
        analyze; // from the arrivals on
    std::function<core::Result<void>(const std::shared_ptr<const core::Analysis>&, core::ExportKind,
        const std::filesystem::path&, const core::JobControl&)>
        exportTo;
    std::function<core::Result<void>(const std::shared_ptr<const core::Capture>&, const core::SweepPlan&,
        const std::function<void(const core::SweepPoint&)>&, const core::JobControl&)>
        sweep;
    // Drawing and measuring that is done by then flashes nothing in the status bar.
    std::chrono::milliseconds patience{};

    [[nodiscard]] static SessionEngine real();
};

// Runs the engine once, on a job thread. What the scenario leaves as it was is shared with `before`, an older
// result or an empty one.
[[nodiscard]] core::Result<FinishedAnalysis> finishedAnalysis(const SessionEngine& engine,
    const std::shared_ptr<const core::Capture>& capture, const core::Scenario& scenario,
    const FinishedAnalysis& before, const std::stop_token& stop);

// An estimate of what that will show of a range, on a job thread. Null: there will be nothing to show.
[[nodiscard]] std::shared_ptr<const ui::Draft> draftOf(
    const core::Capture& capture, const core::Scenario& scenario, ui::TimeRange range);

} // namespace app

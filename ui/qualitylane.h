#pragma once

#include "ui/lane.h"

#include <QCoreApplication>
#include <optional>
#include <vector>

namespace ui {

// How much of what is heard came from no packet: the share of concealed audio, as the statistics count it, in
// the second around each moment, or in the column of pixels where that is longer.
class QualityLane : public Lane {
    Q_DECLARE_TR_FUNCTIONS(ui::QualityLane)

public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] ValueRange valueRange(const LaneScene& scene) const override;
    void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const override;
};

// Per cent of concealed audio for each of `count` columns of the range; below 0: nothing is played there.
// present: the second around a moment ends there, because nothing behind it has happened yet.
[[nodiscard]] std::vector<double> concealedShares(const core::Analysis& analysis,
    const core::PlotLevels& levels, TimeRange range, size_t count,
    std::optional<core::ReceiverTime> present = std::nullopt);

} // namespace ui

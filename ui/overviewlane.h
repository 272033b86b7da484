#pragma once

#include "ui/lane.h"

#include <QCoreApplication>

namespace ui {

// The whole capture in one row: the waveform as it was sent, below it ticks where packets were late, and
// below these where they were lost.
class OverviewLane : public Lane {
    Q_DECLARE_TR_FUNCTIONS(ui::OverviewLane)

public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override { return {}; }
    [[nodiscard]] ValueRange valueRange(const LaneScene& scene) const override;
    void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const override;
};

} // namespace ui

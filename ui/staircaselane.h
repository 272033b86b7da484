#pragma once

#include "ui/lane.h"

#include <QCoreApplication>

namespace ui {

// The other view of the arrivals: receiver time across, media time up. Two curves, what has arrived and what
// is played; the distance between them, read across, is the time a packet waits. Media time is counted from
// what is sent at the left edge of the view, so that the curves fill the lane at any zoom.
class StaircaseLane : public Lane {
    Q_DECLARE_TR_FUNCTIONS(ui::StaircaseLane)

public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] std::vector<LegendEntry> legend(const LaneScene& scene) const override;
    [[nodiscard]] ValueRange valueRange(const LaneScene& scene) const override;
    [[nodiscard]] bool isBoundToClock() const override { return true; }
    void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const override;

    [[nodiscard]] uint32_t packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const override;
    [[nodiscard]] std::optional<QPointF> placeOf(
        const LaneScene& scene, const LaneMap& map, uint32_t packet) const override;
};

} // namespace ui

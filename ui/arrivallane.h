#pragma once

#include "ui/lane.h"

#include <QCoreApplication>

namespace ui {

// Each packet's network delay against the deadline it had to meet, over its send time. Single packets as long
// as there is room for them; from there on the range of delays in every column of pixels, with marks for what
// went wrong.
class ArrivalLane : public Lane {
    Q_DECLARE_TR_FUNCTIONS(ui::ArrivalLane)

public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] std::vector<LegendEntry> legend(const LaneScene& scene) const override;
    [[nodiscard]] ValueRange valueRange(const LaneScene& scene) const override;
    void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const override;

    // Whether packets of this scene are drawn one by one.
    [[nodiscard]] static bool showsPackets(const LaneScene& scene, const LaneMap& map);
    [[nodiscard]] uint32_t packetAt(const LaneScene& scene, const LaneMap& map, QPointF point) const override;
    [[nodiscard]] std::optional<QPointF> placeOf(
        const LaneScene& scene, const LaneMap& map, uint32_t packet) const override;
    // Of a further copy: when it arrived.
    [[nodiscard]] std::vector<ReadoutRow> readout(
        const LaneScene& scene, const LaneMap& map, QPointF point) const override;

private:
    [[nodiscard]] static uint32_t firstCopyAt(const LaneScene& scene, const LaneMap& map, QPointF point);
    // A further copy that is nearer to the point than the first copy of any packet; null: none.
    [[nodiscard]] static const core::Arrival* copyAt(
        const LaneScene& scene, const LaneMap& map, QPointF point);
    void drawDeadlineLabel(QPainter& painter, const LaneScene& scene, const LaneMap& map) const;
};

// What the shapes of packets mean, as both views of the arrivals show them.
[[nodiscard]] std::vector<LegendEntry> packetLegend(const LaneScene& scene);

} // namespace ui

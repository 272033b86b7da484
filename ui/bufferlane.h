#pragma once

#include "ui/lane.h"

#include <QCoreApplication>

namespace ui {

// The audio held by the buffer over time, against the playout delay it was set to.
class BufferLane : public Lane {
    Q_DECLARE_TR_FUNCTIONS(ui::BufferLane)

public:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] ValueRange valueRange(const LaneScene& scene) const override;
    void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const override;
};

} // namespace ui

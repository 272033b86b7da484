#pragma once

#include "ui/arrivalview.h"
#include "ui/lane.h"

#include <QPointF>
#include <QRectF>
#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace ui {

class LaneRows;

enum class LaneId : uint8_t { Overview, Arrival, Buffer, Output, Quality };

// What lies over the lanes and moves without them: repainted alone, at next to no cost.
struct LaneOverlay {
    std::optional<core::ReceiverTime> playhead;
    std::optional<TimeRange> selection;
    std::optional<LaneId> current; // the lane that keys move
    std::optional<double> dropY; // where a lane that is dragged would go
};

// The rows of the timeline in one plot: overview on top, lanes below each other, the time axis at the bottom.
// Only this file pair, with lanerows and laneplottables.h, knows the plotting library. It takes no input;
// whoever owns it asks what lies where.
class LanePlot {
public:
    explicit LanePlot(QWidget& parent);
    LanePlot(const LanePlot&) = delete;
    LanePlot& operator=(const LanePlot&) = delete;
    ~LanePlot();

    [[nodiscard]] QWidget& widget() const;

    // Shown at the next refresh(). Cells and packet ranges of the scenes are filled there.
    [[nodiscard]] LaneScene& scene();
    [[nodiscard]] const LaneScene& scene() const;
    [[nodiscard]] LaneScene& overview();
    [[nodiscard]] LaneOverlay& overlay();
    void refresh();
    void refreshOverlay();

    // Rows as they were laid out last. The row includes header and value axis, the map only the drawing area.
    [[nodiscard]] QRectF rowOf(LaneId lane) const;
    [[nodiscard]] LaneMap mapOf(LaneId lane) const;
    [[nodiscard]] std::optional<LaneId> laneAt(QPointF point) const; // hidden lanes are nowhere
    [[nodiscard]] const Lane& lane(LaneId lane) const;

    // Lanes below the overview, from the top, hidden ones left out.
    [[nodiscard]] std::vector<LaneId> shownLanes() const;
    [[nodiscard]] bool isShown(LaneId lane) const;
    void setShown(LaneId lane, bool isShown);
    // The lane whose lower border can be seized at this point.
    [[nodiscard]] std::optional<LaneId> borderAt(QPointF point) const;
    // Moves the lower border of the lane at the cost of the next one; no lane gets smaller than its header.
    void moveBorder(LaneId lane, double toY);
    // Shares of the height, one a lane in the order of LaneId.
    [[nodiscard]] std::vector<double> heights() const;
    void setHeights(const std::vector<double>& heights);

    // All lanes below the overview from the top, hidden ones too; setOrder takes each exactly once.
    [[nodiscard]] const std::vector<LaneId>& order() const;
    void setOrder(std::vector<LaneId> order);
    // The lane that can be seized by its title at this point, the place among the shown lanes that it would
    // go to when dropped at this height, and where that is.
    [[nodiscard]] std::optional<LaneId> titleAt(QPointF point) const;
    [[nodiscard]] size_t placeAt(double y) const;
    [[nodiscard]] double topOfPlace(size_t place) const;
    // Before the shown lane that has this place now; behind all if there is none.
    void moveTo(LaneId lane, size_t place);
    [[nodiscard]] ArrivalView arrivalView() const;
    void setArrivalView(ArrivalView view); // shown at the next refresh()

    // Ending .png, .pdf or .svg. False: it could not be written.
    [[nodiscard]] bool save(const QString& path) const;

private:
    std::unique_ptr<LaneRows> m_rows;
};

} // namespace ui

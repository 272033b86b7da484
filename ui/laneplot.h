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

class LaneFrames;
class LaneRecorder;
class LaneRows;
struct Draft;

enum class LaneId : uint8_t { Overview, Arrival, Buffer, Output, Quality };

// What is drawn anew with a frame: the overview stays as it is while only the view changes.
enum class FrameContent : uint8_t { Lanes, Everything };

// What lies over the lanes and moves without them: repainted alone, at next to no cost.
struct LaneOverlay {
    std::optional<core::ReceiverTime> playhead;
    std::optional<TimeRange> selection;
    std::optional<TimeRange> loop;
    std::optional<LaneId> current; // the lane that keys move
    uint32_t selectedPacket = core::noPacket;
    std::optional<double> dropY; // where a lane that is dragged would go
};

// The rows of the timeline in one plot: overview on top, lanes below each other, the time axis at the bottom.
// Only this file pair, with lanerows, laneframes and laneplottables.h, knows the plotting library. It takes
// no input; whoever owns it asks what lies where.
class LanePlot {
public:
    explicit LanePlot(QWidget& parent);
    LanePlot(const LanePlot&) = delete;
    LanePlot& operator=(const LanePlot&) = delete;
    ~LanePlot();

    [[nodiscard]] QWidget& widget() const;

    // What the next frame shows, without cells and packet ranges.
    [[nodiscard]] LaneScene& scene();
    [[nodiscard]] LaneScene& overview();
    // Lanes of the frames to come are drawn from the draft, headed as an estimate; null: from the scene. It
    // has to stand for what is visible.
    void setDraft(std::shared_ptr<const Draft> draft);
    [[nodiscard]] bool isDraftShown() const; // now
    // What is seen now.
    [[nodiscard]] const LaneScene& shownScene() const;
    [[nodiscard]] LaneOverlay& overlay();
    // A frame is begun, then drawn in steps until drawOn() says that it is seen.
    void beginFrame(FrameContent content);
    [[nodiscard]] bool drawOn();
    void refreshOverlay();
    void restyle(); // font or colours are others with the next frame

    // Rows as they are seen. The row includes header and value axis, the map only the drawing area.
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
    void setArrivalView(ArrivalView view); // shown with the next frame

    [[nodiscard]] std::unique_ptr<LaneRecorder> recorder() const; // of what is seen now; for as long as this

private:
    LaneScene m_scene;
    LaneScene m_overview;
    std::shared_ptr<const Draft> m_draft;
    std::unique_ptr<LaneRows> m_rows;
    std::unique_ptr<LaneFrames> m_frames;
};

} // namespace ui

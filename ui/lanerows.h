#pragma once

#include "ui/laneplot.h"

#include <QSharedPointer>
#include <array>
#include <memory>
#include <vector>

class QCPAxisRect;
class QCustomPlot;
class QPainter;

namespace ui {

class TimeTicker;

inline constexpr size_t laneCount = 5;

// The inside of a LanePlot: its rows, how they are laid out in the plot, and what is painted around the
// lanes.
class LaneRows {
public:
    struct Row {
        std::unique_ptr<Lane> lane;
        QCPAxisRect* rect = nullptr; // owned by the plot
        double height = 1; // share
        bool isShown = true;
        ValueRange value;
    };

    explicit LaneRows(QWidget& parent);

    ~LaneRows();
    LaneRows(const LaneRows&) = delete;
    LaneRows& operator=(const LaneRows&) = delete;

    Row& row(LaneId lane) { return lanes[static_cast<size_t>(lane)]; }
    [[nodiscard]] const Row& row(LaneId lane) const { return lanes[static_cast<size_t>(lane)]; }
    [[nodiscard]] std::vector<LaneId> shown() const; // below the overview, from the top
    [[nodiscard]] LaneMap mapOf(LaneId lane);
    // Where a lane is seized to move it: its title, as far as it was laid out.
    [[nodiscard]] QRectF titleOf(LaneId lane) const;
    void setArrivalView(ArrivalView view);
    void arrange(); // after a change of order, heights or what is shown
    void prepare(); // before painting

    std::unique_ptr<QCustomPlot> plot;
    LaneScene scene;
    LaneScene overview;
    LaneOverlay overlay;
    std::vector<LaneId> order{LaneId::Arrival, LaneId::Buffer, LaneId::Output, LaneId::Quality};
    ArrivalView arrivalView = ArrivalView::Delay;
    std::array<Row, laneCount> lanes; // by LaneId

private:
    void setUpPlot() const;
    void setUpRow(LaneId lane, std::unique_ptr<Lane> painted, double height);
    void setUpTimeRow();
    void setUpLayers();
    void applyColours();
    void gather(LaneScene& target, int width) const;
    void applyRanges(LaneId lane);
    void drawBackdrop(QPainter& painter);
    void drawHeaders(QPainter& painter);
    void drawOverlay(QPainter& painter);
    void drawMarks(QPainter& painter, double top, double bottom);
    [[nodiscard]] int leftMargin() const;
    [[nodiscard]] int headerHeight() const;

    std::unique_ptr<Lane> m_otherArrival; // the view of the arrival lane that is not shown
    QCPAxisRect* m_timeRect = nullptr;
    QSharedPointer<TimeTicker> m_timeTicker;
};

} // namespace ui

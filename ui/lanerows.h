#pragma once

#include "ui/lanechrome.h"
#include "ui/laneframes.h"
#include "ui/laneplot.h"

#include <QCoreApplication>
#include <QSharedPointer>
#include <array>
#include <memory>
#include <vector>

class QCPAxisRect;
class QCustomPlot;
class QPaintDevice;
class QPainter;

namespace ui {

class LaneCanvas;
class TimeTicker;

// The inside of a LanePlot: its rows, how they are laid out in the plot, and what is painted around the
// lanes.
class LaneRows {
    Q_DECLARE_TR_FUNCTIONS(ui::LaneRows)

public:
    struct Row {
        std::unique_ptr<Lane> lane;
        QCPAxisRect* rect = nullptr; // owned by the plot
        double height = 1; // share
        bool isShown = true;
        LaneHeader header; // as it was drawn last
        QPixmap headerPicture;
    };

    explicit LaneRows(QWidget& parent);

    ~LaneRows();
    LaneRows(const LaneRows&) = delete;
    LaneRows& operator=(const LaneRows&) = delete;

    Row& row(LaneId lane) { return lanes[static_cast<size_t>(lane)]; }
    [[nodiscard]] const Row& row(LaneId lane) const { return lanes[static_cast<size_t>(lane)]; }
    [[nodiscard]] std::vector<LaneId> shown() const; // below the overview, from the top
    [[nodiscard]] std::vector<LaneId> shownWithOverview() const; // likewise
    // With the values of a frame, where the row lies now.
    [[nodiscard]] LaneMap mapOf(LaneId lane, const LaneFrame& of) const;
    // Whether a lane is drawn from the draft of the frame: the overview shows more than there is a draft of.
    [[nodiscard]] bool isDraft(LaneId lane, const LaneFrame& of) const;
    // What a lane is drawn from in a frame, and where.
    template <typename Frame> [[nodiscard]] auto& drawnScene(LaneId lane, Frame& of) const
    {
        return isDraft(lane, of) ? *of.draft : of.sceneOf(lane);
    }
    [[nodiscard]] LaneMap drawnMap(LaneId lane, const LaneFrame& of) const;
    [[nodiscard]] size_t columns() const; // pixels of the screen across a lane
    // Where a lane is seized to move it: its title, as far as it was laid out.
    [[nodiscard]] QRectF titleOf(LaneId lane) const;
    void setArrivalView(ArrivalView view);
    void arrange(); // after a change of order, heights or what is shown
    void restyle() { m_isStyled = false; } // font or colours are others
    void layOut();
    void show(LaneFrame next);
    // For a picture, as lines and letters: all but the lanes, and what lies over them.
    void drawAround(QPaintDevice& device);
    void drawOverlay(QPainter& painter);

    std::unique_ptr<QCustomPlot> plot;
    LaneFrame frame; // that is seen
    LaneColours colours;
    LaneOverlay overlay;
    std::vector<LaneId> order{LaneId::Arrival, LaneId::Buffer, LaneId::Output, LaneId::Quality};
    ArrivalView arrivalView = ArrivalView::Delay;
    std::array<Row, laneCount> lanes; // by LaneId

private:
    void setUpPlot() const;
    void setUpRow(LaneId lane, std::unique_ptr<Lane> painted, double height);
    void setUpTimeRow();
    void setUpLayers();
    void applyStyle();
    void applyColours();
    void applyRange(LaneId lane);
    void drawLane(QPainter& painter, LaneId lane) const;
    void drawBackdrop(QPainter& painter);
    void drawHeaders(QPainter& painter);
    [[nodiscard]] QString subtitleOf(LaneId lane) const;
    [[nodiscard]] LaneHeader headerOf(LaneId lane) const;
    void drawHeader(QPainter& painter, LaneId lane);
    void drawOverOverview(QPainter& painter);
    void drawMarks(QPainter& painter, double top, double bottom);
    [[nodiscard]] int leftMargin() const;
    [[nodiscard]] int headerHeight() const;

    LaneCanvas* m_canvas; // the plot
    bool m_isStyled = false;
    bool m_isAroundAlone = false; // what is drawn, for a picture
    std::unique_ptr<Lane> m_otherArrival; // the view of the arrival lane that is not shown
    QCPAxisRect* m_timeRect = nullptr;
    QSharedPointer<TimeTicker> m_timeTicker;
};

} // namespace ui

#pragma once

#include "ui/laneplot.h"
#include "ui/packetreadout.h"
#include "ui/timelinegestures.h"
#include "ui/timelineview.h"
#include "ui/viewport.h"

#include <QElapsedTimer>
#include <QTimer>

class QMenu;

namespace ui {

// The inside of a TimelineView: what is shown, what is in view, and when it is painted.
class TimelineView::Parts : public QObject {
    Q_OBJECT

public:
    explicit Parts(TimelineView& view);

    static constexpr double panStep = 0.15; // of the view

    // How much has to be painted again.
    enum class Stale : uint8_t { Nothing, Overlay, Lanes, Everything };
    // Paints with the next frame, at most once a frame.
    void schedule(Stale stale);
    [[nodiscard]] bool isUpToDate() const;
    // Tells the world and repaints if the viewport shows something else than `before`.
    void rangeChanged(TimeRange before);

    void setCapture(const std::shared_ptr<const core::Capture>& capture);
    void setAnalysis(const std::shared_ptr<const core::Analysis>& analysis,
        const std::shared_ptr<const core::PlotLevels>& levels);
    void setDraft(std::shared_ptr<const Draft> draft);
    void setPlayhead(core::ReceiverTime time);
    void setLive(bool isOn);
    void setSelection(std::optional<TimeRange> range);
    void select(uint32_t packet); // and brings it into view
    void stepPacket(int direction);
    void setLoop(std::optional<TimeRange> range);
    void record(std::function<void(const PlotRecording&)> take);

    // Zooms and pans asked for in quick succession are one step of the history.
    void zoom(double factor, core::ReceiverTime anchor);
    void zoomAtCentre(double factor);
    void setArrivalView(ArrivalView view);
    // The lane that keys move: the one clicked last, or chosen by Up and Down.
    void moveCurrentLane(int places);
    void stretchCurrentLane(double pixels);
    void rememberArrangement() { m_arrangementAtStart = m_view.saveArrangement(); }
    void resetArrangement(); // to the one remembered
    void addLaneActions(QMenu& menu);
    void pan(double shareOfView);
    void travel(int direction); // through the history
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    LanePlot plot;
    Viewport viewport;
    bool isLive = false;
    std::optional<TimeRange> selection;

private:
    void connectGestures();
    [[nodiscard]] qint64 nowUs() const { return m_clock.nsecsElapsed() / 1000; }
    void paint();
    void giveSize();
    void drawOn();
    void choose(uint32_t packet);
    void tellSelected();
    [[nodiscard]] Viewport::Step nextStep();
    [[nodiscard]] core::ReceiverTime timeAt(QPointF point) const;
    [[nodiscard]] LaneMap mapOfLanes() const; // but for values up
    [[nodiscard]] uint32_t packetAt(QPointF point) const;

    void choosePressed(QPointF point, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] TimelineGestures::Drag brushPartAt(QPointF point);
    void drag(TimelineGestures::Drag drag, TimelineGestures::Phase phase, QPointF from, QPointF to);
    void dragView(TimeRange to);
    void dragSelection(TimelineGestures::Phase phase, QPointF from, QPointF to);
    void click(QPointF point);
    void doubleClick();
    void hover(QPointF point);
    void leave();
    void wheel(QPointF point, double across, double up, Qt::KeyboardModifiers modifiers);
    void openMenu(QPoint globalPosition);
    void dragLane(TimelineGestures::Phase phase, QPointF to);
    void chooseLane(int places);
    [[nodiscard]] size_t placeOfCurrentLane() const;
    [[nodiscard]] Qt::CursorShape cursorAt(QPointF point) const;

    // What a click changes.
    struct BeforeClick {
        core::ReceiverTime playhead;
        uint32_t selectedPacket = core::noPacket;
        Viewport viewport;
    };

    TimelineView& m_view;
    TimelineGestures m_gestures;
    PacketReadout m_readout;
    std::optional<QPointF> m_mouse; // over the plot, with no button pressed
    bool m_isSelectedTold = false; // by the readout, and not what lies under the mouse
    QTimer m_frame; // until the next frame may begin
    QTimer m_drawing; // while a frame is drawn
    QElapsedTimer m_clock;
    qint64 m_nextFrameUs = 0; // on m_clock
    QElapsedTimer m_sinceStep;
    Stale m_stale = Stale::Nothing;
    core::ReceiverTime m_playhead;
    TimeRange m_dragged; // the range a drag of the view began with
    bool m_hasDragged = false; // the drag has already made its step in the history
    std::optional<BeforeClick> m_beforeClick; // if the press before this one has become a click
    std::optional<LaneId> m_border; // whose lower border is dragged
    std::optional<LaneId> m_seized; // the lane that is dragged by its title
    LaneId m_currentLane = LaneId::Arrival;
    QByteArray m_arrangementAtStart; // before anything was changed
};

} // namespace ui

#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "core/render/levels.h"
#include "ui/arrivalview.h"
#include "ui/plotpicture.h"
#include "ui/timerange.h"

#include <QByteArray>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

class QMenu;

namespace ui {

struct Draft;

// The lanes of the capture on one shared time axis (receiver clock), with overview, playhead, zoom and pan.
// It draws from levels, so that a repaint costs pixels, not packets. GUI thread only.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    [[nodiscard]] TimeRange visibleRange() const;
    [[nodiscard]] std::optional<TimeRange> selection() const;
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] bool isUpToDate() const; // all that was asked for is seen, or the view is hidden
    [[nodiscard]] bool canZoomBack() const;
    [[nodiscard]] bool canZoomForward() const;

    [[nodiscard]] ArrivalView arrivalView() const;
    // A check box for each lane that shows or hides it.
    void addLaneActions(QMenu& menu);

    // Which lanes are shown, in which order and how high they are, for the next start.
    [[nodiscard]] QByteArray saveArrangement() const;
    void restoreArrangement(const QByteArray& arrangement); // anything not understood changes nothing
    // What is seen now, for a picture. It is recorded in steps, between which the window goes on; then `take`
    // is called, unless the view is gone.
    void record(std::function<void(const PlotRecording&)> take);

public slots:
    // Fits, forgets selection and zoom history.
    void showCapture(const std::shared_ptr<const core::Capture>& capture);
    void showAnalysis(const std::shared_ptr<const core::Analysis>& analysis,
        const std::shared_ptr<const core::PlotLevels>& levels);
    // What the analysis to come will show of the visible range, as far as that can be told now; passed over
    // if it is of another one, and gone with the next analysis.
    void showDraft(std::shared_ptr<const ui::Draft> draft);
    void showWaveform(std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame);
    void showOverview(std::shared_ptr<const core::WaveformLevels> levels);
    void setPlayhead(core::ReceiverTime time);
    // Live: the view follows the playhead and shows only what has arrived by then.
    void setLive(bool live);
    void setVisibleRange(ui::TimeRange range);
    void setSelection(std::optional<ui::TimeRange> range);
    void setLoop(std::optional<ui::TimeRange> range); // what is played again and again; marked
    void selectPacket(uint32_t packet); // core::noPacket = none; scrolls there if it is out of sight
    // And tells of it as the mouse would. From the selected one on, or the first sent from the playhead on.
    void selectNextPacket();
    void selectPreviousPacket();
    void setArrivalView(ui::ArrivalView view);
    // The lane clicked last or chosen by Up and Down.
    void moveLaneUp();
    void moveLaneDown();
    void makeLaneTaller(); // at the cost of the one below; the last one at that of the one above
    void makeLaneShorter();
    void resetArrangement(); // all lanes shown, in the order and height of the first start
    void zoomIn();
    void zoomOut();
    void fit();
    void panLeft();
    void panRight();
    void zoomBack();
    void zoomForward();

signals:
    void seekRequested(core::ReceiverTime time);
    void visibleRangeChanged(ui::TimeRange range);
    void selectionChanged(std::optional<ui::TimeRange> range);
    void packetSelected(uint32_t packet);
    void arrivalViewChanged(ui::ArrivalView view);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui

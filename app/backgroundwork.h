#pragma once

#include "app/damagejob.h"
#include "app/gate.h"
#include "app/latestjob.h"
#include "app/progressteller.h"
#include "app/sessionengine.h"
#include "core/render/waveform.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>
#include <vector>

namespace app {

// Makes what takes long to draw and to measure of the capture and the analysis shown: both waveforms and the
// damage of gaps. Each is dropped when it is outdated. GUI thread; works on threads of its own.
class BackgroundWork : public QObject {
    Q_OBJECT

public:
    // Work that is done within the patience is not told of.
    BackgroundWork(ProgressTeller& progress, std::chrono::milliseconds patience);

    // Draws its overview; no analysis is shown any more.
    void showCapture(std::shared_ptr<const core::Capture> capture);
    // Begun at once, unless the scenario is on the move: then when it has come to rest, because what is
    // dropped with the next step would only take time from that step.
    void show(const FinishedAnalysis& finished);
    // Another scenario is wanted. With the second one after a short while it is on the move, and all work
    // waits for it to rest.
    void noteMove();
    // Another analysis is on its way: what is outdated soon holds the result it works on.
    void pause();
    // The user's wish: what there is of a picture stays, and only that work is given up until there is
    // something new to show, or what is looked at is not drawn.
    void cancel(Work work);
    // The waveform of what is heard and the damage of gaps start with what is looked at and listened to.
    void setVisibleRange(core::ReceiverTime begin, core::ReceiverTime end);
    void setPlayhead(core::ReceiverTime time) { m_focus.playheadUs = time.ticks(); }

signals:
    void waveformChanged(std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame);
    void damageFound(const std::vector<app::GapDamage>& found);
    void overviewChanged(std::shared_ptr<const core::WaveformLevels> levels);

private:
    [[nodiscard]] std::chrono::milliseconds timeToRest() const; // 0: the scenario rests
    void startOverview();
    void startWaveform();
    [[nodiscard]] bool isDrawnInView() const;
    void startDamage();
    void tellKnownDamage(uint32_t from);
    template <typename Function> void post(Function function);

    ProgressTeller& m_progress;
    std::chrono::milliseconds m_patience;
    std::shared_ptr<const core::Capture> m_capture;
    FinishedAnalysis m_shown;
    QElapsedTimer m_sinceMove; // of the scenario
    std::shared_ptr<const core::WaveformLevels> m_waveform; // of what is shown, if only in part, or null
    core::ReceiverTime m_waveformStart; // its frame 0
    bool m_isWaveformCancelled = false; // by the user
    bool m_isMoving = false; // until m_sinceMove says otherwise
    QTimer m_rest; // ends when the result shown is worth working on
    QTimer m_hold; // ends when the scenario has come to rest
    Gate m_overviewGate;
    core::RenderFocus m_focus; // read by the jobs

    // Last: they use all above.
    LatestJob m_waveformJob{LatestJob::Urgency::Background};
    LatestJob m_damageJob{LatestJob::Urgency::Background};
    LatestJob m_overviewJob{LatestJob::Urgency::Background};
};

} // namespace app

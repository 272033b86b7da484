#pragma once

#include "app/latestjob.h"
#include "app/progressteller.h"
#include "app/sessionengine.h"
#include "core/analysis/sweep.h"

#include <QObject>
#include <cstdint>
#include <memory>
#include <vector>

namespace app {

// Sweeps a setting in the background, one sweep at a time: a newer one takes the place of one that is under
// way. GUI thread; works on threads of its own.
class SweepWork : public QObject {
    Q_OBJECT

public:
    // engine: outlives this.
    SweepWork(const SessionEngine& engine, ProgressTeller& progress);

    void start(const std::shared_ptr<const core::Capture>& capture, const core::SweepPlan& plan);
    // What was found stays; nothing more comes. Does nothing if no sweep is under way.
    void cancel();

signals:
    // Of the newest sweep, a few times a second.
    void found(const std::vector<core::SweepPoint>& points);
    void ended(); // of the newest sweep: all is found, or it was cancelled

private:
    void publish(uint64_t request, const std::vector<core::SweepPoint>& points);
    void end(uint64_t request);
    template <typename Function> void post(Function function);

    const SessionEngine& m_engine;
    ProgressTeller& m_progress;
    ProgressTeller::Run m_run;
    uint64_t m_request = 0;
    bool m_isRunning = false;
    LatestJob m_job{LatestJob::Urgency::Background}; // last: it uses all above
};

} // namespace app

#pragma once

#include "app/workprogress.h"
#include "core/base/job.h"

#include <QObject>
#include <chrono>

namespace app {

// Tells of the work in the background that matters most, whatever thread it is done on. GUI thread, but for
// the functions that say otherwise.
class ProgressTeller : public QObject {
    Q_OBJECT

public:
    using Run = WorkProgress::Run;

    Run begin(Work work, const QString& what);
    // For a job; speaks to the GUI thread a few times a second, the first time after `patience`.
    [[nodiscard]] core::JobControl::Progress reporter(
        const Run& run, std::chrono::milliseconds patience = {});
    void end(const Run& run);
    void endLater(const Run& run); // any thread
    [[nodiscard]] std::optional<Work> told() const { return m_told.work; } // by changed, last

signals:
    void changed(const QString& what, double done); // 1: nothing is under way

private:
    void tell();
    template <typename Function> void post(Function function);

    WorkProgress m_progress;
    WorkProgress::Shown m_told;
};

} // namespace app

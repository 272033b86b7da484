#include "app/progressteller.h"

#include "app/beat.h"

#include <utility>

namespace app {

namespace {

constexpr std::chrono::milliseconds progressPeriod(50);

} // namespace

// Runs a function on the GUI thread, unless the teller is gone by then.
template <typename Function> void ProgressTeller::post(Function function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

WorkProgress::Run ProgressTeller::begin(Work work, const QString& what)
{
    return m_progress.begin(work, what);
}

core::JobControl::Progress ProgressTeller::reporter(const Run& run, std::chrono::milliseconds patience)
{
    return [this, run, isDue = Beat(progressPeriod, patience)](double done) mutable {
        if (done < 1 && isDue())
            post([this, run, done] {
                m_progress.report(run, done);
                tell();
            });
    };
}

void ProgressTeller::end(const Run& run)
{
    m_progress.end(run);
    tell();
}

void ProgressTeller::endLater(const Run& run)
{
    post([this, run] { end(run); });
}

void ProgressTeller::tell()
{
    const WorkProgress::Shown shown = m_progress.shown();
    if (std::exchange(m_told, shown) != shown)
        emit changed(shown.what, shown.done);
}

} // namespace app

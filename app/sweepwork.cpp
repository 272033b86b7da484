#include "app/sweepwork.h"

#include "app/beat.h"
#include "ui/parametertext.h"

#include <chrono>
#include <utility>

namespace app {

using core::JobControl;
using core::SweepPoint;

namespace {

constexpr std::chrono::milliseconds publishPeriod(200);

} // namespace

SweepWork::SweepWork(const SessionEngine& engine, ProgressTeller& progress)
    : m_engine(engine)
    , m_progress(progress)
{
}

// Runs a function on the GUI thread, unless this is gone by then.
template <typename Function> void SweepWork::post(Function function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

void SweepWork::start(const std::shared_ptr<const core::Capture>& capture, const core::SweepPlan& plan)
{
    const uint64_t request = ++m_request;
    m_isRunning = true;
    m_progress.end(m_run); // of a sweep that this one takes the place of
    m_run = m_progress.begin(
        Work::Sweep, tr("Sweeping: %1").arg(ui::translated(ui::parameterText(plan.parameter->path).name)));
    const auto report = m_progress.reporter(m_run);
    m_job.submit(
        [this, request, capture, plan, report, sweep = m_engine.sweep](const std::stop_token& stop) {
            std::vector<SweepPoint> points;
            Beat isDue(publishPeriod);
            const auto collect = [&](const SweepPoint& point) {
                points.push_back(point);
                if (isDue())
                    post([this, request, found = std::exchange(points, {})] { publish(request, found); });
            };
            (void)sweep(capture, plan, collect, JobControl(stop, report)); // who cancels knows
            post([this, request, points] {
                publish(request, points);
                end(request);
            });
        },
        LatestJob::Running::IsCancelled);
}

void SweepWork::publish(uint64_t request, const std::vector<SweepPoint>& points)
{
    if (m_isRunning && request == m_request && !points.empty())
        emit found(points);
}

void SweepWork::end(uint64_t request)
{
    if (!m_isRunning || request != m_request)
        return;
    m_isRunning = false;
    m_progress.end(m_run);
    emit ended();
}

// A job that waits is forgotten and would never tell that it ended.
void SweepWork::cancel()
{
    m_job.cancel();
    end(m_request);
}

} // namespace app

#pragma once

#include <functional>
#include <stop_token>
#include <utility>

namespace core {

// How a long piece of work is watched and stopped. Copyable; used by the thread that does the work. The
// default one never stops and reports to nobody.
class JobControl {
public:
    using Progress = std::function<void(double done)>; // 0 … 1; called on the working thread

    JobControl() = default;
    explicit JobControl(std::stop_token stop, Progress progress = {})
        : m_stop(std::move(stop))
        , m_progress(std::move(progress))
    {
    }

    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }
    void report(double done) const
    {
        if (m_progress)
            m_progress(done);
    }

private:
    std::stop_token m_stop;
    Progress m_progress;
};

} // namespace core

#pragma once

#include "ui/timerange.h"

#include <cstddef>
#include <vector>

namespace ui {

// Which stretch of a capture is in view, and which ones were before. Plain value, no widget.
class Viewport {
public:
    // A step ends up in the history; going on with the gesture before (the next notch of the wheel) does not.
    enum class Step : uint8_t { New, Continued };

    [[nodiscard]] TimeRange whole() const { return m_whole; }
    [[nodiscard]] TimeRange visible() const { return m_visible; }

    // A new capture: all of it in view, no history.
    void reset(TimeRange whole);
    // Another length of the same capture: keeps what is in view where that is possible; stays fitted if it
    // was.
    void setWhole(TimeRange whole);
    // Cut to the whole, at least shortest() long.
    void setVisible(TimeRange range, Step step = Step::New);
    // factor < 1 comes closer; `anchor` keeps its place in view.
    void zoom(double factor, core::ReceiverTime anchor, Step step = Step::New);
    void pan(core::ReceiverSpan by, Step step = Step::New);
    void fit() { setVisible(m_whole); }
    // Moves without zooming, and without a step, so that `time` is in view; nothing if it already is.
    void reveal(core::ReceiverTime time);

    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const { return m_position > 0; }
    [[nodiscard]] bool canGoForward() const { return m_position + 1 < m_history.size(); }
    [[nodiscard]] bool isFitted() const { return m_visible == m_whole; }

    [[nodiscard]] static constexpr core::ReceiverSpan shortest() { return core::receiverMilliseconds(5); }

private:
    [[nodiscard]] TimeRange limited(TimeRange range) const;

    TimeRange m_whole;
    TimeRange m_visible;
    std::vector<TimeRange> m_history{TimeRange()};
    size_t m_position = 0; // of m_visible in m_history
};

} // namespace ui

#include "ui/viewport.h"

#include <cmath>

namespace ui {

using core::ReceiverSpan;
using core::ReceiverTime;

namespace {

constexpr size_t longestHistory = 200;

ReceiverSpan scaled(ReceiverSpan span, double factor)
{
    return ReceiverSpan(std::llround(static_cast<double>(span.ticks()) * factor));
}

} // namespace

void Viewport::reset(TimeRange whole)
{
    m_whole = whole;
    m_visible = whole;
    m_history = {whole};
    m_position = 0;
}

void Viewport::setWhole(TimeRange whole)
{
    const bool wasFitted = isFitted();
    m_whole = whole;
    m_visible = wasFitted ? whole : limited(m_visible);
    m_history[m_position] = m_visible;
}

void Viewport::setVisible(TimeRange range, Step step)
{
    range = limited(range);
    if (range == m_visible)
        return;
    m_visible = range;
    if (step == Step::Continued) {
        m_history[m_position] = range;
        return;
    }
    m_history.resize(m_position + 1);
    m_history.push_back(range);
    if (m_history.size() > longestHistory)
        m_history.erase(m_history.begin());
    m_position = m_history.size() - 1;
}

void Viewport::zoom(double factor, ReceiverTime anchor, Step step)
{
    const ReceiverSpan wanted = scaled(m_visible.length(), factor);
    const ReceiverSpan length = std::clamp(wanted, std::min(shortest(), m_whole.length()), m_whole.length());
    if (length == m_visible.length() || m_visible.length().ticks() <= 0)
        return;
    const double share = static_cast<double>((anchor - m_visible.begin).ticks())
        / static_cast<double>(m_visible.length().ticks());
    const ReceiverTime begin = anchor - scaled(length, share);
    setVisible({begin, begin + length}, step);
}

void Viewport::pan(ReceiverSpan by, Step step)
{
    setVisible({m_visible.begin + by, m_visible.end + by}, step);
}

void Viewport::reveal(ReceiverTime time)
{
    if (m_visible.contains(time))
        return;
    const ReceiverTime begin = time - scaled(m_visible.length(), 0.5);
    setVisible({begin, begin + m_visible.length()}, Step::Continued);
}

void Viewport::back()
{
    if (canGoBack())
        m_visible = limited(m_history[--m_position]);
}

void Viewport::forward()
{
    if (canGoForward())
        m_visible = limited(m_history[++m_position]);
}

TimeRange Viewport::limited(TimeRange range) const
{
    const ReceiverSpan length =
        std::clamp(range.length(), std::min(shortest(), m_whole.length()), m_whole.length());
    const ReceiverTime begin = std::clamp(range.begin, m_whole.begin, m_whole.end - length);
    return {begin, begin + length};
}

} // namespace ui

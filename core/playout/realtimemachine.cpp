#include "core/playout/realtimemachine.h"

#include <algorithm>

namespace core {

RealtimeMachine::RealtimeMachine(const BufferSettings& settings, PlayoutSink& sink)
    : m_sink(sink)
    , m_buffer(settings.maxDuration, settings.epsilon)
    , m_playoutDelay(settings.playoutDelay)
    , m_lossStep(std::max(settings.lossStep, ReceiverSpan(1)))
    // The first wake that finds nothing never reports, not even with a threshold of 0.
    , m_lossThreshold(std::max(settings.lossThreshold, ReceiverSpan(1)))
    , m_maxLoss(settings.maxLoss)
{
}

void RealtimeMachine::append(const HeldPacket& packet, ReceiverTime arrival)
{
    switch (m_buffer.append(packet)) {
    case JitterBuffer::Appended::Late:
        m_sink.onRefusal(packet, Refusal::Late, dueOf(packet));
        return;
    case JitterBuffer::Appended::Duplicate:
        m_sink.onRefusal(packet, Refusal::Duplicate, dueOf(packet));
        return;
    case JitterBuffer::Appended::Held:
        break;
    }
    if (!m_hasStarted) {
        m_hasStarted = true;
        m_wake = m_filledUntil = arrival + m_playoutDelay;
    }
    for (const HeldPacket& thrownOut : m_buffer.thrownOut())
        m_sink.onRefusal(thrownOut, Refusal::Overflow, dueOf(thrownOut));
}

void RealtimeMachine::wake(InputState input)
{
    const HeldPacket* top = m_buffer.oldest();
    if (top == nullptr) {
        starve(input);
        return;
    }
    m_isStarving = false;
    fillStall(m_wake, top->stamp);
    if (!m_offset)
        m_offset = m_wake - top->stamp;
    ReceiverSpan position = m_wake - *m_offset;
    if (m_buffer.tail())
        position = std::max(position, *m_buffer.tail());
    const ReceiverSpan gap = top->stamp - position;
    if (gap > m_maxLoss) {
        m_sink.onResync(m_wake, top->stamp);
        m_offset = m_wake - top->stamp;
        playOldest();
    } else if (gap > m_buffer.epsilon()) {
        m_sink.onLoss({.start = m_wake, .duration = gap, .stamp = position, .next = top->packet});
        m_buffer.skipTo(top->stamp);
        m_wake = m_filledUntil = std::max(m_wake, dueOf(*top));
    } else {
        playOldest();
    }
}

void RealtimeMachine::playOldest()
{
    const HeldPacket packet = m_buffer.takeOldest();
    const ReceiverTime due = dueOf(packet);
    m_sink.onPacket(packet, {.start = m_wake, .duration = packet.duration(), .due = due});
    m_filledUntil = m_wake + packet.duration();
    m_wake = std::max(m_filledUntil, due + packet.duration());
}

void RealtimeMachine::starve(InputState input)
{
    if (!m_isStarving) {
        m_isStarving = true;
        m_starvedSince = m_wake;
        m_reported = {};
    } else if (m_wake - m_starvedSince >= m_lossThreshold) {
        reportStarvation();
    }
    m_wake += m_lossStep;
    m_hasEnded = input == InputState::Closed;
}

uint64_t RealtimeMachine::starveUntil(ReceiverTime time, uint64_t separateReports)
{
    // Wakes below the threshold do nothing.
    const ReceiverTime firstReport = std::min(time, m_starvedSince + m_lossThreshold);
    m_wake += m_lossStep * wakesBefore(firstReport);
    uint64_t reports = 0;
    for (; m_wake < time && reports < separateReports; ++reports)
        starve(InputState::Open);
    if (m_wake < time) {
        m_wake += m_lossStep * (wakesBefore(time) - 1);
        starve(InputState::Open);
        ++reports;
    }
    return reports;
}

int64_t RealtimeMachine::wakesBefore(ReceiverTime time) const
{
    const int64_t distance = (time - m_wake).ticks();
    return distance <= 0 ? 0 : (distance - 1) / m_lossStep.ticks() + 1;
}

void RealtimeMachine::reportStarvation()
{
    const ReceiverSpan stamp = m_buffer.tail().value_or(ReceiverSpan()) + m_reported;
    const ReceiverTime start = m_starvedSince + m_reported;
    fillStall(start, stamp);
    m_sink.onLoss(
        {.start = start, .duration = m_wake - start, .stamp = stamp, .origin = LossOrigin::Starvation});
    m_reported = m_wake - m_starvedSince;
    m_filledUntil = m_wake;
}

// What was neither played nor reported: the end of a starvation, and a jump of the stamps within epsilon.
void RealtimeMachine::fillStall(ReceiverTime until, ReceiverSpan nextStamp)
{
    if (m_filledUntil < until)
        m_sink.onStall(m_filledUntil, until - m_filledUntil, nextStamp);
    m_filledUntil = std::max(m_filledUntil, until);
}

ReceiverTime RealtimeMachine::dueOf(const HeldPacket& packet) const
{
    return m_offset ? *m_offset + packet.stamp : never;
}

} // namespace core

#pragma once

#include "core/playout/jitterbuffer.h"
#include "core/playout/playoutsink.h"
#include "core/playout/settings.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace core {

enum class InputState : uint8_t { Open, Closed };

// The rules of the realtime buffer, without a clock: it says when it wants to be woken, its owner brings the
// packets that have arrived by then and wakes it. The same machine runs in virtual time and on a thread. Not
// thread-safe. The sink, which is told what a PlayoutSink is told, has to outlive it; its type is known here,
// so that a virtual hour costs no virtual calls.
template <typename Sink, typename Buffer = JitterBuffer> class RealtimeMachine {
public:
    RealtimeMachine(const BufferSettings& settings, Sink& sink, Buffer buffer);
    RealtimeMachine(const BufferSettings& settings, Sink& sink)
        : RealtimeMachine(settings, sink, Buffer(settings.maxDuration, settings.epsilon))
    {
    }

    // Packets have to be appended in order of arrival, none that arrived after nextWake().
    void append(HeldPacket packet, ReceiverTime arrival);
    // The first packet that is ever held arrives; append() sees to that itself.
    void start(ReceiverTime arrival)
    {
        m_hasStarted = true;
        m_wake = m_filledUntil = arrival + m_playoutDelay;
    }
    // Performs the wake at nextWake(). Closed: nothing will be appended any more.
    void wake(InputState input);

    [[nodiscard]] bool hasStarted() const { return m_hasStarted; } // something was held
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; } // input closed and everything played
    [[nodiscard]] ReceiverTime nextWake() const { return m_wake; } // once started
    // Receiver time at which media time 0 is played, once something was.
    [[nodiscard]] std::optional<ReceiverTime> offset() const { return m_offset; }
    [[nodiscard]] Buffer& buffer() { return m_buffer; }

    // What belongs right behind the tail is due at the next wake.
    [[nodiscard]] bool isOnTime() const
    {
        return m_offset && !m_isStarving && m_filledUntil == m_wake && m_buffer.tail()
            && m_wake == *m_offset + *m_buffer.tail();
    }
    // The buffer was emptied up to its tail, all of it played on time.
    void catchUp() { m_wake = m_filledUntil = *m_offset + *m_buffer.tail(); }

    // True after a wake that found nothing.
    [[nodiscard]] bool isStarving() const { return m_isStarving; }
    // While starving: performs all wakes before `time`, at which the next packet arrives, with the same
    // result as one by one, but in bounded time: after `separateReports` reports the rest is reported as
    // one loss. Returns the number of reports.
    uint64_t starveUntil(ReceiverTime time, uint64_t separateReports);

private:
    void refuse(HeldPacket packet, Refusal refusal) { m_sink.onRefusal(packet, refusal, dueOf(packet)); }
    void playOldest();
    void starve(InputState input);
    void reportStarvation();
    void fillStall(ReceiverTime until, ReceiverSpan nextStamp);
    [[nodiscard]] ReceiverTime dueOf(HeldPacket packet) const;
    [[nodiscard]] int64_t wakesBefore(ReceiverTime time) const;

    Sink& m_sink;
    Buffer m_buffer;
    ReceiverSpan m_playoutDelay, m_lossStep, m_lossThreshold, m_maxLoss;

    std::optional<ReceiverTime> m_offset;
    ReceiverTime m_wake;
    ReceiverTime m_filledUntil; // what was told to the sink reaches to here
    ReceiverTime m_starvedSince;
    ReceiverSpan m_reported; // of this starvation
    bool m_hasStarted = false;
    bool m_hasEnded = false;
    bool m_isStarving = false;
};

template <typename Sink, typename Buffer>
RealtimeMachine<Sink, Buffer>::RealtimeMachine(const BufferSettings& settings, Sink& sink, Buffer buffer)
    : m_sink(sink)
    , m_buffer(std::move(buffer))
    , m_playoutDelay(settings.playoutDelay)
    , m_lossStep(std::max(settings.lossStep, ReceiverSpan(1)))
    // The first wake that finds nothing never reports, not even with a threshold of 0.
    , m_lossThreshold(std::max(settings.lossThreshold, ReceiverSpan(1)))
    , m_maxLoss(settings.maxLoss)
{
}

template <typename Sink, typename Buffer>
void RealtimeMachine<Sink, Buffer>::append(HeldPacket packet, ReceiverTime arrival)
{
    switch (m_buffer.append(packet)) {
    case JitterBuffer::Appended::Late:
        refuse(packet, Refusal::Late);
        return;
    case JitterBuffer::Appended::Duplicate:
        refuse(packet, Refusal::Duplicate);
        return;
    case JitterBuffer::Appended::Held:
        break;
    }
    if (!m_hasStarted)
        start(arrival);
    for (const HeldPacket& thrownOut : m_buffer.thrownOut())
        refuse(thrownOut, Refusal::Overflow);
}

template <typename Sink, typename Buffer> void RealtimeMachine<Sink, Buffer>::wake(InputState input)
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
    const ReceiverSpan position = m_buffer.tailOrLater(m_wake - *m_offset);
    const ReceiverSpan gap = top->stamp - position;
    if (gap > m_buffer.epsilon() && gap <= m_maxLoss) {
        m_sink.onLoss({.start = m_wake, .duration = gap, .stamp = position, .next = top->packet});
        m_buffer.skipTo(top->stamp);
        m_wake = m_filledUntil = std::max(m_wake, dueOf(*top));
        return;
    }
    if (gap > m_maxLoss) {
        m_sink.onResync(m_wake, top->stamp);
        m_offset = m_wake - top->stamp;
    }
    playOldest();
}

template <typename Sink, typename Buffer> void RealtimeMachine<Sink, Buffer>::playOldest()
{
    const HeldPacket packet = m_buffer.takeOldest();
    const ReceiverTime due = dueOf(packet);
    m_sink.onPacket(packet, {.start = m_wake, .duration = packet.duration(), .due = due});
    m_filledUntil = m_wake + packet.duration();
    m_wake = std::max(m_filledUntil, due + packet.duration());
}

template <typename Sink, typename Buffer> void RealtimeMachine<Sink, Buffer>::starve(InputState input)
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

template <typename Sink, typename Buffer>
uint64_t RealtimeMachine<Sink, Buffer>::starveUntil(ReceiverTime time, uint64_t separateReports)
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

template <typename Sink, typename Buffer>
int64_t RealtimeMachine<Sink, Buffer>::wakesBefore(ReceiverTime time) const
{
    const int64_t distance = (time - m_wake).ticks();
    return distance <= 0 ? 0 : (distance - 1) / m_lossStep.ticks() + 1;
}

template <typename Sink, typename Buffer> void RealtimeMachine<Sink, Buffer>::reportStarvation()
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
template <typename Sink, typename Buffer>
void RealtimeMachine<Sink, Buffer>::fillStall(ReceiverTime until, ReceiverSpan nextStamp)
{
    if (m_filledUntil < until)
        m_sink.onStall(m_filledUntil, until - m_filledUntil, nextStamp);
    m_filledUntil = std::max(m_filledUntil, until);
}

template <typename Sink, typename Buffer>
ReceiverTime RealtimeMachine<Sink, Buffer>::dueOf(HeldPacket packet) const
{
    return m_offset ? *m_offset + packet.stamp : never;
}

} // namespace core

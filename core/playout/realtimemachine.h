#pragma once

#include "core/playout/jitterbuffer.h"
#include "core/playout/playoutsink.h"
#include "core/playout/settings.h"

#include <cstdint>
#include <optional>

namespace core {

enum class InputState : uint8_t { Open, Closed };

// The rules of the realtime buffer, without a clock: it says when it wants to be woken, its owner brings the
// packets that have arrived by then and wakes it. The same machine runs in virtual time and on a thread. Not
// thread-safe. The sink has to outlive it.
class RealtimeMachine {
public:
    RealtimeMachine(const BufferSettings& settings, PlayoutSink& sink);

    // Packets have to be appended in order of arrival, none that arrived after nextWake().
    void append(const HeldPacket& packet, ReceiverTime arrival);
    // Performs the wake at nextWake(). Closed: nothing will be appended any more.
    void wake(InputState input);

    [[nodiscard]] bool hasStarted() const { return m_hasStarted; } // something was held
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; } // input closed and everything played
    [[nodiscard]] ReceiverTime nextWake() const { return m_wake; } // once started

    // True after a wake that found nothing.
    [[nodiscard]] bool isStarving() const { return m_isStarving; }
    // While starving: performs all wakes before `time`, at which the next packet arrives, with the same
    // result as one by one, but in bounded time: after `separateReports` reports the rest is reported as
    // one loss. Returns the number of reports.
    uint64_t starveUntil(ReceiverTime time, uint64_t separateReports);

private:
    void playOldest();
    void starve(InputState input);
    void reportStarvation();
    void fillStall(ReceiverTime until, ReceiverSpan nextStamp);
    [[nodiscard]] ReceiverTime dueOf(const HeldPacket& packet) const;
    [[nodiscard]] int64_t wakesBefore(ReceiverTime time) const;

    PlayoutSink& m_sink;
    JitterBuffer m_buffer;
    ReceiverSpan m_playoutDelay, m_lossStep, m_lossThreshold, m_maxLoss;

    std::optional<ReceiverTime> m_offset; // receiver time at which media time 0 is played
    ReceiverTime m_wake;
    ReceiverTime m_filledUntil; // what was told to the sink reaches to here
    ReceiverTime m_starvedSince;
    ReceiverSpan m_reported; // of this starvation
    bool m_hasStarted = false;
    bool m_hasEnded = false;
    bool m_isStarving = false;
};

} // namespace core

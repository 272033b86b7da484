#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/playout/settings.h"
#include "core/playout/timeline.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core {

// The realtime buffer for live input: stamped frames go in as they arrive, events come out when they are due.
// One thread of its own wakes at the right times; it runs from start() to stop(). Same rules and, for the
// same arrival times, same events as the analysis in virtual time, however late the thread is woken.
class RealtimeBuffer {
public:
    // The time, and how to wait for it. Has to outlive the buffer.
    class Clock {
    public:
        Clock() = default;
        Clock(const Clock&) = delete;
        Clock& operator=(const Clock&) = delete;
        Clock(Clock&&) = delete;
        Clock& operator=(Clock&&) = delete;
        virtual ~Clock() = default;

        // Any thread. Never goes back.
        [[nodiscard]] virtual ReceiverTime now() const = 0;
        // The buffer's thread only. Returns when `time` is reached, without a time never by itself, and at
        // once after an interrupt() that no other wait has answered.
        virtual void waitUntil(std::optional<ReceiverTime> time) = 0;
        // Any thread.
        virtual void interrupt() = 0;
    };

    enum class EventKind : uint8_t { Packet, Loss, Stall, Resync, Late, Duplicate, Overflow };
    struct Event {
        EventKind kind = EventKind::Packet;
        ReceiverTime start; // late, duplicate, overflow: when the packet had to be played, or never
        ReceiverSpan duration;
        int64_t stampMs = 0; // packet, late, duplicate, overflow: of the frame
        std::vector<uint8_t> packet; // packet: the Opus packet
    };

    // Does not start anything. clock: a steady one if null.
    explicit RealtimeBuffer(const BufferSettings& settings, Clock* clock = nullptr);
    // Stops the thread like stop(). Nobody may wait in next() any more.
    ~RealtimeBuffer();
    RealtimeBuffer(const RealtimeBuffer&) = delete;
    RealtimeBuffer& operator=(const RealtimeBuffer&) = delete;
    RealtimeBuffer(RealtimeBuffer&&) = delete;
    RealtimeBuffer& operator=(RealtimeBuffer&&) = delete;

    // Once. Before it, frames may be written, but nothing comes out.
    void start();
    // Any thread: a frame that arrives now. Errors: InvalidValue for a frame that is too short, no valid Opus
    // packet, stamped more than a week away from the first, or written after closeWrite().
    [[nodiscard]] Result<void> write(Bytes stampedFrame);
    // Any thread: nothing more will be written. What is held is still played.
    void closeWrite();
    // Any thread: ends at once, played or not. The thread stops, at the latest at its next wake, and next()
    // returns nothing from now on, to readers that wait in it too.
    void stop();
    // Any thread but the buffer's. Waits for the next event; nothing at the end: stopped, or input closed and
    // all played.
    [[nodiscard]] std::optional<Event> next();

private:
    class Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace core

#include "core/playout/realtimebuffer.h"

#include "core/capture/stamped.h"
#include "core/opus/packet.h"
#include "core/playout/realtimemachine.h"
#include "core/playout/steadyclock.h"

#include <cassert>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace core {
namespace {

constexpr int64_t farthestStampMs = int64_t{7} * 86400 * 1000;

// The frames that the machine holds by number, and the events that wait for the reader.
class EventQueue final : public PlayoutSink {
public:
    using Event = RealtimeBuffer::Event;
    using Kind = RealtimeBuffer::EventKind;

    // Returns the number under which the machine knows the frame.
    uint32_t store(const StampedFrame& frame)
    {
        const uint32_t number = m_nextNumber++;
        m_frames[number] = {.stampMs = frame.stampMs, .packet = {frame.packet.begin(), frame.packet.end()}};
        return number;
    }

    void onPacket(const HeldPacket& packet, const Played& played) override
    {
        Frame frame = taken(packet.packet);
        push({Kind::Packet, played.start, played.duration, frame.stampMs, std::move(frame.packet)});
    }
    void onLoss(const LostStretch& stretch) override
    {
        push({.kind = Kind::Loss, .start = stretch.start, .duration = stretch.duration, .packet = {}});
    }
    void onStall(ReceiverTime start, ReceiverSpan duration, ReceiverSpan) override
    {
        push({.kind = Kind::Stall, .start = start, .duration = duration, .packet = {}});
    }
    void onResync(ReceiverTime start, ReceiverSpan) override
    {
        push({.kind = Kind::Resync, .start = start, .duration = {}, .packet = {}});
    }
    void onRefusal(const HeldPacket& packet, Refusal refusal, ReceiverTime due) override
    {
        const Frame frame = taken(packet.packet);
        const Kind kind = refusal == Refusal::Late ? Kind::Late
            : refusal == Refusal::Duplicate        ? Kind::Duplicate
                                                   : Kind::Overflow;
        push({kind, due, packet.duration(), frame.stampMs, {}});
    }

    [[nodiscard]] bool isEmpty() const { return m_events.empty(); }
    [[nodiscard]] Event pop()
    {
        Event event = std::move(m_events.front());
        m_events.pop_front();
        return event;
    }

private:
    struct Frame {
        int64_t stampMs = 0;
        std::vector<uint8_t> packet;
    };

    Frame taken(uint32_t number) { return std::move(m_frames.extract(number).mapped()); }
    void push(Event event) { m_events.push_back(std::move(event)); }

    std::map<uint32_t, Frame> m_frames;
    std::deque<Event> m_events;
    uint32_t m_nextNumber = 0;
};

} // namespace

// All that writers, readers and the thread share; everything behind one lock but the clock.
class RealtimeBuffer::Shared {
public:
    Shared(const BufferSettings& settings, Clock* clock)
        : m_ownClock(clock == nullptr ? std::make_unique<SteadyClock>() : nullptr)
        , m_clock(clock == nullptr ? *m_ownClock : *clock)
        , m_machine(settings, m_queue)
    {
    }

    ~Shared()
    {
        stop();
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    Shared(Shared&&) = delete;
    Shared& operator=(Shared&&) = delete;

    void start()
    {
        assert(!m_thread.joinable());
        {
            const std::lock_guard lock(m_mutex);
            m_isStarted = true;
        }
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    Result<void> write(const StampedFrame& frame, MediaSpan duration)
    {
        {
            const std::lock_guard lock(m_mutex);
            const int64_t first = m_firstStampMs.value_or(frame.stampMs);
            if (m_input == InputState::Closed)
                return failure(ErrorCode::InvalidValue, "closed");
            // Unsigned, because the distance of two arbitrary stamps may not fit.
            const uint64_t distance = static_cast<uint64_t>(frame.stampMs) - static_cast<uint64_t>(first);
            if (distance + farthestStampMs > uint64_t{2} * farthestStampMs)
                return failure(ErrorCode::InvalidValue, "stamp");
            m_firstStampMs = first;
            const ReceiverSpan stamp = receiverMilliseconds(static_cast<int64_t>(distance));
            const ReceiverTime now = m_clock.now();
            catchUp(now);
            m_machine.append({stamp, stamp + toReceiverSpan(duration), m_queue.store(frame)}, now);
            m_changed.notify_all();
        }
        m_clock.interrupt();
        return {};
    }

    void closeWrite()
    {
        {
            const std::lock_guard lock(m_mutex);
            catchUp(m_clock.now());
            m_input = InputState::Closed;
            m_changed.notify_all();
        }
        m_clock.interrupt();
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
            m_changed.notify_all();
        }
        m_clock.interrupt();
    }

    std::optional<Event> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(
            lock, [this] { return (m_isStarted && !m_queue.isEmpty()) || hasEnded() || m_isStopped; });
        if (m_isStopped || m_queue.isEmpty())
            return std::nullopt;
        return m_queue.pop();
    }

private:
    void run(const std::stop_token& stop)
    {
        const std::stop_callback interrupt(stop, [this] { m_clock.interrupt(); });
        while (!stop.stop_requested()) {
            std::optional<ReceiverTime> wake;
            {
                const std::lock_guard lock(m_mutex);
                if (m_isStopped)
                    return;
                wakeUntil(m_clock.now());
                if (hasEnded())
                    return;
                if (m_machine.hasStarted())
                    wake = m_machine.nextWake();
            }
            m_clock.waitUntil(wake);
        }
    }

    // Performs the wakes that are due before something changes at `now`, should the thread be behind.
    void catchUp(ReceiverTime now)
    {
        while (m_isStarted && m_machine.hasStarted() && !m_machine.hasEnded() && m_machine.nextWake() < now)
            wakeOnce();
    }

    void wakeUntil(ReceiverTime now)
    {
        while (m_machine.hasStarted() && !m_machine.hasEnded() && m_machine.nextWake() <= now)
            wakeOnce();
        if (hasEnded())
            m_changed.notify_all();
    }

    void wakeOnce()
    {
        m_machine.wake(m_input);
        m_changed.notify_all();
    }

    [[nodiscard]] bool hasEnded() const
    {
        return m_machine.hasEnded() || (m_input == InputState::Closed && !m_machine.hasStarted());
    }

    std::unique_ptr<Clock> m_ownClock;
    Clock& m_clock;
    std::mutex m_mutex;
    std::condition_variable m_changed; // events, the end
    EventQueue m_queue;
    RealtimeMachine<EventQueue> m_machine;
    InputState m_input = InputState::Open;
    bool m_isStarted = false;
    bool m_isStopped = false;
    std::optional<int64_t> m_firstStampMs;
    std::jthread m_thread;
};

RealtimeBuffer::RealtimeBuffer(const BufferSettings& settings, Clock* clock)
    : m_shared(std::make_unique<Shared>(settings, clock))
{
}

RealtimeBuffer::~RealtimeBuffer() = default;

void RealtimeBuffer::start() { m_shared->start(); }

Result<void> RealtimeBuffer::write(Bytes stampedFrame)
{
    const Result<StampedFrame> frame = parseStampedFrame(stampedFrame);
    if (!frame)
        return tl::unexpected(frame.error());
    const Result<PacketLayout> layout = parsePacket(frame->packet);
    if (!layout)
        return tl::unexpected(layout.error());
    return m_shared->write(*frame, layout->duration());
}

void RealtimeBuffer::closeWrite() { m_shared->closeWrite(); }

void RealtimeBuffer::stop() { m_shared->stop(); }

std::optional<RealtimeBuffer::Event> RealtimeBuffer::next() { return m_shared->next(); }

} // namespace core

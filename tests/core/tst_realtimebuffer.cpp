#include "core/capture/stamped.h"
#include "core/playout/realtimebuffer.h"

#include <QStringList>
#include <QTest>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace core;

namespace {

// Stands still until a test moves it.
class ManualClock final : public RealtimeBuffer::Clock {
public:
    [[nodiscard]] ReceiverTime now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    void waitUntil(std::optional<ReceiverTime> time) override
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_isInterrupted || (time && m_now >= *time); });
        m_isInterrupted = false;
    }
    void interrupt() override
    {
        const std::lock_guard lock(m_mutex);
        m_isInterrupted = true;
        m_changed.notify_all();
    }
    void moveTo(int64_t ms)
    {
        const std::lock_guard lock(m_mutex);
        m_now = ReceiverTime() + receiverMilliseconds(ms);
        m_changed.notify_all();
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    ReceiverTime m_now;
    bool m_isInterrupted = false;
};

// SILK wideband, 20 ms; the last byte tells packets apart.
std::vector<uint8_t> frame(int64_t stampMs, uint8_t mark = 0)
{
    const std::vector<uint8_t> packet{9 << 3, 1, 2, mark};
    return makeStampedFrame(stampMs, packet, StampVersion::V1).value();
}

QString inWords(const RealtimeBuffer::Event& event)
{
    static constexpr std::array<const char*, 7> kinds{
        "packet", "loss", "stall", "resync", "late", "duplicate", "overflow"};
    return QStringLiteral("%1 %2-%3")
        .arg(QLatin1String(kinds.at(static_cast<size_t>(event.kind))))
        .arg(event.start.milliseconds())
        .arg((event.start + event.duration).milliseconds());
}

QStringList allEvents(RealtimeBuffer& buffer)
{
    QStringList events;
    while (const auto event = buffer.next())
        events.append(inWords(*event));
    return events;
}

} // namespace

class TestRealtimeBuffer : public QObject {
    Q_OBJECT
private slots:
    void eventsAreThoseOfTheVirtualTimeHoweverLateTheThreadIs()
    {
        ManualClock clock;
        RealtimeBuffer buffer({}, &clock);
        buffer.start();
        const std::vector<std::pair<int64_t, int64_t>> arrivals{
            {0, 1000}, {15, 1020}, {61, 1060}, {62, 1060}, {110, 1040}, {455, 1080}};
        for (const auto& [time, stamp] : arrivals) {
            clock.moveTo(time);
            QVERIFY(buffer.write(frame(stamp)).has_value());
        }
        buffer.closeWrite();
        clock.moveTo(10000);
        QCOMPARE(allEvents(buffer),
            (QStringList{"packet 60-80", "duplicate 120-140", "packet 80-100", "loss 100-120", "late 100-120",
                "packet 120-140", "loss 140-340", "loss 340-360", "loss 360-380", "loss 380-400",
                "loss 400-420", "loss 420-440", "stall 440-460", "packet 460-480"}));
    }

    void packetComesOutByteForByte()
    {
        ManualClock clock;
        RealtimeBuffer buffer({}, &clock);
        QVERIFY(buffer.write(frame(5000, 77)).has_value());
        buffer.start();
        clock.moveTo(60);
        const auto event = buffer.next();
        QVERIFY(event.has_value());
        QCOMPARE(event->stampMs, 5000);
        QCOMPARE(event->packet, (std::vector<uint8_t>{9 << 3, 1, 2, 77}));
    }

    void damagedFramesAreRefusedWithAnError()
    {
        ManualClock clock;
        RealtimeBuffer buffer({}, &clock);
        QCOMPARE(buffer.write(std::vector<uint8_t>{1, 2, 3}).error().code, ErrorCode::InvalidValue);
        const std::vector<uint8_t> noFrames{3, 0}; // code 3 with a count of 0
        QVERIFY(!buffer.write(makeStampedFrame(0, noFrames, StampVersion::V1).value()).has_value());
        QVERIFY(buffer.write(frame(0)).has_value());
        QVERIFY(buffer.write(frame(int64_t{7} * 86400 * 1000)).has_value());
        QVERIFY(!buffer.write(frame(int64_t{7} * 86400 * 1000 + 1)).has_value());
        buffer.closeWrite();
        QVERIFY(!buffer.write(frame(20)).has_value());
    }

    void endsWhenClosedWithoutAnyFrame()
    {
        ManualClock clock;
        RealtimeBuffer buffer({}, &clock);
        buffer.start();
        buffer.closeWrite();
        QVERIFY(!buffer.next().has_value());
    }

    void stopsAtOnceWhileItWaitsForever()
    {
        ManualClock clock;
        for (int i = 0; i < 50; ++i) {
            RealtimeBuffer unstarted({}, &clock);
            RealtimeBuffer empty({}, &clock);
            empty.start();
        }
        for (int i = 0; i < 50; ++i) {
            RealtimeBuffer holding({}, &clock);
            holding.start();
            QVERIFY(holding.write(frame(0)).has_value());
        }
    }

    void stopLetsWaitingReadersGo()
    {
        ManualClock clock;
        for (int i = 0; i < 50; ++i) {
            RealtimeBuffer buffer({}, &clock);
            buffer.start();
            QVERIFY(buffer.write(frame(0)).has_value());
            std::atomic<int> ended = 0;
            const auto readToTheEnd = [&] { ended += buffer.next().has_value() ? 0 : 1; };
            std::jthread one(readToTheEnd);
            std::jthread other(readToTheEnd);
            buffer.stop();
            one.join();
            other.join();
            QCOMPARE(ended.load(), 2);
        }
    }

    void stopLeavesNothingToRead()
    {
        ManualClock clock;
        RealtimeBuffer buffer({}, &clock);
        buffer.start();
        QVERIFY(buffer.write(frame(0)).has_value());
        clock.moveTo(60);
        QVERIFY(buffer.write(frame(20)).has_value());
        QVERIFY(buffer.next().has_value());
        buffer.stop();
        QVERIFY(!buffer.next().has_value());
    }

    void writersReadersAndTheThreadShareNothingUnguarded()
    {
        BufferSettings settings;
        settings.playoutDelay = receiverMilliseconds(1);
        RealtimeBuffer buffer(settings); // on the steady clock
        buffer.start();
        const auto writeHalf = [&buffer](int64_t first) {
            for (int64_t i = first; i < 40; i += 2)
                (void)buffer.write(frame(i * 20));
        };
        std::jthread even(writeHalf, 0);
        std::jthread odd(writeHalf, 1);
        std::jthread closer([&] {
            even.join();
            odd.join();
            buffer.closeWrite();
        });
        int packets = 0, refused = 0;
        while (const auto event = buffer.next()) {
            packets += event->kind == RealtimeBuffer::EventKind::Packet ? 1 : 0;
            refused += event->kind == RealtimeBuffer::EventKind::Late ? 1 : 0;
        }
        QCOMPARE(packets + refused, 40);
    }
};

QTEST_APPLESS_MAIN(TestRealtimeBuffer)
#include "tst_realtimebuffer.moc"

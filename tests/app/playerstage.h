#pragma once

#include "app/player.h"
#include "tests/app/played.h"

#include <QTest>

namespace test {

inline constexpr int limitMs = 10000;
inline constexpr size_t requestFrames = 480;

// What the test and the player's thread share of a device that the test pulls by hand.
struct Desk {
    std::mutex mutex;
    app::AudioOutput::Source* source = nullptr;
    QString started;
    std::chrono::milliseconds latency{};
    std::atomic<bool> isAlive = true;
    std::atomic<bool> refuses = false;

    [[nodiscard]] bool isRunning()
    {
        const std::lock_guard lock(mutex);
        return source != nullptr;
    }
    [[nodiscard]] std::chrono::milliseconds latencyAskedFor()
    {
        const std::lock_guard lock(mutex);
        return latency;
    }
    // Runs dry so often that it is told as one trouble.
    void runDryAgainAndAgain()
    {
        const std::lock_guard lock(mutex);
        for (int i = 0; source != nullptr && i < 3; ++i)
            source->deviceRanDry();
    }
};

class HandDevice final : public app::AudioOutput {
public:
    explicit HandDevice(Desk& desk)
        : m_desk(desk)
    {
    }

    QStringList deviceNames() override { return {QStringLiteral("desk"), QStringLiteral("headset")}; }
    QString defaultDevice() const override { return QStringLiteral("desk"); }
    core::Result<void> start(
        const QString& device, std::chrono::milliseconds latency, Source& source) override
    {
        if (m_desk.refuses)
            return core::failure(core::ErrorCode::NotReadable, "busy");
        const std::lock_guard lock(m_desk.mutex);
        m_desk.source = &source;
        m_desk.latency = latency;
        m_desk.started = device.isEmpty() ? QStringLiteral("desk") : device;
        return {};
    }
    void stop() override
    {
        const std::lock_guard lock(m_desk.mutex);
        m_desk.source = nullptr;
    }
    bool isAlive() const override { return m_desk.isAlive; }
    QString runningDevice() const override { return m_desk.started; }
    double latencyMs() const override { return 20; }

private:
    Desk& m_desk;
};

// A player whose device asks for samples only when told to, so that nothing depends on the machine's speed.
class Stage {
public:
    app::Player player{std::make_unique<HandDevice>(desk)};
    Desk desk;

    void start(const std::shared_ptr<const core::Analysis>& analysis)
    {
        player.load(analysis);
        player.setPlaying(true);
        settle();
    }
    // Everything asked for is done.
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(player.hasGranted(), limitMs); }
    // The player is as far ahead of the device as it wants to be.
    void waitForRing() { QVERIFY(waitFor(app::PlayerFeed::targetFrames)); }
    // Lets the device ask for this much, 10 ms at a time, never faster than the player decodes.
    Frames pull(size_t count)
    {
        Frames played;
        while (played.size() < count) {
            Frames request(std::min(requestFrames, count - played.size()));
            if (!waitFor(request.size()))
                break;
            const std::lock_guard lock(desk.mutex);
            if (desk.source == nullptr)
                break;
            desk.source->pull(request, std::chrono::steady_clock::now());
            played.insert(played.end(), request.begin(), request.end());
        }
        return played;
    }
    // Meanwhile the device asks for a frame now and then, so that it is not taken for stuck.
    template <typename Condition> bool waitAsking(Condition isTrue)
    {
        return QTest::qWaitFor(
            [&] {
                (void)pull(1);
                return isTrue();
            },
            limitMs);
    }
    ui::Playback playback() const { return player.playback(std::chrono::steady_clock::now()); }
    // Of all that was handed out.
    ui::Playback playbackLater() const
    {
        return player.playback(std::chrono::steady_clock::now() + std::chrono::seconds(5));
    }

private:
    bool waitFor(size_t frames)
    {
        return QTest::qWaitFor([&] { return player.framesReady() >= frames; }, limitMs);
    }
};

} // namespace test

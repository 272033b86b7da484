#pragma once

#include "app/audiooutput.h"
#include "app/outputhealth.h"
#include "app/playedtimes.h"
#include "app/playerfeed.h"
#include "app/playheadclock.h"
#include "core/analysis/analysis.h"
#include "ui/playback.h"

#include <QCoreApplication>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace app {

// Plays what the listener hears, or the original. Its own thread decodes ahead and owns the output, so that
// no call waits for a device. Without a device, or when it goes away, a silent clock goes on; one that runs
// dry again and again is given more audio ahead. All functions may be called from any thread; they only say
// what is wanted, playback() tells what is.
class Player {
    Q_DECLARE_TR_FUNCTIONS(app::Player)

public:
    // A change is heard the sooner, the shorter the latency; on a busy machine the sound runs dry the sooner
    // too. It is doubled where that happens often.
    static constexpr std::chrono::milliseconds shortestLatency{30};
    static constexpr std::chrono::milliseconds longestLatency{480};

    explicit Player(std::unique_ptr<AudioOutput> output, std::chrono::milliseconds latency = shortestLatency);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    // The newest analysis; while playing it is heard at once.
    void load(std::shared_ptr<const core::Analysis> analysis);
    void setPlaying(bool play);
    void seek(core::ReceiverTime time);
    void listen(ui::Listen listen);
    void setLoop(std::optional<ui::LoopRange> loop);
    void setStop(std::optional<core::ReceiverTime> stop);
    void setVolume(double volume); // 0 … 1
    void setDevice(const QString& name); // empty: the system's choice
    // Looks for devices on the player's thread; devices() is empty until it has.
    void findDevices();

    struct Devices {
        QStringList names;
        bool areKnown = false;
    };
    [[nodiscard]] Devices devices() const;
    [[nodiscard]] ui::Playback playback(TimePoint now) const;
    // Everything asked for so far has been done; playback() tells of it.
    [[nodiscard]] bool hasGranted() const;
    // Decoded and not yet taken by the device.
    [[nodiscard]] uint64_t framesReady() const { return m_ring.fill(); }

private:
    // What the device pulls from. Never waits, never allocates.
    class Tap final : public AudioOutput::Source {
    public:
        explicit Tap(AudioRing& ring)
            : m_ring(ring)
        {
        }
        void pull(std::span<AudioRing::Frame> out, TimePoint soundsAt) noexcept override;
        void deviceRanDry() noexcept override { underruns.fetch_add(1, std::memory_order_relaxed); }

        PlayheadClock clock;
        std::atomic<float> volume = 1;
        std::atomic<float> level = 0;
        std::atomic<uint64_t> underruns = 0;
        std::atomic<uint64_t> pulls = 0;
        std::atomic<bool> isEnding = false; // an empty ring is no underrun

    private:
        AudioRing& m_ring;
        float m_volume = 1; // reached so far
    };

    // What was asked for and not yet done; the newest of each kind wins.
    struct Wishes {
        std::shared_ptr<const core::Analysis> analysis;
        std::optional<bool> play;
        std::optional<core::ReceiverTime> seek;
        std::optional<ui::Listen> listen;
        std::optional<std::optional<ui::LoopRange>> loop;
        std::optional<std::optional<core::ReceiverTime>> stop;
        std::optional<QString> device;
        bool findDevices = false;
    };

    template <typename Change> void wish(Change change);
    void run(const std::stop_token& stop);
    void grant(const Wishes& wishes);
    void play();
    void changeDevice(const QString& name);
    void pause();
    void restart();
    void setLatency(std::chrono::milliseconds latency);
    void startOutput();
    void stopOutput();
    void goOnSilently(const QString& problem);
    [[nodiscard]] OutputCounts counts() const;
    [[nodiscard]] QString problemText(const core::Error& error) const;
    void work();
    void watchOutput();
    void check(const core::Result<void>& result);
    void publish();
    [[nodiscard]] core::ReceiverTime heardAt(TimePoint now) const;

    AudioRing m_ring{65536};
    Tap m_tap{m_ring};

    // Feed thread only.
    PlayerFeed m_feed{m_ring};
    std::unique_ptr<AudioOutput> m_device;
    SilentOutput m_silence;
    AudioOutput* m_output = nullptr; // the one of the two that runs
    QString m_wantedDevice;
    QString m_problem;
    std::chrono::milliseconds m_latency{};
    OutputHealth m_health;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Wishes m_wishes;
    bool m_hasWishes = false; // not yet taken up
    bool m_isGranting = false;
    QString m_defaultDevice;
    ui::Playback m_playback; // all but what changes between two rounds of the feed
    Devices m_devices;
    PlayedTimes m_times;

    std::jthread m_thread; // last: it uses all above
};

} // namespace app

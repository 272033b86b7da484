#include "app/player.h"

#include <algorithm>
#include <cmath>

namespace app {

using core::ReceiverSpan;
using core::ReceiverTime;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds feedPeriod(5);
// Devices hold a little more than they say; stopped too early, the last syllable would be cut off.
constexpr std::chrono::milliseconds latencyMargin(150);
// The level falls by 20 dB in about half a second.
constexpr float levelDecayPerFrame = 0.9999F;

} // namespace

void Player::Tap::pull(std::span<AudioRing::Frame> out, TimePoint soundsAt) noexcept
{
    const AudioRing::ReadResult read = m_ring.read(out);
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(read.count), out.end(), AudioRing::Frame{});
    const bool isUnderrun = read.count < out.size() && !isEnding.load(std::memory_order_relaxed);
    underruns.fetch_add(isUnderrun ? 1 : 0, std::memory_order_relaxed);

    const float wanted = volume.load(std::memory_order_relaxed);
    const float step = out.empty() ? 0 : (wanted - m_volume) / static_cast<float>(out.size());
    float peak = level.load(std::memory_order_relaxed);
    for (AudioRing::Frame& frame : out) {
        m_volume += step;
        frame = {frame[0] * m_volume, frame[1] * m_volume};
        peak = std::max({peak * levelDecayPerFrame, std::abs(frame[0]), std::abs(frame[1])});
    }
    m_volume = wanted;
    level.store(peak, std::memory_order_relaxed);
    if (read.count > 0)
        clock.handOut(read.place, read.count, soundsAt);
    pulls.fetch_add(1, std::memory_order_relaxed);
}

Player::Player(std::unique_ptr<AudioOutput> output, std::chrono::milliseconds latency)
    : m_device(std::move(output))
{
    setLatency(latency);
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Player::~Player() = default;

template <typename Change> void Player::wish(Change change)
{
    {
        const std::lock_guard lock(m_mutex);
        change(m_wishes);
        m_hasWishes = true;
    }
    m_wake.notify_one();
}

void Player::load(std::shared_ptr<const core::Analysis> analysis)
{
    wish([&](Wishes& wishes) { wishes.analysis = std::move(analysis); });
}

void Player::setPlaying(bool play)
{
    wish([&](Wishes& wishes) { wishes.play = play; });
}

void Player::seek(ReceiverTime time)
{
    wish([&](Wishes& wishes) { wishes.seek = time; });
}

void Player::listen(ui::Listen listen)
{
    wish([&](Wishes& wishes) {
        wishes.listen = listen;
        m_playback.listen = listen;
    });
}

void Player::setLoop(std::optional<ui::LoopRange> loop)
{
    wish([&](Wishes& wishes) { wishes.loop = loop; });
}

void Player::setStop(std::optional<ReceiverTime> stop)
{
    wish([&](Wishes& wishes) { wishes.stop = stop; });
}

void Player::setVolume(double volume)
{
    // Loudness goes about with the third power of a slider's way.
    const double clamped = std::clamp(volume, 0.0, 1.0);
    m_tap.volume = static_cast<float>(clamped * clamped * clamped);
}

void Player::setDevice(const QString& name)
{
    wish([&](Wishes& wishes) { wishes.device = name; });
}

void Player::findDevices()
{
    wish([](Wishes& wishes) { wishes.findDevices = true; });
}

Player::Devices Player::devices() const
{
    const std::lock_guard lock(m_mutex);
    return m_devices;
}

ui::Playback Player::playback(TimePoint now) const
{
    const std::lock_guard lock(m_mutex);
    ui::Playback playback = m_playback;
    if (playback.isPlaying) {
        playback.position = heardAt(now);
        playback.level = std::min(1.0F, m_tap.level.load(std::memory_order_relaxed));
    }
    playback.underruns = m_tap.underruns.load(std::memory_order_relaxed);
    return playback;
}

bool Player::hasGranted() const
{
    const std::lock_guard lock(m_mutex);
    return !m_hasWishes && !m_isGranting;
}

ReceiverTime Player::heardAt(TimePoint now) const
{
    const uint64_t place = std::max(m_tap.clock.placeAt(now), m_ring.discardedBefore());
    return m_times.at(place).value_or(m_playback.position);
}

void Player::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const Wishes wishes = std::exchange(m_wishes, {});
        m_hasWishes = false;
        m_isGranting = true;
        lock.unlock();
        grant(wishes);
        work();
        lock.lock();
        publish();
        m_isGranting = false;
        if (m_output != nullptr)
            m_wake.wait_for(lock, stop, feedPeriod, [this] { return m_hasWishes; });
        else
            m_wake.wait(lock, stop, [this] { return m_hasWishes; });
    }
    lock.unlock();
    stopOutput();
}

void Player::grant(const Wishes& wishes)
{
    if (wishes.play == false)
        pause(); // first, for it sets the place that a seek may change
    if (wishes.analysis)
        check(m_feed.load(wishes.analysis));
    if (wishes.listen)
        check(m_feed.listen(*wishes.listen));
    if (wishes.stop)
        m_feed.setStop(*wishes.stop);
    if (wishes.loop)
        m_feed.setLoop(*wishes.loop);
    if (wishes.seek)
        m_feed.seek(*wishes.seek);
    if (wishes.device && *wishes.device != m_wantedDevice)
        changeDevice(*wishes.device);
    if (wishes.play == true)
        play();
    if (wishes.findDevices) {
        QStringList names = m_device->deviceNames();
        const std::lock_guard lock(m_mutex);
        m_defaultDevice = m_device->defaultDevice();
        m_devices = {std::move(names), true};
    }
}

void Player::play()
{
    if (m_output != nullptr || !m_feed.isLoaded())
        return;
    if (m_feed.isAtEnd())
        m_feed.seek({});
    check(m_feed.fill());
    m_health.begin();
    startOutput();
}

void Player::changeDevice(const QString& name)
{
    m_wantedDevice = name;
    restart();
}

void Player::restart()
{
    if (m_output == nullptr)
        return;
    pause();
    if (!m_feed.isAtEnd())
        play();
}

// A device asks for all it holds at once when it was kept waiting: the ring holds twice as much.
void Player::setLatency(std::chrono::milliseconds latency)
{
    m_latency = std::clamp(latency, shortestLatency, longestLatency);
    m_feed.setAhead(static_cast<uint64_t>(2 * m_latency.count() * framesPerSecond / 1000));
}

// What is heard now is where playing goes on: the frames decoded ahead are dropped.
void Player::pause()
{
    if (m_output == nullptr)
        return;
    ReceiverTime heard;
    {
        const std::lock_guard lock(m_mutex);
        heard = heardAt(steady_clock::now());
    }
    stopOutput();
    m_feed.seek(heard);
}

void Player::startOutput()
{
    m_output = m_device.get();
    m_problem.clear();
    m_device->stop();
    const auto started = m_device->start(m_wantedDevice, m_latency, m_tap);
    if (!started)
        goOnSilently(problemText(started.error()));
    m_health.started(steady_clock::now(), counts(), m_latency);
}

OutputCounts Player::counts() const
{
    return {m_tap.pulls.load(std::memory_order_relaxed), m_tap.underruns.load(std::memory_order_relaxed)};
}

void Player::stopOutput()
{
    if (m_output != nullptr)
        m_output->stop();
    m_output = nullptr;
}

void Player::goOnSilently(const QString& problem)
{
    m_problem = problem;
    m_device->stop();
    m_output = &m_silence;
    (void)m_silence.start({}, {}, m_tap); // it can't fail
}

QString Player::problemText(const core::Error& error) const
{
    if (error.code != core::ErrorCode::NotFound)
        return tr("The sound device refuses: %1. Playing silently.")
            .arg(QString::fromStdString(error.detail));
    if (error.detail.empty())
        return tr("No sound device was found. Playing silently.");
    return tr("There is no sound device “%1”. Playing silently.").arg(QString::fromStdString(error.detail));
}

void Player::work()
{
    if (m_output == nullptr)
        return;
    check(m_feed.fill());
    m_tap.isEnding = m_feed.isAtEnd() || !m_feed.isLoaded();
    watchOutput();
    const TimePoint surelyHeard = steady_clock::now() - latencyMargin;
    if (m_tap.isEnding && m_ring.fill() == 0 && m_tap.clock.placeAt(surelyHeard) >= m_ring.end())
        stopOutput();
}

void Player::watchOutput()
{
    if (m_output != m_device.get())
        return;
    switch (m_health.look(steady_clock::now(), counts(), m_output->isAlive())) {
    case OutputHealth::Verdict::Well:
        break;
    case OutputHealth::Verdict::Stuck:
        startOutput();
        break;
    case OutputHealth::Verdict::RunsDry:
        if (m_latency < longestLatency && !m_tap.isEnding) {
            setLatency(2 * m_latency);
            restart();
        }
        break;
    case OutputHealth::Verdict::Gone:
        goOnSilently(tr("The sound device has gone away. Playing silently."));
        break;
    }
}

void Player::check(const core::Result<void>& result)
{
    if (!result)
        m_problem = tr("This can't be played: %1").arg(QString::fromStdString(result.error().detail));
}

// Caller holds the mutex.
void Player::publish()
{
    const TimePoint now = steady_clock::now();
    for (const PlayedStretch& stretch : m_feed.takeStretches())
        m_times.add(stretch);
    m_times.forgetBefore(m_tap.clock.placeAt(now));

    m_playback.isPlaying = m_output != nullptr;
    m_playback.position = m_playback.isPlaying ? heardAt(now) : m_feed.position();
    m_playback.latencyMs = m_playback.isPlaying ? m_output->latencyMs() : 0;
    m_playback.device = m_playback.isPlaying ? m_output->runningDevice()
        : m_wantedDevice.isEmpty()           ? m_defaultDevice
                                             : m_wantedDevice;
    m_playback.isDeviceKnown = m_playback.isPlaying || m_devices.areKnown;
    m_playback.problem = m_problem;
}

} // namespace app

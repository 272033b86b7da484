#pragma once

#include "app/audioring.h"
#include "app/playheadclock.h"
#include "core/base/error.h"

#include <QString>
#include <QStringList>
#include <atomic>
#include <span>
#include <thread>

namespace app {

// Where the player's samples go: a device, or nothing at a steady pace. All functions are called by one
// thread.
class AudioOutput {
public:
    // What an output pulls 48 kHz stereo from, on a thread of its own that must never wait.
    class Source {
    public:
        virtual ~Source() = default;
        // Fills all of out. The first frame will sound at soundsAt.
        virtual void pull(std::span<AudioRing::Frame> out, TimePoint soundsAt) noexcept = 0;
        // The device itself ran dry before this pull, whatever it had been given.
        virtual void deviceRanDry() noexcept = 0;
    };

    virtual ~AudioOutput() = default;

    // Names a device can be asked for by; looks for new ones while it does not run.
    [[nodiscard]] virtual QStringList deviceNames() = 0;
    // The system's choice among them; empty: none. Known after deviceNames().
    [[nodiscard]] virtual QString defaultDevice() const = 0;
    // Starts pulling; source lives until stop() returns. An empty name is the system's choice. What is pulled
    // sounds about `latency` later, or later still if the device can't do with so little: the longer, the
    // longer may the machine be busy with other things before the device runs dry. Errors: NotFound (no such
    // device, or none at all), NotReadable (the device refuses; detail holds its words).
    [[nodiscard]] virtual core::Result<void> start(
        const QString& device, std::chrono::milliseconds latency, Source& source) = 0;
    // Stops at once, what was pulled but has not sounded is dropped. After it nothing is pulled any more.
    virtual void stop() = 0;
    // False once the device has gone away by itself.
    [[nodiscard]] virtual bool isAlive() const = 0;
    [[nodiscard]] virtual QString runningDevice() const = 0;
    [[nodiscard]] virtual double latencyMs() const = 0;
};

// Takes the samples at the pace of the steady clock and drops them.
class SilentOutput final : public AudioOutput {
public:
    [[nodiscard]] QStringList deviceNames() override { return {}; }
    [[nodiscard]] QString defaultDevice() const override { return {}; }
    [[nodiscard]] core::Result<void> start(
        const QString& device, std::chrono::milliseconds latency, Source& source) override;
    void stop() override;
    [[nodiscard]] bool isAlive() const override { return true; }
    [[nodiscard]] QString runningDevice() const override { return {}; }
    [[nodiscard]] double latencyMs() const override { return 0; }

private:
    std::jthread m_thread;
};

} // namespace app

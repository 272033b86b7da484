#pragma once

#include "core/base/time.h"

#include <QString>
#include <optional>

namespace ui {

// What the ear is on: the stream as it was sent, or what the simulated listener hears.
enum class Listen : uint8_t { Original, Received };

struct LoopRange {
    core::ReceiverTime begin;
    core::ReceiverTime end;

    bool operator==(const LoopRange&) const = default;
};

// Muted, the level is kept for later.
struct Volume {
    double level = 1; // 0 … 1
    bool isMuted = false;

    [[nodiscard]] double heard() const { return isMuted ? 0 : level; }
};

// Snapshot of the player for the window, at most 60 a second.
struct Playback {
    core::ReceiverTime
        position; // of what sounds now, on the receiver's clock, in Received and Original alike
    bool isPlaying = false;
    Listen listen = Listen::Received; // as it was asked for last; it is heard a moment later
    float level = 0; // peak of what was played lately, 0 … 1
    quint64 underruns = 0;
    double latencyMs = 0; // of the device that runs, else 0
    // As PortAudio names it; while stopped the one that would be used. Empty: none, the clock runs silently.
    QString device;
    bool isDeviceKnown = false; // false: nobody has looked yet
    QString problem; // why there is no sound, for the user; empty if there is
};

} // namespace ui

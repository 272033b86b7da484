#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace app {

using TimePoint = std::chrono::steady_clock::time_point;

inline constexpr int64_t framesPerSecond = 48000;

// Tells which frame sounds now, between two requests of the device. It never reads a clock: the device says
// when the frames it took will sound, and whoever asks brings the time along. One writer, any number of
// readers, none ever waits for the writer.
class PlayheadClock {
public:
    // Writer only: count frames from `place` on were handed out, the first of which sounds at soundsAt.
    void handOut(uint64_t place, uint64_t count, TimePoint soundsAt) noexcept
    {
        // Stored with release order, so that a reader who sees any of the three sees the odd version too.
        const uint64_t version = m_version.load(std::memory_order_relaxed);
        m_version.store(version + 1, std::memory_order_relaxed);
        m_place.store(place, std::memory_order_release);
        m_count.store(count, std::memory_order_release);
        m_soundsAt.store(soundsAt.time_since_epoch().count(), std::memory_order_release);
        m_version.store(version + 2, std::memory_order_release);
    }

    // The frame that sounds at `now`: never one that was not handed out yet. 0 before the first.
    [[nodiscard]] uint64_t placeAt(TimePoint now) const
    {
        const Anchor anchor = newest();
        const auto elapsed = now - TimePoint(TimePoint::duration(anchor.soundsAt));
        const auto elapsedUs = std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count();
        const int64_t place = static_cast<int64_t>(anchor.place) + elapsedUs * framesPerSecond / 1000000;
        return static_cast<uint64_t>(
            std::clamp<int64_t>(place, 0, static_cast<int64_t>(anchor.place + anchor.count)));
    }

private:
    struct Anchor {
        uint64_t place = 0, count = 0;
        int64_t soundsAt = 0;
    };

    // A seqlock: a reader that met the writer half way reads again.
    [[nodiscard]] Anchor newest() const
    {
        while (true) {
            const uint64_t version = m_version.load(std::memory_order_acquire);
            const Anchor anchor{m_place.load(std::memory_order_acquire),
                m_count.load(std::memory_order_acquire), m_soundsAt.load(std::memory_order_acquire)};
            if (version % 2 == 0 && m_version.load(std::memory_order_relaxed) == version)
                return anchor;
        }
    }

    std::atomic<uint64_t> m_version = 0;
    std::atomic<uint64_t> m_place = 0, m_count = 0;
    std::atomic<int64_t> m_soundsAt = 0;
};

} // namespace app

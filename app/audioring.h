#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

namespace app {

// Stereo frames on their way from one producer thread to one consumer thread. Lock-free, allocates only when
// made. Frames are counted from the first one ever written, so that both sides can name a place in the
// stream.
class AudioRing {
public:
    using Frame = std::array<float, 2>;

    // capacity: a power of two.
    explicit AudioRing(uint64_t capacity)
        : m_capacity(capacity)
        , m_frames(capacity)
    {
    }

    // Producer only.
    [[nodiscard]] uint64_t written() const { return m_written.load(std::memory_order_relaxed); }
    // Producer only. Frames that can be written now.
    [[nodiscard]] uint64_t space() const
    {
        return m_capacity - (written() - m_read.load(std::memory_order_acquire));
    }
    // Producer only. Copies all of frames, for which there must be space.
    void write(std::span<const Frame> frames)
    {
        const uint64_t begin = written();
        for (uint64_t i = 0; i < frames.size(); ++i)
            m_frames[(begin + i) & (m_capacity - 1)] = frames[i];
        m_written.store(begin + frames.size(), std::memory_order_release);
    }
    // Producer only. The consumer passes over what was written before this place, without ever meeting an
    // empty ring if frames behind it are written already.
    void discardBefore(uint64_t place) { m_discardBefore.store(place, std::memory_order_release); }

    // Any thread. The place that is read next, as far as that thread can know.
    [[nodiscard]] uint64_t nextRead() const
    {
        return std::max(
            m_read.load(std::memory_order_acquire), m_discardBefore.load(std::memory_order_acquire));
    }
    // Any thread. What was written before this place is not played any more.
    [[nodiscard]] uint64_t discardedBefore() const { return m_discardBefore.load(std::memory_order_acquire); }
    // Any thread. Frames that the consumer has not read and will not pass over.
    [[nodiscard]] uint64_t fill() const
    {
        const uint64_t next = nextRead(); // before what is written, so never beyond it
        return m_written.load(std::memory_order_acquire) - next;
    }

    // Consumer only. Copies up to out.size() frames; the rest of out is left as it was. Returns the number
    // copied and the place of the first one.
    struct ReadResult {
        uint64_t place = 0;
        uint64_t count = 0;
    };
    ReadResult read(std::span<Frame> out)
    {
        // Read in this order, `written` is never before `place`: the producer marks only what it has written.
        const uint64_t place = nextRead();
        const uint64_t count =
            std::min<uint64_t>(out.size(), m_written.load(std::memory_order_acquire) - place);
        for (uint64_t i = 0; i < count; ++i)
            out[i] = m_frames[(place + i) & (m_capacity - 1)];
        m_read.store(place + count, std::memory_order_release);
        return {place, count};
    }

private:
    uint64_t m_capacity;
    std::vector<Frame> m_frames;
    alignas(64) std::atomic<uint64_t> m_written = 0;
    alignas(64) std::atomic<uint64_t> m_discardBefore = 0;
    alignas(64) std::atomic<uint64_t> m_read = 0;
};

} // namespace app

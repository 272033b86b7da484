#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace app {

// Stereo frames on their way from one producer thread to one consumer thread. Lock-free, allocates only when
// made. Frames are counted from the first one ever written, so that both sides can name a place in the
// stream.
class AudioRing {
public:
    using Frame = std::array<float, 2>;

    static constexpr size_t fadeFrames = 240; // 5 ms

    // capacity: a power of two.
    explicit AudioRing(uint64_t capacity)
        : m_capacity(capacity)
        , m_frames(capacity)
    {
    }

    // Producer only. Where the next frame goes.
    [[nodiscard]] uint64_t end() const { return m_end; }
    // Producer only. Frames that can be written now.
    [[nodiscard]] uint64_t space() const
    {
        return m_capacity - (m_end - m_read.load(std::memory_order_acquire));
    }
    // Producer only. Copies all of frames, for which there must be space; the consumer can't read them before
    // they are handed over.
    void write(std::span<const Frame> frames)
    {
        for (const Frame& frame : frames)
            m_frames[m_end++ & (m_capacity - 1)] = frame;
    }
    // Producer only. All that was written can be read.
    void handOver() { m_written.store(m_end, std::memory_order_release); }
    // Producer only. The consumer passes over what was written before this place, without ever meeting an
    // empty ring if frames behind it were handed over already.
    void discardBefore(uint64_t place) { m_discardBefore.store(place, std::memory_order_release); }

    // Producer only. False until the consumer has taken up the last splice, or passed over it.
    [[nodiscard]] bool canSplice() const
    {
        const uint64_t mark = m_spliceMark.load(std::memory_order_relaxed);
        return m_taken.load(std::memory_order_acquire) == mark
            || m_read.load(std::memory_order_acquire) > mark;
    }
    // Producer only, if canSplice(). Hands over: what was written from `mark` on takes the place of what
    // stands from `from` on, frame for frame. Wherever behind `from` the consumer is by then, it goes over to
    // the frame that belongs there, by a cross-fade. `from` is what nextRead() told a while ago.
    void splice(uint64_t from, uint64_t mark)
    {
        m_spliceFrom.store(from, std::memory_order_relaxed);
        m_spliceMark.store(mark, std::memory_order_release);
        handOver(); // last: the consumer goes over only to what it can read
    }

    // Any thread. The place that is read next, as far as that thread can know.
    [[nodiscard]] uint64_t nextRead() const { return next(m_written.load(std::memory_order_acquire)).place; }
    // Any thread. What was written before this place is not played any more.
    [[nodiscard]] uint64_t discardedBefore() const { return m_discardBefore.load(std::memory_order_acquire); }
    // Any thread. Frames that the consumer can read and will not pass over.
    [[nodiscard]] uint64_t fill() const
    {
        const Next next = this->next(m_written.load(std::memory_order_acquire));
        return next.end - next.place;
    }

    // Consumer only. Copies up to out.size() frames; the rest of out is left as it was. Returns the number
    // copied and the place of the first one.
    struct ReadResult {
        uint64_t place = 0;
        uint64_t count = 0;
    };
    ReadResult read(std::span<Frame> out)
    {
        const Next next = this->next(m_written.load(std::memory_order_acquire));
        if (next.place != next.unspliced)
            beginFade(next.unspliced, next.mark);
        const uint64_t count = std::min<uint64_t>(out.size(), next.end - next.place);
        for (uint64_t i = 0; i < count; ++i)
            out[i] = at(next.place + i);
        fadeInto(out.first(count));
        if (next.isTaken)
            m_taken.store(next.mark, std::memory_order_release);
        m_read.store(next.place + count, std::memory_order_release);
        return {next.place, count};
    }

private:
    // Of what is read next, up to `end`.
    struct Next {
        uint64_t place = 0, end = 0;
        uint64_t unspliced = 0; // the place before a splice was taken up
        uint64_t mark = 0; // of the newest splice
        bool isTaken = false;
    };

    [[nodiscard]] Frame& at(uint64_t place) { return m_frames[place & (m_capacity - 1)]; }

    // The mark is read first: whoever sees it sees what was discarded before and whence to splice. What was
    // `written` was read earlier still, so that a splice is taken up only with the frames behind it; until
    // then nothing behind the mark is read. Where the consumer is ahead of all of them it goes on at the end.
    [[nodiscard]] Next next(uint64_t written) const
    {
        const uint64_t mark = m_spliceMark.load(std::memory_order_acquire);
        const uint64_t place =
            std::max(m_read.load(std::memory_order_acquire), m_discardBefore.load(std::memory_order_acquire));
        if (mark == m_taken.load(std::memory_order_acquire) || place > mark)
            return {place, std::max(place, written), place, mark, false};
        const uint64_t spliced = mark + (place - m_spliceFrom.load(std::memory_order_relaxed));
        if (written > mark && (spliced < written || place == mark))
            return {std::min(spliced, written), written, place, mark, true};
        return {place, std::max(place, std::min(mark, written)), place, mark, false};
    }

    // Keeps what would have been played, for the producer may soon overwrite it.
    void beginFade(uint64_t place, uint64_t end)
    {
        m_faded = 0;
        m_fadeSize = std::min<uint64_t>(fadeFrames, end - place);
        for (size_t i = 0; i < m_fadeSize; ++i)
            m_fade[i] = at(place + i);
    }
    void fadeInto(std::span<Frame> out)
    {
        for (size_t i = 0; i < out.size() && m_faded < m_fadeSize; ++i, ++m_faded) {
            const float share = static_cast<float>(m_faded + 1) / static_cast<float>(m_fadeSize + 1);
            for (size_t side = 0; side < 2; ++side)
                out[i][side] = m_fade[m_faded][side] * (1 - share) + out[i][side] * share;
        }
    }

    uint64_t m_capacity;
    std::vector<Frame> m_frames;
    alignas(64) uint64_t m_end = 0; // producer only
    std::atomic<uint64_t> m_written = 0;
    std::atomic<uint64_t> m_discardBefore = 0;
    std::atomic<uint64_t> m_spliceFrom = 0, m_spliceMark = 0;
    alignas(64) std::atomic<uint64_t> m_read = 0;
    std::atomic<uint64_t> m_taken = 0; // mark of the splice taken up last
    std::array<Frame, fadeFrames> m_fade{}; // consumer only
    size_t m_faded = 0, m_fadeSize = 0;
};

} // namespace app

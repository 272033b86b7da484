#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace core {

// Lowest and highest sample of a stretch, scaled to int16 (32767 = full scale; louder is clipped).
struct MinMax {
    int16_t low = 0;
    int16_t high = 0;

    bool operator==(const MinMax&) const = default;
};

// What a waveform picture needs of hours of PCM: minimum and maximum over all channels for each block of 256
// frames, and over 8, 64, 512 … blocks. Memory: about 1 % of the PCM that is filled in. Filled front to back
// or in any order of blocks; a block not yet filled is told apart, so that half a picture can be drawn.
// Drawing cost depends on columns, not on frames.
class WaveformLevels {
public:
    static constexpr int64_t blockFrames = 256;

    // Which blocks are held once they are filled. Coarse: of the smallest only those of unfinished stretches,
    // for pictures whose columns are wider than eight of them; takes an eighth of the memory.
    enum class Detail : uint8_t { Fine, Coarse };

    // Nothing filled yet.
    explicit WaveformLevels(int64_t frameCount, Detail detail = Detail::Fine);
    WaveformLevels(WaveformLevels&&) noexcept = default;
    WaveformLevels& operator=(WaveformLevels&&) noexcept = default;
    WaveformLevels& operator=(const WaveformLevels&) = delete;
    ~WaveformLevels() = default;

    // The same picture, which later changes of this one leave alone. Takes memory only for what is changed
    // behind it, in either of the two; may be read by another thread while this one is filled.
    [[nodiscard]] WaveformLevels snapshot();

    [[nodiscard]] int64_t frameCount() const { return m_frameCount; }
    [[nodiscard]] double filledShare() const; // 0 … 1

    // Enters interleaved PCM starting at a block boundary; a last block shorter than blockFrames only at the
    // very end.
    void fill(int64_t firstFrame, std::span<const float> interleaved, int channels);

    struct Column {
        MinMax range; // of what is filled
        bool isFilled = false; // wholly
    };
    // One column for each of out, which together cover frames [begin, end) evenly, each widened to whole
    // blocks, or to eight of them where they are coarse; frames outside the PCM are empty (range 0, not
    // filled where nothing else is in the column).
    void query(int64_t begin, int64_t end, std::span<Column> out) const;

private:
    // An empty range, so that joining with what is not filled changes nothing.
    static constexpr MinMax nothing{std::numeric_limits<int16_t>::max(), std::numeric_limits<int16_t>::min()};
    static constexpr size_t pageBlocks = 1024;
    struct Page {
        Page() { ranges.fill(nothing); }

        std::array<MinMax, pageBlocks> ranges; // nothing: not filled
        std::bitset<pageBlocks> isWhole;
        uint32_t wholeBlocks = 0; // of isWhole
    };
    // Blocks of one size. Four bytes each: a day has sixteen millions of the smallest.
    class Level {
    public:
        explicit Level(size_t blocks);

        [[nodiscard]] size_t size() const { return m_size; }
        // What is not there is not filled.
        [[nodiscard]] const Page* page(size_t number) const { return m_pages[number].get(); }
        // Sets a block. True if it was empty.
        bool set(size_t block, MinMax range, bool isWhole);
        // Gives up pages [first, last] as far as they are whole, but the very last, which may be filled
        // twice.
        void dropWhole(size_t first, size_t last);
        void share() { m_isShared.assign(m_pages.size(), true); }

    private:
        size_t m_size;
        std::vector<std::shared_ptr<Page>> m_pages;
        std::vector<bool> m_isShared; // perhaps with a snapshot: never changed, but replaced
    };
    // Blocks joined one after the other.
    struct Extent {
        int16_t low = nothing.low;
        int16_t high = nothing.high;
        bool isWhole = true;

        void add(const Level& level, size_t first, size_t end);
        void add(const Page& page, size_t first, size_t end);
        [[nodiscard]] bool isEmpty() const { return low > high; }
    };
    static constexpr size_t radix = 8; // level n + 1 has a block for every radix of level n

    WaveformLevels(const WaveformLevels&) = default;

    [[nodiscard]] Extent range(size_t firstBlock, size_t endBlock) const;

    int64_t m_frameCount = 0;
    int64_t m_filledBlocks = 0;
    Detail m_detail = Detail::Fine;
    std::vector<Level> m_levels;
};

} // namespace core

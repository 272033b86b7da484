#include "core/render/levels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <functional>

namespace core {

namespace {

int16_t scaled(float sample)
{
    const double value = static_cast<double>(std::clamp(sample, -1.0F, 1.0F) * 32767.0F);
    return static_cast<int16_t>(value < 0 ? value - 0.5 : value + 0.5);
}

// Many lanes side by side instead of one running minimum, so that the compiler needs no permission to
// reorder; as many as registers hold.
constexpr size_t laneCount = 16;
using Lanes = std::array<float, laneCount>;

// Halves the lanes until one is left.
template <typename Better> float reduced(Lanes& lanes, Better isBetter)
{
    for (size_t width = laneCount / 2; width > 0; width /= 2) {
        for (size_t lane = 0; lane < width; ++lane)
            lanes[lane] = isBetter(lanes[lane + width], lanes[lane]) ? lanes[lane + width] : lanes[lane];
    }
    return lanes.front();
}

MinMax extremes(std::span<const float> samples)
{
    Lanes low;
    Lanes high;
    low.fill(samples.front());
    high.fill(samples.front());
    size_t i = 0;
    for (; i + laneCount <= samples.size(); i += laneCount) {
        const float* values = &samples[i];
        for (size_t lane = 0; lane < laneCount; ++lane)
            low[lane] = values[lane] < low[lane] ? values[lane] : low[lane];
        for (size_t lane = 0; lane < laneCount; ++lane)
            high[lane] = values[lane] > high[lane] ? values[lane] : high[lane];
    }
    for (; i < samples.size(); ++i) {
        low[0] = std::min(low[0], samples[i]);
        high[0] = std::max(high[0], samples[i]);
    }
    return {scaled(reduced(low, std::less<>())), scaled(reduced(high, std::greater<>()))};
}

size_t blocksFor(int64_t frames)
{
    return static_cast<size_t>((frames + WaveformLevels::blockFrames - 1) / WaveformLevels::blockFrames);
}

} // namespace

WaveformLevels::WaveformLevels(int64_t frameCount)
    : m_frameCount(std::max<int64_t>(0, frameCount))
{
    size_t blocks = blocksFor(m_frameCount);
    m_levels.emplace_back(blocks);
    while (blocks > radix) {
        blocks = (blocks + radix - 1) / radix;
        m_levels.emplace_back(blocks);
    }
}

double WaveformLevels::filledShare() const
{
    if (m_levels.front().empty())
        return 1;
    return static_cast<double>(m_filledBlocks) / static_cast<double>(m_levels.front().size());
}

void WaveformLevels::Extent::add(std::span<const Block> blocks)
{
    for (const Block& block : blocks) {
        low = std::min(low, block.range.low);
        high = std::max(high, block.range.high);
        isWhole = isWhole && block.filled == Filled::All;
        isEmpty = isEmpty && block.filled == Filled::Nothing;
    }
}

WaveformLevels::Block WaveformLevels::Extent::block() const
{
    if (isEmpty)
        return {};
    return {{low, high}, isWhole ? Filled::All : Filled::Some};
}

void WaveformLevels::fill(int64_t firstFrame, std::span<const float> interleaved, int channels)
{
    assert(firstFrame % blockFrames == 0);
    const auto blockSamples = static_cast<size_t>(blockFrames * channels);
    auto first = static_cast<size_t>(firstFrame / blockFrames);
    Level& base = m_levels.front();
    size_t end = first;
    for (auto rest = interleaved; !rest.empty() && end < base.size(); ++end) {
        const size_t count = std::min(blockSamples, rest.size());
        m_filledBlocks += base[end].filled == Filled::Nothing ? 1 : 0;
        base[end] = {extremes(rest.first(count)), Filled::All};
        rest = rest.subspan(count);
    }
    for (size_t level = 1; level < m_levels.size() && first < end; ++level) {
        const std::span<const Block> below(m_levels[level - 1]);
        first /= radix;
        end = (end + radix - 1) / radix;
        for (size_t i = first; i < end; ++i) {
            Extent extent;
            extent.add(below.subspan(i * radix, std::min(radix, below.size() - i * radix)));
            m_levels[level][i] = extent.block();
        }
    }
}

// Takes the blocks at both ends that do not fill a block of the level above, then goes up.
WaveformLevels::Block WaveformLevels::range(size_t firstBlock, size_t endBlock) const
{
    Extent extent;
    for (size_t level = 0; firstBlock < endBlock; ++level) {
        const std::span<const Block> blocks(m_levels[level]);
        const size_t aligned = (firstBlock + radix - 1) / radix * radix;
        const size_t alignedEnd = endBlock / radix * radix;
        if (level + 1 == m_levels.size() || aligned >= alignedEnd) {
            extent.add(blocks.subspan(firstBlock, endBlock - firstBlock));
            break;
        }
        extent.add(blocks.subspan(firstBlock, aligned - firstBlock));
        extent.add(blocks.subspan(alignedEnd, endBlock - alignedEnd));
        firstBlock = aligned / radix;
        endBlock = alignedEnd / radix;
    }
    return extent.block();
}

void WaveformLevels::query(int64_t begin, int64_t end, std::span<Column> out) const
{
    const double width =
        static_cast<double>(end - begin) / static_cast<double>(std::max<size_t>(1, out.size()));
    for (size_t i = 0; i < out.size(); ++i) {
        const auto from = begin + static_cast<int64_t>(std::floor(static_cast<double>(i) * width));
        const auto to = begin + static_cast<int64_t>(std::floor(static_cast<double>(i + 1) * width));
        const int64_t first = std::clamp<int64_t>(from, 0, m_frameCount);
        const int64_t last = std::clamp<int64_t>(std::max(to, from + 1), 0, m_frameCount);
        out[i] = {};
        if (first >= last)
            continue;
        const Block block = range(static_cast<size_t>(first / blockFrames), blocksFor(last));
        if (block.filled != Filled::Nothing)
            out[i] = {block.range, block.filled == Filled::All};
    }
}

} // namespace core

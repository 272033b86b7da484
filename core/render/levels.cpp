#include "core/render/levels.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace core {

namespace {

int16_t scaled(float sample)
{
    return static_cast<int16_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767.0F));
}

// Many lanes side by side instead of one running minimum, so that the compiler needs no permission to
// reorder.
MinMax extremes(std::span<const float> samples)
{
    constexpr size_t laneCount = 64;
    std::array<float, laneCount> low{};
    std::array<float, laneCount> high{};
    low.fill(samples.front());
    high.fill(samples.front());
    size_t i = 0;
    for (; i + laneCount <= samples.size(); i += laneCount) {
        for (size_t lane = 0; lane < laneCount; ++lane) {
            const float value = samples[i + lane];
            low[lane] = value < low[lane] ? value : low[lane];
            high[lane] = value > high[lane] ? value : high[lane];
        }
    }
    for (; i < samples.size(); ++i) {
        low[0] = std::min(low[0], samples[i]);
        high[0] = std::max(high[0], samples[i]);
    }
    return {scaled(*std::min_element(low.begin(), low.end())),
        scaled(*std::max_element(high.begin(), high.end()))};
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

WaveformLevels::Block WaveformLevels::joined(std::span<const Block> blocks)
{
    Block result;
    bool isWhole = true;
    for (const Block& block : blocks) {
        isWhole = isWhole && block.filled == Filled::All;
        if (block.filled == Filled::Nothing)
            continue;
        if (result.filled == Filled::Nothing)
            result.range = block.range;
        result.range.low = std::min(result.range.low, block.range.low);
        result.range.high = std::max(result.range.high, block.range.high);
        result.filled = Filled::Some;
    }
    if (isWhole && !blocks.empty())
        result.filled = Filled::All;
    return result;
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
        for (size_t i = first; i < end; ++i)
            m_levels[level][i] = joined(below.subspan(i * radix, std::min(radix, below.size() - i * radix)));
    }
}

// Takes the blocks at both ends that do not fill a block of the level above, then goes up.
WaveformLevels::Block WaveformLevels::range(size_t firstBlock, size_t endBlock) const
{
    Block total;
    bool isFirst = true;
    const auto take = [&](std::span<const Block> blocks) {
        if (blocks.empty())
            return;
        const std::array<Block, 2> parts{joined(blocks), total};
        total = joined(std::span(parts).first(isFirst ? 1 : 2));
        isFirst = false;
    };
    for (size_t level = 0; firstBlock < endBlock; ++level) {
        const std::span<const Block> blocks(m_levels[level]);
        const size_t aligned = (firstBlock + radix - 1) / radix * radix;
        const size_t alignedEnd = endBlock / radix * radix;
        if (level + 1 == m_levels.size() || aligned >= alignedEnd) {
            take(blocks.subspan(firstBlock, endBlock - firstBlock));
            break;
        }
        take(blocks.subspan(firstBlock, aligned - firstBlock));
        take(blocks.subspan(alignedEnd, endBlock - alignedEnd));
        firstBlock = aligned / radix;
        endBlock = alignedEnd / radix;
    }
    return total;
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
        out[i] = {block.range, block.filled == Filled::All};
    }
}

} // namespace core

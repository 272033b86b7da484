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

WaveformLevels::Level::Level(size_t blocks)
    : m_size(blocks)
    , m_pages((blocks + pageBlocks - 1) / pageBlocks)
    , m_isShared(m_pages.size())
{
}

bool WaveformLevels::Level::set(size_t block, MinMax range, bool isWhole)
{
    const size_t number = block / pageBlocks;
    std::shared_ptr<Page>& page = m_pages[number];
    if (!page)
        page = std::make_shared<Page>();
    else if (m_isShared[number])
        page = std::make_shared<Page>(*page);
    m_isShared[number] = false;
    const size_t place = block % pageBlocks;
    const bool wasEmpty = page->ranges[place] == nothing;
    page->ranges[place] = range;
    page->wholeBlocks += static_cast<uint32_t>(isWhole) - static_cast<uint32_t>(page->isWhole[place]);
    page->isWhole[place] = isWhole;
    return wasEmpty;
}

void WaveformLevels::Level::dropWhole(size_t first, size_t last)
{
    for (size_t number = first; number <= last && number + 1 < m_pages.size(); ++number) {
        if (m_pages[number] && m_pages[number]->wholeBlocks == pageBlocks)
            m_pages[number].reset();
    }
}

WaveformLevels::WaveformLevels(int64_t frameCount, Detail detail)
    : m_frameCount(std::max<int64_t>(0, frameCount))
    , m_detail(detail)
{
    size_t blocks = blocksFor(m_frameCount);
    m_levels.emplace_back(blocks);
    while (blocks > radix) {
        blocks = (blocks + radix - 1) / radix;
        m_levels.emplace_back(blocks);
    }
}

WaveformLevels WaveformLevels::snapshot()
{
    for (Level& level : m_levels)
        level.share();
    return *this;
}

double WaveformLevels::filledShare() const
{
    const size_t blocks = m_levels.front().size();
    return blocks == 0 ? 1 : static_cast<double>(m_filledBlocks) / static_cast<double>(blocks);
}

void WaveformLevels::Extent::add(const Level& level, size_t first, size_t end)
{
    while (first < end) {
        const size_t place = first % pageBlocks;
        const size_t count = std::min(end - first, pageBlocks - place);
        if (const Page* page = level.page(first / pageBlocks))
            add(*page, place, place + count);
        else
            isWhole = false;
        first += count;
    }
}

void WaveformLevels::Extent::add(const Page& page, size_t first, size_t end)
{
    for (size_t place = first; place < end; ++place) {
        const MinMax range = page.ranges[place];
        low = std::min(low, range.low);
        high = std::max(high, range.high);
    }
    if (page.wholeBlocks == pageBlocks)
        return;
    for (size_t place = first; isWhole && place < end; ++place)
        isWhole = page.isWhole[place];
}

void WaveformLevels::fill(int64_t firstFrame, std::span<const float> interleaved, int channels)
{
    assert(firstFrame % blockFrames == 0);
    const auto blockSamples = static_cast<size_t>(blockFrames * channels);
    auto first = static_cast<size_t>(firstFrame / blockFrames);
    Level& base = m_levels.front();
    const size_t firstPage = first / pageBlocks;
    size_t end = first;
    for (auto rest = interleaved; !rest.empty() && end < base.size(); ++end) {
        const size_t count = std::min(blockSamples, rest.size());
        m_filledBlocks += base.set(end, extremes(rest.first(count)), true) ? 1 : 0;
        rest = rest.subspan(count);
    }
    const size_t lastPage = end / pageBlocks;
    for (size_t level = 1; level < m_levels.size() && first < end; ++level) {
        const Level& below = m_levels[level - 1];
        first /= radix;
        end = (end + radix - 1) / radix;
        for (size_t i = first; i < end; ++i) {
            Extent extent;
            extent.add(below, i * radix, std::min((i + 1) * radix, below.size()));
            m_levels[level].set(i, {extent.low, extent.high}, extent.isWhole);
        }
    }
    if (m_detail == Detail::Coarse)
        base.dropWhole(firstPage, lastPage);
}

// Takes the blocks at both ends that do not fill a block of the level above, then goes up.
WaveformLevels::Extent WaveformLevels::range(size_t firstBlock, size_t endBlock) const
{
    Extent extent;
    size_t level = 0;
    if (m_detail == Detail::Coarse && m_levels.size() > 1) {
        firstBlock /= radix;
        endBlock = (endBlock + radix - 1) / radix;
        level = 1;
    }
    for (; firstBlock < endBlock; ++level) {
        const Level& blocks = m_levels[level];
        const size_t aligned = (firstBlock + radix - 1) / radix * radix;
        const size_t alignedEnd = endBlock / radix * radix;
        if (level + 1 == m_levels.size() || aligned >= alignedEnd) {
            extent.add(blocks, firstBlock, endBlock);
            break;
        }
        extent.add(blocks, firstBlock, aligned);
        extent.add(blocks, alignedEnd, endBlock);
        firstBlock = aligned / radix;
        endBlock = alignedEnd / radix;
    }
    return extent;
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
        const Extent extent = range(static_cast<size_t>(first / blockFrames), blocksFor(last));
        if (!extent.isEmpty())
            out[i] = {{extent.low, extent.high}, extent.isWhole};
    }
}

} // namespace core

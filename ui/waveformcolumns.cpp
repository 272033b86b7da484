#include "ui/waveformcolumns.h"

#include <algorithm>
#include <cmath>

namespace ui {

using core::WaveformLevels;
using Column = WaveformLevels::Column;

namespace {

constexpr int64_t blockFrames = WaveformLevels::blockFrames;

int16_t between(int16_t left, int16_t right, double share)
{
    return static_cast<int16_t>(std::lround(left + (right - left) * share));
}

// The picture at a place between the middles of two blocks; where one of them is unknown, that of the nearer.
Column between(const Column& left, const Column& right, double share)
{
    if (!left.isFilled || !right.isFilled)
        return share < 0.5 ? left : right;
    return {
        {between(left.range.low, right.range.low, share), between(left.range.high, right.range.high, share)},
        true};
}

void queryBetweenBlocks(
    const WaveformLevels& levels, int64_t begin, double framesPerColumn, std::span<Column> out)
{
    const auto frames = static_cast<int64_t>(std::ceil(framesPerColumn * static_cast<double>(out.size())));
    const int64_t firstBlock = std::max<int64_t>(begin, 0) / blockFrames - 1;
    const int64_t lastBlock = (begin + frames) / blockFrames + 1;
    std::vector<Column> blocks(static_cast<size_t>(std::max<int64_t>(lastBlock - firstBlock + 1, 2)));
    levels.query(
        firstBlock * blockFrames, (firstBlock + static_cast<int64_t>(blocks.size())) * blockFrames, blocks);
    for (size_t i = 0; i < out.size(); ++i) {
        const double frame = static_cast<double>(begin) + (static_cast<double>(i) + 0.5) * framesPerColumn;
        const double place = frame / blockFrames - static_cast<double>(firstBlock) - 0.5;
        if (frame < 0 || frame >= static_cast<double>(levels.frameCount()))
            continue;
        const auto left = std::min(static_cast<size_t>(std::max(place, 0.0)), blocks.size() - 2);
        out[i] = between(blocks[left], blocks[left + 1], place - static_cast<double>(left));
    }
}

} // namespace

std::vector<Column> waveformColumns(
    const WaveformLevels& levels, core::ReceiverTime firstFrame, TimeRange range, size_t count)
{
    std::vector<Column> columns(count);
    const int64_t begin = core::toMediaSpan(range.begin - firstFrame).ticks();
    const int64_t end = std::max(core::toMediaSpan(range.end - firstFrame).ticks(), begin + 1);
    const double framesPerColumn =
        static_cast<double>(end - begin) / static_cast<double>(std::max<size_t>(count, 1));
    if (framesPerColumn < blockFrames)
        queryBetweenBlocks(levels, begin, framesPerColumn, columns);
    else
        levels.query(begin, end, columns);
    return columns;
}

} // namespace ui

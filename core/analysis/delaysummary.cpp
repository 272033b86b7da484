#include "core/analysis/delaysummary.h"

#include "core/base/wide.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr int bucketBits = 11;
constexpr size_t bucketCount = size_t{1} << bucketBits;
// Below this, plain selection is quicker than buckets.
constexpr size_t fewValues = 256;

struct Range {
    int64_t minimum = 0;
    int64_t maximum = 0;
};

struct Extent {
    Range range;
    int64_t sum = 0;
};

template <typename Value> inline Extent extentOf(std::span<const Value> values)
{
    Value minimum = values.front();
    Value maximum = minimum;
    int64_t sum = 0;
    for (const Value value : values) {
        minimum = std::min(minimum, value);
        maximum = std::max(maximum, value);
        sum += value;
    }
    return {{minimum, maximum}, sum};
}

JITTERSCOPE_WIDE Extent shortExtent(std::span<const int32_t> values) { return extentOf(values); }

Extent extent(std::span<const int32_t> values) { return shortExtent(values); }
Extent extent(std::span<const int64_t> values) { return extentOf(values); }

// Which bucket a value of a range belongs to: equal steps of a power of two, so that a few passes narrow any
// range down to single values.
class Buckets {
public:
    explicit Buckets(Range range)
        : m_minimum(range.minimum)
        , m_shift(std::max(0, static_cast<int>(std::bit_width(widthOf(range))) - bucketBits))
    {
    }

    [[nodiscard]] size_t indexOf(int64_t value) const { return offsetOf(value) >> m_shift; }
    [[nodiscard]] bool areSingleValues() const { return m_shift == 0; }
    [[nodiscard]] int64_t firstValueOf(size_t bucket) const
    {
        return static_cast<int64_t>(static_cast<uint64_t>(m_minimum) + (uint64_t{bucket} << m_shift));
    }

private:
    static uint64_t widthOf(Range range)
    {
        return static_cast<uint64_t>(range.maximum) - static_cast<uint64_t>(range.minimum);
    }
    [[nodiscard]] uint64_t offsetOf(int64_t value) const
    {
        return static_cast<uint64_t>(value) - static_cast<uint64_t>(m_minimum);
    }

    int64_t m_minimum;
    int m_shift;
};

using Counts = std::array<uint32_t, bucketCount>;

template <typename Value> Counts countInto(const Buckets& buckets, std::span<const Value> values)
{
    Counts counts{};
    for (const Value value : values)
        ++counts[buckets.indexOf(value)];
    return counts;
}

// Finds the bucket that holds the value of this rank and makes the rank one within that bucket.
size_t bucketOfRank(const Counts& counts, size_t& rank)
{
    size_t bucket = 0;
    while (rank >= counts[bucket])
        rank -= counts[bucket++];
    return bucket;
}

// The value with `rank` smaller or equal ones before it. Takes the values, to work in place.
int64_t selected(std::vector<int64_t> values, size_t rank)
{
    while (values.size() > fewValues) {
        const Buckets buckets(extentOf(std::span<const int64_t>(values)).range);
        const size_t bucket = bucketOfRank(countInto(buckets, std::span<const int64_t>(values)), rank);
        if (buckets.areSingleValues())
            return buckets.firstValueOf(bucket);
        std::erase_if(values, [&](int64_t value) { return buckets.indexOf(value) != bucket; });
    }
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

// Nearest rank: the smallest value that at least `percent` of all do not exceed; as an index from 0.
size_t rankOf(uint64_t percent, size_t count) { return (percent * count + 99) / 100 - 1; }

constexpr std::array<uint64_t, 3> percents{50, 95, 99};
using Percentiles = std::array<int64_t, percents.size()>;

// One pass counts, one picks out the buckets that hold the percentiles; these are small for any delay that is
// spread out, and narrowed down further for one that is not.
template <typename Value> Percentiles percentilesOf(std::span<const Value> values, Range range)
{
    const Buckets buckets(range);
    const Counts counts = countInto(buckets, values);
    std::array<size_t, percents.size()> ranks{};
    std::array<size_t, percents.size()> wanted{};
    std::array<uint8_t, bucketCount> isWanted{};
    for (size_t i = 0; i < percents.size(); ++i) {
        ranks[i] = rankOf(percents[i], values.size());
        wanted[i] = bucketOfRank(counts, ranks[i]);
        isWanted[wanted[i]] = 1;
    }
    Percentiles result{};
    if (buckets.areSingleValues()) {
        for (size_t i = 0; i < percents.size(); ++i)
            result[i] = buckets.firstValueOf(wanted[i]);
        return result;
    }
    size_t room = 1; // one more, because a value is written before it is known to be wanted
    for (size_t bucket = 0; bucket < bucketCount; ++bucket)
        room += isWanted[bucket] != 0 ? counts[bucket] : 0;
    std::vector<int64_t> candidates(room);
    size_t found = 0;
    for (const Value value : values) {
        candidates[found] = value;
        found += isWanted[buckets.indexOf(value)];
    }
    candidates.resize(found);
    for (size_t i = 0; i < percents.size(); ++i) {
        std::vector<int64_t> own;
        own.reserve(counts[wanted[i]]);
        std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(own),
            [&](int64_t value) { return buckets.indexOf(value) == wanted[i]; });
        result[i] = selected(std::move(own), ranks[i]);
    }
    return result;
}

template <typename Value> DelaySummary summaryOf(std::span<const Value> delaysUs)
{
    DelaySummary summary;
    if (delaysUs.empty())
        return summary;
    const Extent all = extent(delaysUs);
    const Percentiles percentiles = percentilesOf(delaysUs, all.range);
    summary.count = delaysUs.size();
    summary.minimum = ReceiverSpan(all.range.minimum);
    summary.maximum = ReceiverSpan(all.range.maximum);
    summary.p50 = ReceiverSpan(percentiles[0]);
    summary.p95 = ReceiverSpan(percentiles[1]);
    summary.p99 = ReceiverSpan(percentiles[2]);
    summary.meanUs = static_cast<double>(all.sum) / static_cast<double>(delaysUs.size());
    return summary;
}

} // namespace

DelaySummary summarize(std::span<const int64_t> delaysUs) { return summaryOf(delaysUs); }

DelaySummary summarize(std::span<const int32_t> delaysUs) { return summaryOf(delaysUs); }

} // namespace core

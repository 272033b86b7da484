#include "ui/roworder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr size_t digitCount = 8;
constexpr size_t digitValues = 256;
using Counts = std::array<uint32_t, digitValues>;

size_t digitOf(uint64_t key, size_t digit) { return (key >> (8 * digit)) & 0xFFU; }

std::array<Counts, digitCount> countDigits(const std::vector<SortKey>& keys)
{
    std::array<Counts, digitCount> counts{};
    for (const SortKey& key : keys) {
        for (size_t digit = 0; digit < digitCount; ++digit)
            ++counts[digit][digitOf(key.key, digit)];
    }
    return counts;
}

bool isSameEverywhere(const Counts& counts, size_t total)
{
    return std::any_of(counts.begin(), counts.end(), [total](uint32_t count) { return count == total; });
}

void scatter(const std::vector<SortKey>& from, std::vector<SortKey>& to, size_t digit, const Counts& counts)
{
    Counts position{};
    for (size_t value = 1; value < digitValues; ++value)
        position[value] = position[value - 1] + counts[value - 1];
    for (const SortKey& key : from)
        to[position[digitOf(key.key, digit)]++] = key;
}

} // namespace

uint64_t sortKeyOf(int64_t value) { return static_cast<uint64_t>(value) ^ (uint64_t(1) << 63U); }

uint64_t sortKeyOf(double value)
{
    if (std::isnan(value))
        return emptyKey;
    const auto bits = std::bit_cast<uint64_t>(value);
    return (bits >> 63U) != 0 ? ~bits : bits | (uint64_t(1) << 63U);
}

// Radix sort from the lowest byte up, leaving out the bytes that are the same in all keys.
std::vector<uint32_t> sortedRows(std::vector<SortKey> keys, Qt::SortOrder order)
{
    if (order == Qt::DescendingOrder) {
        for (SortKey& key : keys)
            key.key = key.key == emptyKey ? emptyKey : emptyKey - 1 - key.key;
    }
    const auto counts = countDigits(keys);
    std::vector<SortKey> other(keys.size());
    for (size_t digit = 0; digit < digitCount; ++digit) {
        if (isSameEverywhere(counts.at(digit), keys.size()))
            continue;
        scatter(keys, other, digit, counts.at(digit));
        std::swap(keys, other);
    }
    std::vector<uint32_t> rows(keys.size());
    std::transform(keys.begin(), keys.end(), rows.begin(), [](const SortKey& key) { return key.row; });
    return rows;
}

} // namespace ui

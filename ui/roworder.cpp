#include "ui/roworder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace ui {

namespace {

size_t digitOf(uint64_t key, size_t digit) { return (key >> (8 * digit)) & 0xFFU; }

} // namespace

uint64_t sortKeyOf(int64_t value) { return static_cast<uint64_t>(value) ^ (uint64_t(1) << 63U); }

uint64_t sortKeyOf(double value)
{
    if (std::isnan(value))
        return emptyKey;
    const auto bits = std::bit_cast<uint64_t>(value);
    return (bits >> 63U) != 0 ? ~bits : bits | (uint64_t(1) << 63U);
}

RowSort::RowSort(Qt::SortOrder order, size_t most)
    : m_order(order)
    , m_most(most)
    , m_keys(std::make_unique_for_overwrite<SortKey[]>(most)) // NOLINT(modernize-avoid-c-arrays)
{
}

void RowSort::add(SortKey key)
{
    if (m_order == Qt::DescendingOrder && key.key != emptyKey)
        key.key = emptyKey - 1 - key.key;
    for (size_t digit = 0; digit < digitCount; ++digit)
        ++m_counts[digit][digitOf(key.key, digit)];
    m_keys[m_count++] = key;
}

// Radix sort from the lowest byte up, leaving out the bytes that are the same in all keys.
bool RowSort::work(size_t steps)
{
    while (steps > 0 && (m_digit < digitCount || m_place < m_count)) {
        if (m_digit < digitCount && m_place == 0 && !beginDigit()) {
            ++m_digit;
            continue;
        }
        const size_t count = std::min(steps, m_count - m_place);
        scatter(count);
        steps -= count;
        if (m_place == m_count && m_digit < digitCount) {
            std::swap(m_keys, m_other);
            m_place = 0;
            ++m_digit;
        }
    }
    return m_digit == digitCount && m_place == m_count;
}

// False: there is nothing to do for this digit.
bool RowSort::beginDigit()
{
    const Counts& counts = m_counts[m_digit];
    if (std::ranges::any_of(counts, [this](uint32_t count) { return count == m_count; }))
        return false;
    if (!m_other)
        m_other = std::make_unique_for_overwrite<SortKey[]>(m_most); // NOLINT(modernize-avoid-c-arrays)
    m_position = {};
    for (size_t value = 1; value < digitValues; ++value)
        m_position[value] = m_position[value - 1] + counts[value - 1];
    return true;
}

// Puts the next keys to where their digit wants them; at last reads the rows out of them.
void RowSort::scatter(size_t count)
{
    const size_t end = m_place + count;
    if (m_digit == digitCount) {
        m_rows.reserve(m_count);
        for (; m_place < end; ++m_place)
            m_rows.push_back(m_keys[m_place].row);
        return;
    }
    for (; m_place < end; ++m_place)
        m_other[m_position[digitOf(m_keys[m_place].key, m_digit)]++] = m_keys[m_place];
}

double RowSort::done() const
{
    if (m_count == 0)
        return 1;
    const double place = static_cast<double>(m_place) / static_cast<double>(m_count);
    return (static_cast<double>(m_digit) + place) / (digitCount + 1);
}

std::vector<uint32_t> sortedRows(const std::vector<SortKey>& keys, Qt::SortOrder order)
{
    RowSort sort(order, keys.size());
    for (const SortKey& key : keys)
        sort.add(key);
    while (!sort.work(std::numeric_limits<size_t>::max())) { }
    return sort.takeRows();
}

} // namespace ui

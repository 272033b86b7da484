#pragma once

#include <Qt>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

// Sorting millions of rows by numbers: each key is read once, the keys are sorted, never the rows.
namespace ui {

struct SortKey {
    uint64_t key;
    uint32_t row;
};

// Empty cells stand last, whichever way the column is sorted.
inline constexpr uint64_t emptyKey = std::numeric_limits<uint64_t>::max();

// Numbers as keys in the same order.
[[nodiscard]] uint64_t sortKeyOf(int64_t value);
[[nodiscard]] uint64_t sortKeyOf(double value); // not a number: emptyKey

// A sort that goes on in small steps, so that nobody has to wait for millions of rows. First all keys are
// added, then it works until it is done. Equal keys stay in the order in which they were added.
class RowSort {
public:
    RowSort(Qt::SortOrder order, size_t most); // at most so many keys are added

    void add(SortKey key);
    // Takes about `steps` keys one step further; about 2 ns each. True: all is sorted.
    bool work(size_t steps);
    [[nodiscard]] double done() const; // 0 … 1
    [[nodiscard]] std::vector<uint32_t> takeRows() { return std::move(m_rows); } // once it is sorted

private:
    static constexpr size_t digitCount = 8;
    static constexpr size_t digitValues = 256;
    using Counts = std::array<uint32_t, digitValues>;

    bool beginDigit();
    void scatter(size_t count);

    Qt::SortOrder m_order;
    size_t m_most;
    size_t m_count = 0;
    std::unique_ptr<SortKey[]> m_keys; // NOLINT(modernize-avoid-c-arrays): not to be filled before it is used
    std::unique_ptr<SortKey[]> m_other; // NOLINT(modernize-avoid-c-arrays)
    std::array<Counts, digitCount> m_counts{};
    Counts m_position{};
    size_t m_digit = 0; // that is being sorted by, from the lowest; digitCount: rows are read out
    size_t m_place = 0; // in m_keys
    std::vector<uint32_t> m_rows;
};

// The rows in the order of their keys; equal ones stay as they were given. About 30 ns a row.
[[nodiscard]] std::vector<uint32_t> sortedRows(const std::vector<SortKey>& keys, Qt::SortOrder order);

} // namespace ui

#pragma once

#include "core/base/time.h"

#include <algorithm>
#include <compare>
#include <cstdint>

namespace core {

// A receiver time where millions of them are held: six bytes, enough for ± 4 years, which no capture of less
// than a billion packets reaches; what lies beyond becomes that. To count with, it turns into a ReceiverTime.
class [[gnu::packed, gnu::aligned(2)]] StoredTime
{
public:
    static constexpr int64_t most = (int64_t{1} << 47U) - 1;

    constexpr StoredTime() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): it stands for the same time
    constexpr StoredTime(ReceiverTime time)
    {
        const auto bits = static_cast<uint64_t>(std::clamp(time.ticks(), -most - 1, most));
        m_low = static_cast<uint32_t>(bits);
        m_high = static_cast<int16_t>(bits >> 32U);
    }
    // NOLINTNEXTLINE(google-explicit-constructor)
    constexpr operator ReceiverTime() const { return ReceiverTime(ticks()); }

    [[nodiscard]] constexpr int64_t ticks() const
    {
        return static_cast<int64_t>(m_high) * (int64_t{1} << 32U) + m_low;
    }
    [[nodiscard]] constexpr ReceiverSpan sinceZero() const { return ReceiverSpan(ticks()); }
    [[nodiscard]] constexpr double milliseconds() const { return sinceZero().milliseconds(); }

    friend constexpr bool operator==(StoredTime a, StoredTime b) { return a.ticks() == b.ticks(); }
    friend constexpr bool operator==(StoredTime a, ReceiverTime b) { return a.ticks() == b.ticks(); }
    friend constexpr auto operator<=>(StoredTime a, StoredTime b) { return a.ticks() <=> b.ticks(); }
    friend constexpr auto operator<=>(StoredTime a, ReceiverTime b) { return a.ticks() <=> b.ticks(); }
    friend constexpr ReceiverSpan operator-(StoredTime a, StoredTime b) { return a.time() - b.time(); }
    friend constexpr ReceiverSpan operator-(StoredTime a, ReceiverTime b) { return a.time() - b; }
    friend constexpr ReceiverSpan operator-(ReceiverTime a, StoredTime b) { return a - b.time(); }
    friend constexpr ReceiverTime operator-(StoredTime a, ReceiverSpan b) { return a.time() - b; }
    friend constexpr ReceiverTime operator+(StoredTime a, ReceiverSpan b) { return a.time() + b; }

private:
    [[nodiscard]] constexpr ReceiverTime time() const { return ReceiverTime(ticks()); }

    uint32_t m_low = 0;
    int16_t m_high = 0;
};

static_assert(sizeof(StoredTime) == 6 && alignof(StoredTime) == 2);

} // namespace core

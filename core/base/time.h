#pragma once

#include <compare>
#include <cstdint>

namespace core {

// A signed length of time, counted in whole ticks of one clock. Lengths of different clocks do not mix:
// converting between media samples and receiver microseconds is always written out (toReceiverSpan,
// toMediaSpan).
template <typename Clock> class Span {
public:
    constexpr Span() = default;
    constexpr explicit Span(int64_t ticks)
        : m_ticks(ticks)
    {
    }

    [[nodiscard]] constexpr int64_t ticks() const { return m_ticks; }
    [[nodiscard]] constexpr double milliseconds() const
    {
        return static_cast<double>(m_ticks) * 1000.0 / static_cast<double>(Clock::ticksPerSecond);
    }

    constexpr auto operator<=>(const Span&) const = default;
    constexpr Span operator-() const { return Span(-m_ticks); }
    constexpr Span& operator+=(Span other)
    {
        m_ticks += other.m_ticks;
        return *this;
    }
    constexpr Span& operator-=(Span other)
    {
        m_ticks -= other.m_ticks;
        return *this;
    }
    friend constexpr Span operator+(Span a, Span b) { return Span(a.m_ticks + b.m_ticks); }
    friend constexpr Span operator-(Span a, Span b) { return Span(a.m_ticks - b.m_ticks); }
    friend constexpr Span operator*(Span a, int64_t factor) { return Span(a.m_ticks * factor); }

private:
    int64_t m_ticks = 0;
};

// A point on one clock, counted in ticks from that clock's zero.
template <typename Clock> class Instant {
public:
    constexpr Instant() = default;
    constexpr explicit Instant(int64_t ticks)
        : m_ticks(ticks)
    {
    }

    [[nodiscard]] constexpr int64_t ticks() const { return m_ticks; }
    [[nodiscard]] constexpr Span<Clock> sinceZero() const { return Span<Clock>(m_ticks); }
    [[nodiscard]] constexpr double milliseconds() const { return sinceZero().milliseconds(); }

    constexpr auto operator<=>(const Instant&) const = default;
    constexpr Instant& operator+=(Span<Clock> span)
    {
        m_ticks += span.ticks();
        return *this;
    }
    friend constexpr Instant operator+(Instant a, Span<Clock> b) { return Instant(a.m_ticks + b.ticks()); }
    friend constexpr Instant operator-(Instant a, Span<Clock> b) { return Instant(a.m_ticks - b.ticks()); }
    friend constexpr Span<Clock> operator-(Instant a, Instant b)
    {
        return Span<Clock>(a.m_ticks - b.m_ticks);
    }

private:
    int64_t m_ticks = 0;
};

// The stream's own clock: 48 kHz samples, zero at the packet with the smallest stamp.
struct MediaClock {
    static constexpr int64_t ticksPerSecond = 48000;
};

// The receiver's clock: microseconds, zero when the first packet was sent.
struct ReceiverClock {
    static constexpr int64_t ticksPerSecond = 1000000;
};

using MediaSpan = Span<MediaClock>;
using MediaTime = Instant<MediaClock>;
using ReceiverSpan = Span<ReceiverClock>;
using ReceiverTime = Instant<ReceiverClock>;

namespace detail {
// Nearest integer of value * factor / divisor, halves away from minus infinity; exact while twice value *
// factor fits. Lifted by a multiple of the divisor it is never negative, and one unsigned division rounds it
// down.
constexpr int64_t scaled(int64_t value, int64_t factor, int64_t divisor)
{
    const int64_t lift = (int64_t{1} << 62U) / divisor;
    const int64_t lifted = value * factor + divisor / 2 + lift * divisor;
    return static_cast<int64_t>(static_cast<uint64_t>(lifted) / static_cast<uint64_t>(divisor)) - lift;
}
} // namespace detail

// Nearest microsecond; exact for multiples of 6 samples, hence for every Opus frame size.
constexpr ReceiverSpan toReceiverSpan(MediaSpan span)
{
    return ReceiverSpan(detail::scaled(span.ticks(), 125, 6));
}

// Nearest sample; exact for multiples of 125 µs.
constexpr MediaSpan toMediaSpan(ReceiverSpan span) { return MediaSpan(detail::scaled(span.ticks(), 6, 125)); }

constexpr MediaSpan mediaMilliseconds(int64_t count) { return MediaSpan(count * 48); }
constexpr ReceiverSpan receiverMilliseconds(int64_t count) { return ReceiverSpan(count * 1000); }

} // namespace core

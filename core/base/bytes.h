#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace core {

using Bytes = std::span<const uint8_t>;

// Value of the first sizeof(T) bytes, most significant first. The caller has checked that they are there.
template <std::integral T> [[nodiscard]] constexpr T readBigEndian(Bytes bytes)
{
    uint64_t value = 0;
    for (size_t i = 0; i < sizeof(T); ++i)
        value = value << 8 | bytes[i];
    return static_cast<T>(value);
}

// Value of the first sizeof(T) bytes, least significant first. The caller has checked that they are there.
template <std::integral T> [[nodiscard]] constexpr T readLittleEndian(Bytes bytes)
{
    uint64_t value = 0;
    for (size_t i = sizeof(T); i-- > 0;)
        value = value << 8 | bytes[i];
    return static_cast<T>(value);
}

template <std::integral T> void appendBigEndian(std::vector<uint8_t>& out, T value)
{
    std::array<uint8_t, sizeof(T)> bytes{};
    for (size_t i = 0; i < sizeof(T); ++i)
        bytes[i] = static_cast<uint8_t>(static_cast<uint64_t>(value) >> (8 * (sizeof(T) - 1 - i)));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

template <std::integral T> void appendLittleEndian(std::vector<uint8_t>& out, T value)
{
    std::array<uint8_t, sizeof(T)> bytes{};
    for (size_t i = 0; i < sizeof(T); ++i)
        bytes[i] = static_cast<uint8_t>(static_cast<uint64_t>(value) >> (8 * i));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

[[nodiscard]] inline bool startsWith(Bytes bytes, std::string_view magic)
{
    if (bytes.size() < magic.size())
        return false;
    for (size_t i = 0; i < magic.size(); ++i) {
        if (bytes[i] != static_cast<uint8_t>(magic[i]))
            return false;
    }
    return true;
}

} // namespace core

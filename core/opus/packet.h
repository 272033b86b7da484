#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <optional>

namespace core {

enum class CodecMode : uint8_t { Silk, Hybrid, Celt };
enum class Bandwidth : uint8_t { Narrowband, Mediumband, Wideband, SuperWideband, Fullband };

// The first byte of every Opus packet (RFC 6716 §3.1).
class Toc {
public:
    constexpr explicit Toc(uint8_t byte)
        : m_byte(byte)
    {
    }

    [[nodiscard]] constexpr uint8_t byte() const { return m_byte; }
    [[nodiscard]] constexpr uint8_t configuration() const { return m_byte >> 3; } // 0 … 31
    [[nodiscard]] constexpr bool isStereo() const { return (m_byte & 0x04U) != 0; }
    [[nodiscard]] constexpr uint8_t frameCode() const { return m_byte & 0x03U; } // 0 … 3
    [[nodiscard]] constexpr CodecMode mode() const
    {
        if (configuration() < 12)
            return CodecMode::Silk;
        return configuration() < 16 ? CodecMode::Hybrid : CodecMode::Celt;
    }
    [[nodiscard]] Bandwidth bandwidth() const;
    [[nodiscard]] MediaSpan frameDuration() const; // 2.5 … 60 ms

private:
    uint8_t m_byte;
};

inline constexpr MediaSpan maxPacketDuration{5760}; // 120 ms (RFC 6716 §3.2.5, R5)
inline constexpr size_t maxFrameCount = 48;
inline constexpr size_t maxFrameBytes = 1275;

// How a packet is cut into frames (RFC 6716 §3.2).
struct PacketLayout {
    Toc toc{0};
    uint8_t frameCount = 0; // 1 … 48
    std::array<uint16_t, maxFrameCount> frameBytes{}; // 0 = DTX or lost
    uint32_t firstFrameOffset = 0; // bytes from the start of the packet; the frames follow each other
    uint32_t paddingBytes = 0; // without the bytes that count it
    uint32_t packetBytes = 0; // whole packet; less than the input only in self-delimited form

    [[nodiscard]] MediaSpan duration() const { return toc.frameDuration() * frameCount; }
};

// Checks R1–R7 of RFC 6716 §3.4. Errors: InvalidValue, detail the rule's name ("R1" …).
[[nodiscard]] Result<PacketLayout> parsePacket(Bytes packet);
// The same for the self-delimiting form (RFC 6716 appendix B), which leaves bytes behind it.
[[nodiscard]] Result<PacketLayout> parseSelfDelimited(Bytes bytes);
// A multistream packet (RFC 7845 §3): streams - 1 self-delimited packets and a plain one. All have to have
// the same duration. Returns the layout of the first stream, packetBytes the whole. streams is 1 … 255.
[[nodiscard]] Result<PacketLayout> parseMultistream(Bytes packet, int streams);

// What the SILK header says (RFC 6716 §4.2.3, §4.2.4), for the first Opus frame of the packet; CELT packets
// have neither.
struct SilkFlags {
    bool hasVoice = false; // any VAD flag, mid or side
    bool hasFec = false; // LBRR data for the frame before this packet, mid or side
};
[[nodiscard]] SilkFlags silkFlags(Bytes packet, const PacketLayout& layout);

// What a list of packets needs to know of one.
struct PacketSummary {
    uint16_t durationSamples = 0;
    bool isDtx = false;
    SilkFlags silk;
};
// The same as parseMultistream(), silkFlags() and isDtx(), but without the layout, and several times as fast
// for the commonest packets. Nothing if it breaks a rule of RFC 6716 §3.4.
[[nodiscard]] std::optional<PacketSummary> inspectPacket(Bytes packet, int streams);

// True if the encoder sent nothing but the request for comfort noise or concealment: every frame at most 1
// byte.
[[nodiscard]] bool isDtx(const PacketLayout& layout);

// Name for tables, for example "SILK", "wideband".
[[nodiscard]] const char* name(CodecMode mode);
[[nodiscard]] const char* name(Bandwidth bandwidth);

} // namespace core

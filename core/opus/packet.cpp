#include "core/opus/packet.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace core {

namespace {

enum class Framing : uint8_t { Plain, SelfDelimited };

// Empty = all is well; otherwise the name of the broken rule.
using Rule = std::string_view;

// 48 kHz samples of one frame, for each configuration (RFC 6716 table 2).
constexpr std::array<uint16_t, 32> frameSamples{
    480, 960, 1920, 2880, 480, 960, 1920, 2880, 480, 960, 1920, 2880, // SILK
    480, 960, 480, 960, // hybrid
    120, 240, 480, 960, 120, 240, 480, 960, 120, 240, 480, 960, 120, 240, 480, 960, // CELT
};

// Takes a frame length off the front of bytes (RFC 6716 §3.2.1). Nothing if they end inside it.
std::optional<uint16_t> takeLength(Bytes& bytes)
{
    if (bytes.empty())
        return std::nullopt;
    const uint16_t first = bytes[0];
    if (first < 252) {
        bytes = bytes.subspan(1);
        return first;
    }
    if (bytes.size() < 2)
        return std::nullopt;
    const auto length = static_cast<uint16_t>(bytes[1] * 4 + first);
    bytes = bytes.subspan(2);
    return length;
}

// The part of a packet that is not looked at yet, and what its header has said so far.
struct Cut {
    Bytes rest; // ends before the padding
    bool hasEqualFrames = false;
    Rule lengthRule; // the rule that a wrong frame length breaks
};

// Takes the bytes that count the padding, and the padding itself off the end (RFC 6716 §3.2.5).
bool takePadding(PacketLayout& layout, Bytes& rest)
{
    uint8_t count = 255;
    while (count == 255) {
        if (rest.empty())
            return false;
        count = rest[0];
        rest = rest.subspan(1);
        layout.paddingBytes += count == 255 ? 254U : count;
        if (layout.paddingBytes > rest.size())
            return false;
    }
    rest = rest.first(rest.size() - layout.paddingBytes);
    return true;
}

// The frame count byte of code 3 and what belongs to it (RFC 6716 §3.2.5).
Rule readFrameCount(PacketLayout& layout, Cut& cut)
{
    if (cut.rest.empty())
        return "R6";
    const unsigned header = cut.rest[0];
    cut.rest = cut.rest.subspan(1);
    cut.hasEqualFrames = (header & 0x80U) == 0;
    cut.lengthRule = cut.hasEqualFrames ? "R6" : "R7";
    layout.frameCount = header & 0x3fU;
    if (layout.frameCount == 0 || layout.duration() > maxPacketDuration)
        return "R5";
    if ((header & 0x40U) != 0 && !takePadding(layout, cut.rest))
        return cut.lengthRule;
    return {};
}

Rule readHeader(PacketLayout& layout, Cut& cut)
{
    switch (layout.toc.frameCode()) {
    case 0:
        layout.frameCount = 1;
        return {};
    case 1:
        layout.frameCount = 2;
        cut.hasEqualFrames = true;
        cut.lengthRule = "R3";
        return {};
    case 2:
        layout.frameCount = 2;
        cut.lengthRule = "R4";
        return {};
    default:
        return readFrameCount(layout, cut);
    }
}

// All frames but the last say their length. Returns the sum through `used`.
Rule readLengths(PacketLayout& layout, Cut& cut, size_t& used)
{
    for (size_t i = 0; i + 1 < layout.frameCount; ++i) {
        const auto length = takeLength(cut.rest);
        if (!length)
            return cut.lengthRule;
        layout.frameBytes[i] = *length;
        used += *length;
    }
    return used > cut.rest.size() ? cut.lengthRule : Rule();
}

// The last frame, or each of equal ones, takes what is left.
Rule fillRest(PacketLayout& layout, const Cut& cut, size_t used)
{
    const size_t parts = cut.hasEqualFrames ? layout.frameCount : 1;
    const size_t left = cut.rest.size() - used;
    if (left % parts != 0)
        return cut.lengthRule;
    if (left / parts > maxFrameBytes)
        return "R2";
    for (size_t i = layout.frameCount - parts; i < layout.frameCount; ++i)
        layout.frameBytes[i] = static_cast<uint16_t>(left / parts);
    return {};
}

// The last frame, or each of equal ones, says its length too (RFC 6716 appendix B). Cuts off what lies
// behind.
Rule readLastLength(PacketLayout& layout, Cut& cut, size_t used)
{
    const auto length = takeLength(cut.rest);
    if (!length)
        return "B";
    const size_t parts = cut.hasEqualFrames ? layout.frameCount : 1;
    if (used + *length * parts > cut.rest.size())
        return "B";
    for (size_t i = layout.frameCount - parts; i < layout.frameCount; ++i)
        layout.frameBytes[i] = *length;
    cut.rest = cut.rest.first(used + *length * parts);
    return {};
}

Rule cutFrames(PacketLayout& layout, Cut& cut, Framing framing)
{
    Rule broken = readHeader(layout, cut);
    size_t used = 0;
    if (broken.empty() && !cut.hasEqualFrames)
        broken = readLengths(layout, cut, used);
    if (!broken.empty())
        return broken;
    return framing == Framing::Plain ? fillRest(layout, cut, used) : readLastLength(layout, cut, used);
}

Result<PacketLayout> parse(Bytes bytes, Framing framing)
{
    Result<PacketLayout> result;
    Rule broken = "R1";
    if (!bytes.empty()) {
        PacketLayout& layout = *result;
        layout.toc = Toc(bytes[0]);
        Cut cut{bytes.subspan(1), false, {}};
        broken = cutFrames(layout, cut, framing);
        layout.firstFrameOffset = static_cast<uint32_t>(cut.rest.data() - bytes.data());
        layout.packetBytes =
            static_cast<uint32_t>(layout.firstFrameOffset + cut.rest.size() + layout.paddingBytes);
    }
    if (!broken.empty())
        result = failure(ErrorCode::InvalidValue, std::string(broken));
    return result;
}

// Of the first frame of a packet.
SilkFlags flagsOfFrame(Toc toc, Bytes frame)
{
    // The decoder takes a frame of at most one byte for a lost one, whatever stands in it.
    if (toc.mode() == CodecMode::Celt || frame.size() <= 1)
        return {};
    // For each channel one VAD flag a SILK frame of at most 20 ms, then one LBRR flag. All are coded with
    // probability one half at the start of the range coder, so they are the plain upper bits of the byte.
    const auto frames = static_cast<unsigned>(std::max<int64_t>(1, toc.frameDuration().ticks() / 960));
    const unsigned header = frame[0];
    const unsigned vadMask = (1U << frames) - 1;
    SilkFlags flags;
    const unsigned channels = toc.isStereo() ? 2 : 1;
    for (unsigned channel = 1; channel <= channels; ++channel) {
        const unsigned bits = header >> (8 - channel * (frames + 1));
        flags.hasFec = flags.hasFec || (bits & 1U) != 0;
        flags.hasVoice = flags.hasVoice || (bits >> 1 & vadMask) != 0;
    }
    return flags;
}

} // namespace

Bandwidth Toc::bandwidth() const
{
    using enum Bandwidth;
    // Two configurations an entry (RFC 6716 table 2).
    static constexpr std::array<Bandwidth, 16> table{Narrowband, Narrowband, Mediumband, Mediumband, Wideband,
        Wideband, SuperWideband, Fullband, Narrowband, Narrowband, Wideband, Wideband, SuperWideband,
        SuperWideband, Fullband, Fullband};
    return table[configuration() / 2];
}

MediaSpan Toc::frameDuration() const { return MediaSpan(frameSamples[configuration()]); }

Result<PacketLayout> parsePacket(Bytes packet) { return parse(packet, Framing::Plain); }

Result<PacketLayout> parseSelfDelimited(Bytes bytes) { return parse(bytes, Framing::SelfDelimited); }

Result<PacketLayout> parseMultistream(Bytes packet, int streams)
{
    if (streams == 1)
        return parsePacket(packet);
    Result<PacketLayout> first = parseSelfDelimited(packet);
    if (!first)
        return first;
    Bytes rest = packet.subspan(first->packetBytes);
    for (int i = 1; i < streams; ++i) {
        auto next = i + 1 < streams ? parseSelfDelimited(rest) : parsePacket(rest);
        if (!next)
            return next;
        if (next->duration() != first->duration())
            return failure(ErrorCode::InvalidValue, "duration");
        rest = rest.subspan(next->packetBytes);
    }
    first->packetBytes = static_cast<uint32_t>(packet.size());
    return first;
}

SilkFlags silkFlags(Bytes packet, const PacketLayout& layout)
{
    return flagsOfFrame(layout.toc, packet.subspan(layout.firstFrameOffset, layout.frameBytes[0]));
}

std::optional<PacketSummary> inspectPacket(Bytes packet, int streams)
{
    // One frame that fills the packet: nothing to be cut.
    if (streams == 1 && !packet.empty() && Toc(packet[0]).frameCode() == 0) {
        const Toc toc(packet[0]);
        const Bytes frame = packet.subspan(1);
        if (frame.size() > maxFrameBytes)
            return std::nullopt;
        return PacketSummary{frameSamples[toc.configuration()], frame.size() <= 1, flagsOfFrame(toc, frame)};
    }
    const Result<PacketLayout> layout = parseMultistream(packet, streams);
    if (!layout)
        return std::nullopt;
    const auto samples = static_cast<uint16_t>(layout->duration().ticks());
    return PacketSummary{samples, isDtx(*layout), silkFlags(packet, *layout)};
}

bool isDtx(const PacketLayout& layout)
{
    for (size_t i = 0; i < layout.frameCount; ++i) {
        if (layout.frameBytes[i] > 1)
            return false;
    }
    return true;
}

const char* name(CodecMode mode)
{
    static constexpr std::array<const char*, 3> names{"SILK", "hybrid", "CELT"};
    return names.at(static_cast<size_t>(mode));
}

const char* name(Bandwidth bandwidth)
{
    static constexpr std::array<const char*, 5> names{
        "narrowband", "mediumband", "wideband", "super-wideband", "fullband"};
    return names.at(static_cast<size_t>(bandwidth));
}

} // namespace core

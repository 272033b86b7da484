#include "core/repair/plcrequest.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr int64_t millisecond10 = 480;

// Frame sizes of a mode, in the order of its configurations (RFC 6716 §3.1, table 2).
std::span<const int64_t> frameSizes(CodecMode mode)
{
    static constexpr std::array<int64_t, 4> silk{480, 960, 1920, 2880};
    static constexpr std::array<int64_t, 2> hybrid{480, 960};
    static constexpr std::array<int64_t, 4> celt{120, 240, 480, 960};
    switch (mode) {
    case CodecMode::Silk:
        return silk;
    case CodecMode::Hybrid:
        return hybrid;
    case CodecMode::Celt:
        break;
    }
    return celt;
}

Toc withConfiguration(Toc toc, int configuration)
{
    return Toc(static_cast<uint8_t>(configuration << 3 | (toc.isStereo() ? 4 : 0)));
}

// The same mode, bandwidth and channels with the frame size of this index.
Toc withFrameSize(Toc toc, size_t index)
{
    const auto sizes = static_cast<int>(frameSizes(toc.mode()).size());
    const int first = toc.mode() == CodecMode::Hybrid ? 12 : 0;
    const int group = (toc.configuration() - first) / sizes * sizes + first;
    return withConfiguration(toc, group + static_cast<int>(index));
}

// CELT of the same bandwidth. It has no mediumband; wideband loses nothing of it.
Toc inCelt(Toc toc)
{
    static constexpr std::array<int, 5> firstConfiguration{16, 20, 20, 24, 28};
    return withConfiguration(toc, firstConfiguration.at(static_cast<size_t>(toc.bandwidth())));
}

// The frames to fill a length with: those of `toc` itself if they can, else the largest that can, in its own
// mode if that can, else in CELT.
Toc filling(Toc toc, int64_t samples)
{
    if (samples % toc.frameDuration().ticks() == 0)
        return toc;
    for (const Toc candidate : {toc, inCelt(toc)}) {
        const auto sizes = frameSizes(candidate.mode());
        for (size_t i = sizes.size(); i-- > 0;) {
            if (samples % sizes[i] == 0)
                return withFrameSize(candidate, i);
        }
    }
    return inCelt(toc);
}

enum class Delimiting : uint8_t { Plain, Self };

// Code 0 for one frame, a code 3 packet of constant size for more; all frames are empty.
void appendEmptyPacket(std::vector<uint8_t>& out, Toc toc, int64_t samples, Delimiting delimiting)
{
    const Toc frames = filling(toc, samples);
    const int64_t count = samples / frames.frameDuration().ticks();
    const auto plain = static_cast<uint8_t>(frames.byte() & ~3U);
    if (count == 1) {
        out.push_back(plain);
    } else {
        out.push_back(static_cast<uint8_t>(plain | 3U));
        out.push_back(static_cast<uint8_t>(count));
    }
    // The length that the self-delimiting form adds (RFC 6716 appendix B).
    if (delimiting == Delimiting::Self)
        out.push_back(0);
}

std::vector<uint8_t> emptyPacket(std::span<const Toc> streams, int64_t samples)
{
    std::vector<uint8_t> packet;
    for (const Toc& toc : streams)
        appendEmptyPacket(
            packet, toc, samples, &toc == &streams.back() ? Delimiting::Plain : Delimiting::Self);
    return packet;
}

} // namespace

std::vector<std::vector<uint8_t>> plcRequests(std::span<const Toc> previous, MediaSpan length)
{
    std::vector<std::vector<uint8_t>> packets;
    const Toc leading = previous.front();
    const int64_t frame = leading.frameDuration().ticks();
    const int64_t largest = maxPacketDuration.ticks() / frame * frame;
    int64_t rest = length.ticks();
    while (rest >= frame) {
        const int64_t part = std::min(largest, rest / frame * frame);
        packets.push_back(emptyPacket(previous, part));
        rest -= part;
    }
    const int64_t sameMode = leading.mode() == CodecMode::Celt ? rest : rest / millisecond10 * millisecond10;
    for (const int64_t part : {sameMode, rest - sameMode}) {
        if (part > 0)
            packets.push_back(emptyPacket(previous, part));
    }
    return packets;
}

Result<std::vector<Toc>> streamTocs(Bytes packet, int streams)
{
    std::vector<Toc> tocs;
    for (int i = 0; i + 1 < streams; ++i) {
        const auto layout = parseSelfDelimited(packet);
        if (!layout)
            return tl::unexpected(layout.error());
        tocs.push_back(layout->toc);
        packet = packet.subspan(layout->packetBytes);
    }
    const auto layout = parsePacket(packet);
    if (!layout)
        return tl::unexpected(layout.error());
    tocs.push_back(layout->toc);
    return tocs;
}

} // namespace core

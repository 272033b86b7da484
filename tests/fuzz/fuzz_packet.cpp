#include "core/opus/packet.h"

#include <array>
#include <cstdlib>
#include <opus.h>

// Whatever the bytes are, libopus and JitterScope agree about them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const core::Bytes bytes(data, size);
    const auto layout = core::parsePacket(bytes);
    if (size > 0) {
        std::array<opus_int16, core::maxFrameCount> sizes{};
        const int frames =
            opus_packet_parse(data, static_cast<opus_int32>(size), nullptr, nullptr, sizes.data(), nullptr);
        if ((frames > 0) != layout.has_value())
            std::abort();
    }
    if (layout) {
        (void)core::silkFlags(bytes, *layout);
        (void)core::isDtx(*layout);
    }
    (void)core::parseSelfDelimited(bytes);
    (void)core::parseMultistream(bytes, 3);
    return 0;
}

#include "core/ogg/reader.h"

#include <cstdlib>
#include <cstring>
#include <ogg/ogg.h>
#include <vector>

namespace {

// Random bytes never have the right checksum, so every page found gets it.
void mendChecksums(std::vector<uint8_t>& file)
{
    for (size_t at = 0; at + 27 <= file.size(); ++at) {
        if (std::memcmp(file.data() + at, "OggS", 4) != 0 || at + 27 + file[at + 26] > file.size())
            continue;
        const size_t headerBytes = size_t(27) + file[at + 26];
        size_t bodyBytes = 0;
        for (size_t i = 27; i < headerBytes; ++i)
            bodyBytes += file[at + i];
        if (at + headerBytes + bodyBytes > file.size())
            continue;
        ogg_page page{file.data() + at, static_cast<long>(headerBytes), file.data() + at + headerBytes,
            static_cast<long>(bodyBytes)};
        ogg_page_checksum_set(&page);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    std::vector<uint8_t> file(data, data + size);
    mendChecksums(file);
    const auto stream = core::readOpusStream(file);
    if (!stream)
        return 0;
    for (const core::StreamPacket& packet : stream->packets) {
        if (packet.payloadOffset + packet.bytes > stream->payload.size())
            std::abort();
    }
    for (const core::Anomaly& anomaly : stream->anomalies) {
        if (anomaly.byteOffset > size)
            std::abort();
    }
    return 0;
}

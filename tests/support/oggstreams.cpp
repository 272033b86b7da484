#include "tests/support/oggstreams.h"

namespace core {

ByteVector payload(const OpusStream& stream, size_t packet)
{
    const StreamPacket& record = stream.packets[packet];
    const auto begin = stream.payload.begin() + static_cast<std::ptrdiff_t>(record.payloadOffset);
    return {begin, begin + record.bytes};
}

std::vector<ByteVector> present(const OpusStream& stream)
{
    std::vector<ByteVector> result;
    for (size_t i = 0; i < stream.packets.size(); ++i) {
        if (!stream.packets[i].isMissing)
            result.push_back(payload(stream, i));
    }
    return result;
}

OggParts smallFile()
{
    OggParts parts;
    parts.packets = numberedPackets(40);
    parts.packetsPerPage = 10;
    return parts;
}

} // namespace core

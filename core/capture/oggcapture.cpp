#include "core/capture/oggcapture.h"

#include "core/capture/packetscan.h"
#include "core/ogg/reader.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

PacketRecord recordOf(const StreamPacket& packet, Bytes payload, int streams)
{
    PacketRecord record;
    record.payloadOffset = packet.payloadOffset;
    record.bytes = packet.bytes;
    if (packet.isMissing)
        record.flags = IsMissing;
    else if (packet.isValid)
        scanPacket(payload.subspan(packet.payloadOffset, packet.bytes), streams, record);
    else
        record.flags = IsCorrupt;
    record.media = packet.media;
    record.durationSamples = packet.durationSamples;
    return record;
}

} // namespace

Result<Capture::Parts> readOggCapture(Bytes file, const JobControl& job)
{
    Result<OpusStream> stream = readOpusStream(file, job);
    if (!stream)
        return tl::unexpected(stream.error());
    const bool hasAudio = std::any_of(stream->packets.begin(), stream->packets.end(),
        [](const StreamPacket& packet) { return packet.isValid && !packet.isMissing; });
    if (!hasAudio)
        return failure(ErrorCode::NothingReadable);

    Capture::Parts parts;
    parts.format = CaptureFormat::Ogg;
    parts.hasSequence = true;
    parts.packets.reserve(stream->packets.size());
    for (const StreamPacket& packet : stream->packets)
        parts.packets.push_back(recordOf(packet, stream->payload, stream->head.streams));
    parts.head = stream->head;
    parts.tags = std::move(stream->tags);
    parts.payload = std::move(stream->payload);
    parts.anomalies = std::move(stream->anomalies);
    parts.end = stream->end;
    return parts;
}

} // namespace core

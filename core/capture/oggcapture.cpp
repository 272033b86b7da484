#include "core/capture/oggcapture.h"

#include "core/ogg/reader.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

uint8_t flagsOf(const StreamPacket& packet)
{
    if (packet.isMissing)
        return IsMissing;
    if (!packet.isValid)
        return IsCorrupt;
    return static_cast<uint8_t>((packet.silk.hasFec ? HasFec : 0) | (packet.silk.hasVoice ? HasVoice : 0)
        | (packet.isDtx ? IsDtx : 0));
}

PacketRecord recordOf(const StreamPacket& packet)
{
    PacketRecord record;
    record.payloadOffset = packet.payloadOffset;
    record.bytes = packet.bytes;
    record.media = packet.media;
    record.durationSamples = packet.durationSamples;
    record.flags = flagsOf(packet);
    record.toc = packet.toc;
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
        parts.packets.push_back(recordOf(packet));
    parts.head = stream->head;
    parts.tags = std::move(stream->tags);
    parts.payload = std::move(stream->payload);
    parts.anomalies = std::move(stream->anomalies);
    parts.end = stream->end;
    return parts;
}

} // namespace core

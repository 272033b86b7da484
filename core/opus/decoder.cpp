#include "core/opus/decoder.h"

#include <algorithm>
#include <opus.h>
#include <opus_multistream.h>
#include <string>

namespace core {

namespace {

constexpr int32_t sampleRate = MediaClock::ticksPerSecond;

tl::unexpected<Error> codecFailure(int code) { return failure(ErrorCode::CodecFailed, opus_strerror(code)); }

// A header whose only stream goes straight to its channels is decoded with the single-stream API, which is
// much cheaper where asking the processor for its features is slow.
bool isPlainStream(const OpusHead& head)
{
    return head.channels <= 2 && head.streams == 1 && head.coupledStreams == head.channels - 1
        && head.mapping[0] == 0 && (head.channels == 1 || head.mapping[1] == 1);
}

OpusHead withImpliedMapping(OpusHead head)
{
    if (head.mappingFamily == 0) {
        head.streams = 1;
        head.coupledStreams = static_cast<uint8_t>(head.channels - 1);
        head.mapping[0] = 0;
        head.mapping[1] = 1;
    }
    return head;
}

bool isSupported(const OpusHead& head)
{
    switch (head.mappingFamily) {
    case 0:
        return head.channels >= 1 && head.channels <= 2;
    case 1:
        return head.channels >= 1 && head.channels <= 8;
    case 255:
        return head.channels >= 1;
    default:
        return false;
    }
}

size_t unitsFor(opus_int32 bytes)
{
    return (static_cast<size_t>(bytes) + sizeof(std::max_align_t) - 1) / sizeof(std::max_align_t);
}

OpusDecoder* single(std::vector<std::max_align_t>& state)
{
    return reinterpret_cast<OpusDecoder*>(state.data()); // NOLINT(*-reinterpret-cast)
}

OpusMSDecoder* multi(std::vector<std::max_align_t>& state)
{
    return reinterpret_cast<OpusMSDecoder*>(state.data()); // NOLINT(*-reinterpret-cast)
}

} // namespace

Result<Decoder> Decoder::open(const OpusHead& givenHead)
{
    if (!isSupported(givenHead))
        return failure(ErrorCode::Unsupported, "mapping family " + std::to_string(givenHead.mappingFamily));
    const OpusHead head = withImpliedMapping(givenHead);
    Decoder decoder;
    decoder.m_channels = head.channels;
    decoder.m_isMultistream = !isPlainStream(head);
    int status = OPUS_OK;
    if (decoder.m_isMultistream) {
        const opus_int32 bytes = opus_multistream_decoder_get_size(head.streams, head.coupledStreams);
        if (bytes <= 0)
            return codecFailure(OPUS_BAD_ARG);
        decoder.m_state.resize(unitsFor(bytes));
        status = opus_multistream_decoder_init(multi(decoder.m_state), sampleRate, head.channels,
            head.streams, head.coupledStreams, head.mapping.data());
        if (status == OPUS_OK)
            status = opus_multistream_decoder_ctl(multi(decoder.m_state), OPUS_SET_GAIN(head.gainQ8));
    } else {
        decoder.m_state.resize(unitsFor(opus_decoder_get_size(head.channels)));
        status = opus_decoder_init(single(decoder.m_state), sampleRate, head.channels);
        if (status == OPUS_OK)
            status = opus_decoder_ctl(single(decoder.m_state), OPUS_SET_GAIN(head.gainQ8));
    }
    if (status != OPUS_OK)
        return codecFailure(status);
    return decoder;
}

// libopus documents its decoder states as one block of memory without pointers into itself.
Decoder Decoder::clone() const { return *this; }

void Decoder::reset()
{
    if (m_isMultistream)
        opus_multistream_decoder_ctl(multi(m_state), OPUS_RESET_STATE);
    else
        opus_decoder_ctl(single(m_state), OPUS_RESET_STATE);
}

Result<size_t> Decoder::decode(Bytes packet, std::span<float> out)
{
    // libopus takes an empty packet for a request to conceal, which here has its own name.
    if (packet.empty())
        return codecFailure(OPUS_INVALID_PACKET);
    return run(packet, maxPacketDuration, Source::Packet, out);
}

Result<size_t> Decoder::decodeFec(Bytes next, MediaSpan duration, std::span<float> out)
{
    if (next.empty())
        return codecFailure(OPUS_INVALID_PACKET);
    return run(next, duration, Source::Fec, out);
}

Result<size_t> Decoder::conceal(MediaSpan duration, std::span<float> out)
{
    return run({}, duration, Source::Nothing, out);
}

Result<size_t> Decoder::run(Bytes data, MediaSpan duration, Source source, std::span<float> out)
{
    const auto room = static_cast<int64_t>(out.size()) / m_channels;
    const auto frameSize =
        static_cast<int>(source == Source::Packet ? std::min(room, duration.ticks()) : duration.ticks());
    if (frameSize > room || duration > maxPacketDuration)
        return codecFailure(OPUS_BUFFER_TOO_SMALL);
    const uint8_t* bytes = source == Source::Nothing ? nullptr : data.data();
    const auto length = static_cast<opus_int32>(data.size());
    const int fec = source == Source::Fec ? 1 : 0;
    const int decoded = m_isMultistream
        ? opus_multistream_decode_float(multi(m_state), bytes, length, out.data(), frameSize, fec)
        : opus_decode_float(single(m_state), bytes, length, out.data(), frameSize, fec);
    if (decoded < 0)
        return codecFailure(decoded);
    return static_cast<size_t>(decoded);
}

const char* libraryVersion() { return opus_get_version_string(); }

} // namespace core

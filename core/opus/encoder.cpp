#include "core/opus/encoder.h"

#include "core/opus/packet.h"

#include <algorithm>
#include <array>
#include <opus.h>

namespace core {

namespace {

// libopus never makes a packet larger than this for one or two channels of up to 120 ms.
constexpr size_t largestPacket = 12000;

struct NamedDuration {
    int64_t samples;
    int value;
};
constexpr std::array<NamedDuration, 9> frameDurations{{
    {120, OPUS_FRAMESIZE_2_5_MS},
    {240, OPUS_FRAMESIZE_5_MS},
    {480, OPUS_FRAMESIZE_10_MS},
    {960, OPUS_FRAMESIZE_20_MS},
    {1920, OPUS_FRAMESIZE_40_MS},
    {2880, OPUS_FRAMESIZE_60_MS},
    {3840, OPUS_FRAMESIZE_80_MS},
    {4800, OPUS_FRAMESIZE_100_MS},
    {5760, OPUS_FRAMESIZE_120_MS},
}};

tl::unexpected<Error> codecFailure(int code) { return failure(ErrorCode::CodecFailed, opus_strerror(code)); }

const NamedDuration* findDuration(MediaSpan span)
{
    const auto* const found = std::find_if(frameDurations.begin(), frameDurations.end(),
        [span](const NamedDuration& duration) { return duration.samples == span.ticks(); });
    return found == frameDurations.end() ? nullptr : found;
}

int applicationFor(Signal signal)
{
    switch (signal) {
    case Signal::Voice:
        return OPUS_APPLICATION_VOIP;
    case Signal::Music:
        return OPUS_APPLICATION_AUDIO;
    case Signal::LowDelay:
        break;
    }
    return OPUS_APPLICATION_RESTRICTED_LOWDELAY;
}

Result<void> checkRanges(const EncoderSettings& settings)
{
    if (settings.channels < 1 || settings.channels > 2)
        return failure(ErrorCode::OutOfRange, "channels: 1 … 2");
    if (settings.bitrateBps < 500 || settings.bitrateBps > 512000)
        return failure(ErrorCode::OutOfRange, "bitrateBps: 500 … 512000");
    if (findDuration(settings.frameDuration) == nullptr)
        return failure(ErrorCode::OutOfRange, "frameDuration: 2.5 … 120 ms");
    if (settings.expectedLossPercent < 0 || settings.expectedLossPercent > 100)
        return failure(ErrorCode::OutOfRange, "expectedLossPercent: 0 … 100");
    return {};
}

int configure(OpusEncoder* encoder, const EncoderSettings& settings)
{
    int status = opus_encoder_ctl(encoder, OPUS_SET_BITRATE(settings.bitrateBps));
    if (status == OPUS_OK && settings.signal == Signal::Voice)
        status = opus_encoder_ctl(encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    if (status == OPUS_OK && settings.signal == Signal::Music)
        status = opus_encoder_ctl(encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_MUSIC));
    if (status == OPUS_OK)
        status = opus_encoder_ctl(encoder, OPUS_SET_INBAND_FEC(settings.hasFec ? 1 : 0));
    if (status == OPUS_OK)
        status = opus_encoder_ctl(encoder, OPUS_SET_PACKET_LOSS_PERC(settings.expectedLossPercent));
    if (status == OPUS_OK)
        status = opus_encoder_ctl(encoder, OPUS_SET_DTX(settings.hasDtx ? 1 : 0));
    if (status == OPUS_OK)
        status = opus_encoder_ctl(
            encoder, OPUS_SET_EXPERT_FRAME_DURATION(findDuration(settings.frameDuration)->value));
    return status;
}

} // namespace

void Encoder::Deleter::operator()(OpusEncoder* encoder) const noexcept { opus_encoder_destroy(encoder); }

Result<Encoder> Encoder::open(const EncoderSettings& settings)
{
    if (auto checked = checkRanges(settings); !checked)
        return tl::unexpected(checked.error());
    int status = OPUS_OK;
    Encoder encoder;
    encoder.m_settings = settings;
    encoder.m_encoder.reset(opus_encoder_create(
        MediaClock::ticksPerSecond, settings.channels, applicationFor(settings.signal), &status));
    if (status == OPUS_OK)
        status = configure(encoder.m_encoder.get(), settings);
    if (status != OPUS_OK)
        return codecFailure(status);
    return encoder;
}

Result<std::vector<uint8_t>> Encoder::encode(std::span<const float> interleaved)
{
    const auto samples = static_cast<int>(m_settings.frameDuration.ticks());
    if (interleaved.size() != static_cast<size_t>(samples) * static_cast<size_t>(m_settings.channels))
        return failure(ErrorCode::OutOfRange, "samples");
    std::vector<uint8_t> packet(largestPacket);
    const opus_int32 bytes = opus_encode_float(
        m_encoder.get(), interleaved.data(), samples, packet.data(), static_cast<opus_int32>(packet.size()));
    if (bytes < 0)
        return codecFailure(bytes);
    packet.resize(static_cast<size_t>(bytes));
    return packet;
}

uint16_t Encoder::lookahead() const
{
    opus_int32 samples = 0;
    opus_encoder_ctl(m_encoder.get(), OPUS_GET_LOOKAHEAD(&samples));
    return static_cast<uint16_t>(samples);
}

} // namespace core

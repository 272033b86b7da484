#include "tests/support/packets.h"

#include "core/base/random.h"

#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <opus.h>

namespace core {

namespace {

enum class Framing : uint8_t { Plain, SelfDelimited };

void appendLength(std::vector<uint8_t>& out, size_t length)
{
    if (length < 252) {
        out.push_back(static_cast<uint8_t>(length));
        return;
    }
    out.push_back(static_cast<uint8_t>(252 + (length & 3U)));
    out.push_back(static_cast<uint8_t>((length - 252) >> 2U));
}

bool hasEqualFrames(const PacketParts& parts)
{
    return parts.frameCode == 1 || (parts.frameCode == 3 && parts.sizes == FrameSizes::Equal);
}

void appendFrameCount(std::vector<uint8_t>& out, const PacketParts& parts)
{
    const unsigned variable = parts.sizes == FrameSizes::Variable ? 0x80U : 0U;
    const unsigned padded = parts.padding > 0 ? 0x40U : 0U;
    out.push_back(static_cast<uint8_t>(variable | padded | parts.frames.size()));
    if (parts.padding == 0)
        return;
    uint32_t left = parts.padding;
    for (; left > 254; left -= 254)
        out.push_back(255);
    out.push_back(static_cast<uint8_t>(left));
}

std::vector<uint8_t> make(const PacketParts& parts, Framing framing)
{
    const unsigned stereo = parts.channels == PacketChannels::Stereo ? 4U : 0U;
    std::vector<uint8_t> out{static_cast<uint8_t>(parts.configuration << 3U | stereo | parts.frameCode)};
    if (parts.frameCode == 3)
        appendFrameCount(out, parts);
    if (!hasEqualFrames(parts)) {
        for (size_t i = 0; i + 1 < parts.frames.size(); ++i)
            appendLength(out, parts.frames[i].size());
    }
    if (framing == Framing::SelfDelimited)
        appendLength(out, parts.frames.back().size());
    for (const auto& frame : parts.frames)
        out.insert(out.end(), frame.begin(), frame.end());
    out.insert(out.end(), parts.padding, 0);
    return out;
}

double tone(double seconds) { return 0.25 * std::sin(2 * std::numbers::pi * 440 * seconds); }

// A 120 Hz buzz through three fixed formants, on for 0.6 s of every 0.8 s.
double speech(double seconds)
{
    static constexpr std::array<double, 3> formants{700, 1220, 2600};
    const double phase = std::fmod(seconds, 0.8) / 0.6;
    if (phase >= 1)
        return 0;
    double sum = 0;
    for (int harmonic = 1; harmonic <= 30; ++harmonic) {
        const double frequency = 120.0 * harmonic;
        double gain = 0.02;
        for (const double formant : formants)
            gain += std::exp(-std::pow((frequency - formant) / 150, 2));
        sum += gain * std::sin(2 * std::numbers::pi * frequency * seconds);
    }
    return 0.08 * sum * std::sin(std::numbers::pi * phase);
}

double sampleOf(Sound sound, size_t index)
{
    const double seconds = static_cast<double>(index) / 48000.0;
    switch (sound) {
    case Sound::Tone:
        return tone(seconds);
    case Sound::Speech:
        return speech(seconds);
    case Sound::Noise:
        return 0.4 * CounterRandom(1, DrawStream::Loss).unit(index) - 0.2;
    }
    return 0;
}

} // namespace

std::vector<uint8_t> makePacket(const PacketParts& parts) { return make(parts, Framing::Plain); }

std::vector<uint8_t> makeSelfDelimited(const PacketParts& parts)
{
    return make(parts, Framing::SelfDelimited);
}

std::vector<uint8_t> plainPacket(uint8_t configuration, size_t bytes, uint8_t fill)
{
    PacketParts parts;
    parts.configuration = configuration;
    parts.frames = {std::vector<uint8_t>(bytes, fill)};
    return makePacket(parts);
}

std::vector<float> soundSamples(Sound sound, size_t samples, int channels)
{
    std::vector<float> out;
    out.reserve(samples * static_cast<size_t>(channels));
    for (size_t i = 0; i < samples; ++i) {
        // The second channel is quieter, so that a swap is noticed.
        for (int channel = 0; channel < channels; ++channel)
            out.push_back(static_cast<float>(sampleOf(sound, i) * (channel == 0 ? 1.0 : 0.5)));
    }
    return out;
}

std::vector<std::vector<uint8_t>> encodedPackets(const EncodedParts& parts)
{
    int error = OPUS_OK;
    const std::unique_ptr<OpusEncoder, decltype(&opus_encoder_destroy)> encoder(
        opus_encoder_create(48000, parts.channels, parts.application, &error), opus_encoder_destroy);
    opus_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(parts.bitrateBps));
    if (parts.sound == Sound::Speech)
        opus_encoder_ctl(encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    opus_encoder_ctl(encoder.get(), OPUS_SET_INBAND_FEC(parts.hasFec ? 1 : 0));
    opus_encoder_ctl(encoder.get(), OPUS_SET_PACKET_LOSS_PERC(parts.hasFec ? 20 : 0));
    opus_encoder_ctl(encoder.get(), OPUS_SET_DTX(parts.hasDtx ? 1 : 0));

    const auto frame = static_cast<size_t>(parts.frameSamples);
    const auto count = static_cast<size_t>(parts.count);
    const std::vector<float> sound = soundSamples(parts.sound, frame * count, parts.channels);
    std::vector<std::vector<uint8_t>> packets;
    std::array<uint8_t, 4000> buffer{};
    for (size_t i = 0; i < count; ++i) {
        const float* input = sound.data() + i * frame * static_cast<size_t>(parts.channels);
        const int bytes = opus_encode_float(
            encoder.get(), input, parts.frameSamples, buffer.data(), static_cast<int>(buffer.size()));
        packets.emplace_back(buffer.begin(), buffer.begin() + (bytes > 0 ? bytes : 0));
    }
    return packets;
}

} // namespace core

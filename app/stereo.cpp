#include "app/stereo.h"

#include <string_view>

namespace app {

namespace {

// Vorbis channel order of RFC 7845 §5.1.1.2, one letter a speaker: l left, r right, c centre or behind the
// middle, f low frequencies.
constexpr std::array<std::string_view, 9> layouts{
    "", "c", "lr", "lcr", "lrlr", "lcrlr", "lcrlrf", "lcrlrcf", "lcrlrlrf"};

constexpr AudioRing::Frame share(char speaker)
{
    constexpr float half = 0.70710678F;
    switch (speaker) {
    case 'l':
        return {1, 0};
    case 'r':
        return {0, 1};
    case 'f':
        return {0, 0};
    default:
        return {half, half};
    }
}

} // namespace

StereoMix::StereoMix(int channels)
{
    if (channels == 1) {
        m_gains = {{1, 1}};
        return;
    }
    const auto count = static_cast<size_t>(channels);
    const std::string_view layout = count < layouts.size() ? layouts[count] : std::string_view();
    AudioRing::Frame sum{};
    for (size_t channel = 0; channel < count; ++channel) {
        const char odd = channel % 2 == 0 ? 'l' : 'r';
        m_gains.push_back(share(layout.empty() ? odd : layout[channel]));
        sum = {sum[0] + m_gains.back()[0], sum[1] + m_gains.back()[1]};
    }
    for (AudioRing::Frame& gain : m_gains)
        gain = {gain[0] / sum[0], gain[1] / sum[1]};
}

void StereoMix::mix(std::span<const float> interleaved, std::span<AudioRing::Frame> out) const
{
    const size_t channels = m_gains.size();
    for (size_t frame = 0; frame < interleaved.size() / channels; ++frame) {
        AudioRing::Frame sum{};
        for (size_t channel = 0; channel < channels; ++channel) {
            const float sample = interleaved[frame * channels + channel];
            sum[0] += sample * m_gains[channel][0];
            sum[1] += sample * m_gains[channel][1];
        }
        out[frame] = sum;
    }
}

} // namespace app

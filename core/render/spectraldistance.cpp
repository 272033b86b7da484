#include "core/render/spectraldistance.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <kiss_fftr.h>
#include <numbers>

namespace core {

namespace {

constexpr int frame = SpectralDistance::frameSamples;
constexpr int hop = SpectralDistance::hopSamples;
constexpr size_t firstBin = 1; // 50 Hz
constexpr size_t lastBin = 400; // 20 kHz
constexpr float floorPower = 1e-8F; // -80 dB of a full-scale sine

// Distance of two power spectra that were cut off below at floorPower.
double frameDistance(std::span<const float> heard, std::span<const float> sent)
{
    double squares = 0;
    int audible = 0;
    for (size_t bin = firstBin; bin <= lastBin; ++bin) {
        if (heard[bin] <= floorPower && sent[bin] <= floorPower)
            continue;
        const float ratio = std::max(heard[bin], floorPower) / std::max(sent[bin], floorPower);
        const double difference = 10 * std::log10(static_cast<double>(ratio));
        squares += difference * difference;
        ++audible;
    }
    return audible > 0 ? std::sqrt(squares / audible) : 0;
}

} // namespace

void SpectralDistance::FreePlan::operator()(kiss_fftr_state* plan) const { kiss_fftr_free(plan); }

SpectralDistance::SpectralDistance()
    : m_plan(kiss_fftr_alloc(frame, 0, nullptr, nullptr))
    , m_window(frame)
    , m_frame(frame)
    , m_heard(frame / 2 + 1)
    , m_sent(frame / 2 + 1)
{
    // Scaled so that a full-scale sine on a bin has power 1.
    for (int i = 0; i < frame; ++i) {
        const double phase = 2 * std::numbers::pi * i / frame;
        m_window[static_cast<size_t>(i)] = static_cast<float>(2 * (1 - std::cos(phase)) / frame);
    }
}

double SpectralDistance::decibels(std::span<const float> heard, std::span<const float> sent, int channels)
{
    assert(heard.size() == sent.size() && channels > 0);
    const size_t samples = heard.size() / static_cast<size_t>(channels);
    double sum = 0;
    int frames = 0;
    for (size_t first = 0; first < samples && (first == 0 || first + hop < samples); first += hop) {
        measure(heard, first, channels, m_heard);
        measure(sent, first, channels, m_sent);
        sum += frameDistance(m_heard, m_sent);
        ++frames;
    }
    return frames > 0 ? sum / frames : 0;
}

void SpectralDistance::measure(
    std::span<const float> pcm, size_t firstFrame, int channels, PowerSpectrum& power)
{
    std::fill(power.begin(), power.end(), 0.F);
    const auto step = static_cast<size_t>(channels);
    const size_t count = std::min<size_t>(frame, pcm.size() / step - firstFrame);
    std::array<kiss_fft_cpx, frame / 2 + 1> spectrum{};
    for (size_t channel = 0; channel < step; ++channel) {
        for (size_t i = 0; i < count; ++i)
            m_frame[i] = pcm[(firstFrame + i) * step + channel] * m_window[i];
        std::fill(m_frame.begin() + static_cast<std::ptrdiff_t>(count), m_frame.end(), 0.F);
        kiss_fftr(m_plan.get(), m_frame.data(), spectrum.data());
        for (size_t bin = firstBin; bin <= lastBin; ++bin)
            power[bin] += spectrum.at(bin).r * spectrum.at(bin).r + spectrum.at(bin).i * spectrum.at(bin).i;
    }
}

} // namespace core

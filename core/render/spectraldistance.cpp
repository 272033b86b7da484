#include "core/render/spectraldistance.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <kiss_fftr.h>
#include <numbers>
#include <utility>

namespace core {

namespace {

constexpr size_t frame{SpectralDistance::frameSamples};
constexpr size_t hop{SpectralDistance::hopSamples};
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
    : m_plan(kiss_fftr_alloc(frameSamples, 0, nullptr, nullptr))
    , m_window(frame)
    , m_frame(frame)
    , m_heard(frame / 2 + 1)
    , m_sent(frame / 2 + 1)
{
    // Scaled so that a full-scale sine on a bin has power 1.
    for (size_t i = 0; i < frame; ++i) {
        const double phase = 2 * std::numbers::pi * static_cast<double>(i) / frameSamples;
        m_window[i] = static_cast<float>(2 * (1 - std::cos(phase)) / frameSamples);
    }
}

void SpectralDistance::add(std::span<const float> heard, std::span<const float> sent, int channels)
{
    assert(heard.size() == sent.size() && channels > 0);
    m_channels = static_cast<size_t>(channels);
    m_heardPcm.insert(m_heardPcm.end(), heard.begin(), heard.end());
    m_sentPcm.insert(m_sentPcm.end(), sent.begin(), sent.end());
    size_t first = 0;
    for (; (first + frame) * m_channels <= m_heardPcm.size(); first += hop)
        measureFrame(first, frame);
    const auto measured = static_cast<std::ptrdiff_t>(first * m_channels);
    m_heardPcm.erase(m_heardPcm.begin(), m_heardPcm.begin() + measured);
    m_sentPcm.erase(m_sentPcm.begin(), m_sentPcm.begin() + measured);
}

double SpectralDistance::decibels()
{
    // Half a frame that is left was measured with the frame before.
    const size_t left = m_heardPcm.size() / m_channels;
    if (left > (m_frames > 0 ? hop : 0))
        measureFrame(0, left);
    m_heardPcm.clear();
    m_sentPcm.clear();
    const double sum = std::exchange(m_sum, 0);
    const int64_t frames = std::exchange(m_frames, 0);
    return frames > 0 ? sum / static_cast<double>(frames) : 0;
}

void SpectralDistance::measureFrame(size_t first, size_t count)
{
    const auto part = [&](const std::vector<float>& pcm) {
        return std::span(pcm).subspan(first * m_channels, count * m_channels);
    };
    measure(part(m_heardPcm), m_heard);
    measure(part(m_sentPcm), m_sent);
    m_sum += frameDistance(m_heard, m_sent);
    ++m_frames;
}

void SpectralDistance::measure(std::span<const float> pcm, PowerSpectrum& power)
{
    std::fill(power.begin(), power.end(), 0.F);
    const size_t count = pcm.size() / m_channels;
    std::array<kiss_fft_cpx, frame / 2 + 1> spectrum{};
    for (size_t channel = 0; channel < m_channels; ++channel) {
        for (size_t i = 0; i < count; ++i)
            m_frame[i] = pcm[i * m_channels + channel] * m_window[i];
        std::fill(m_frame.begin() + static_cast<std::ptrdiff_t>(count), m_frame.end(), 0.F);
        kiss_fftr(m_plan.get(), m_frame.data(), spectrum.data());
        for (size_t bin = firstBin; bin <= lastBin; ++bin)
            power[bin] += spectrum.at(bin).r * spectrum.at(bin).r + spectrum.at(bin).i * spectrum.at(bin).i;
    }
}

} // namespace core

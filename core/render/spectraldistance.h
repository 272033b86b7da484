#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

struct kiss_fftr_state;

namespace core {

// How long after a gap its damage is still listened for: concealment fades and the decoder finds back.
inline constexpr ReceiverSpan damageTail = receiverMilliseconds(100);

// Audible damage: log-spectral distance in dB between what was heard and what was sent. The root mean square
// over frequency of 10·log10(P heard / P sent), averaged over frames of 20 ms (Hann window, every 10 ms).
// Frequencies 50 Hz … 20 kHz in steps of 50 Hz; power below -80 dB of full scale counts as -80 dB, and
// frequencies at which both are below it are left out, so that silence in place of silence is no damage and
// a narrow stream is not flattered. Powers of several channels are added. An estimate of what is audible, no
// listening test. One thread at a time; keep the object, it holds the plan of the transform.
class SpectralDistance {
public:
    static constexpr int frameSamples = 960;
    static constexpr int hopSamples = 480;

    SpectralDistance();

    // Interleaved 48 kHz PCM, both of the same size, starting at the same moment; what is added next goes on
    // where this ends, with the same channels. Cost: about 50 µs a frame.
    void add(std::span<const float> heard, std::span<const float> sent, int channels);
    // Of all that was added since the last time; a last incomplete frame is filled up with silence. 0 =
    // alike; nothing in is 0.
    [[nodiscard]] double decibels();

private:
    using PowerSpectrum = std::vector<float>;
    struct FreePlan {
        void operator()(kiss_fftr_state* plan) const;
    };

    void measureFrame(size_t first, size_t count);
    void measure(std::span<const float> pcm, PowerSpectrum& power);

    std::unique_ptr<kiss_fftr_state, FreePlan> m_plan;
    std::vector<float> m_window;
    std::vector<float> m_frame;
    PowerSpectrum m_heard, m_sent;
    std::vector<float> m_heardPcm, m_sentPcm; // interleaved, not measured yet
    size_t m_channels = 1;
    double m_sum = 0; // of the frames measured
    int64_t m_frames = 0;
};

} // namespace core

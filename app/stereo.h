#pragma once

#include "app/audioring.h"

#include <span>
#include <vector>

namespace app {

// How the channels of a capture are heard on two speakers: mono on both, stereo as it is, more channels by
// where their speakers stand (RFC 7845 §5.1.1.2), scaled so that nothing clips that did not clip before.
class StereoMix {
public:
    explicit StereoMix(int channels);

    // Writes interleaved.size() / channels frames to the front of out.
    void mix(std::span<const float> interleaved, std::span<AudioRing::Frame> out) const;

private:
    std::vector<AudioRing::Frame> m_gains; // one a channel: its share on the left and on the right
};

} // namespace app

#pragma once

#include "core/playout/playoutstrategy.h"

namespace core {

// The jitter buffer pulled by the audio clock: starts playoutDelay after the first arrival, stands still
// while nothing is held, and never reports that as a loss.
class BufferPlayout final : public PlayoutStrategy {
public:
    explicit BufferPlayout(const BufferSettings& settings)
        : m_settings(settings)
    {
    }

    void play(const PlayoutInput& input, TimelineBuilder& sink) override;

private:
    BufferSettings m_settings;
};

} // namespace core

#pragma once

#include "core/playout/playoutstrategy.h"

namespace core {

// Every packet is played at exactly stamp + offset or not at all; the first arrival sets the offset. Covers
// the stream from the first to the last packet sent.
class FixedPlayout final : public PlayoutStrategy {
public:
    explicit FixedPlayout(const BufferSettings& settings)
        : m_settings(settings)
    {
    }

    void play(const PlayoutInput& input, TimelineBuilder& sink) override;

private:
    BufferSettings m_settings;
};

} // namespace core

#pragma once

#include "core/playout/playoutstrategy.h"

namespace core {

// The realtime buffer in virtual time.
class RealtimePlayout final : public PlayoutStrategy {
public:
    explicit RealtimePlayout(const BufferSettings& settings)
        : m_settings(settings)
    {
    }

    void play(const PlayoutInput& input, TimelineBuilder& sink) override;

private:
    BufferSettings m_settings;
};

} // namespace core

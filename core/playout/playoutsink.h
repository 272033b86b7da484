#pragma once

#include "core/playout/stampqueue.h"

#include <cstdint>

namespace core {

enum class LossOrigin : uint8_t {
    Gap, // the next packet is there, what comes before it is not
    Starvation, // nothing was there for too long
};

// Playout without a packet of its own.
struct LostStretch {
    ReceiverTime start;
    ReceiverSpan duration;
    ReceiverSpan stamp; // where the missing audio begins; it is as long as the playout
    uint32_t next = noPacket; // packet that is played right behind it, if known
    LossOrigin origin = LossOrigin::Gap;
};

enum class Refusal : uint8_t { Late, Duplicate, Overflow };

// Where a strategy tells what it does, in playout order; each stretch starts where the one before it ended.
class PlayoutSink {
public:
    PlayoutSink() = default;
    PlayoutSink(const PlayoutSink&) = delete;
    PlayoutSink& operator=(const PlayoutSink&) = delete;
    PlayoutSink(PlayoutSink&&) = delete;
    PlayoutSink& operator=(PlayoutSink&&) = delete;
    virtual ~PlayoutSink() = default;

    struct Played {
        ReceiverTime start;
        ReceiverSpan duration;
        ReceiverTime due;
    };
    virtual void onPacket(const HeldPacket& packet, const Played& played) = 0;
    virtual void onLoss(const LostStretch& stretch) = 0;
    // stamp: the media time that comes next.
    virtual void onStall(ReceiverTime start, ReceiverSpan duration, ReceiverSpan stamp) = 0;
    virtual void onResync(ReceiverTime start, ReceiverSpan stamp) = 0;
    // due: when the packet had to be played, or never if that is not known yet.
    virtual void onRefusal(const HeldPacket& packet, Refusal refusal, ReceiverTime due) = 0;
};

} // namespace core

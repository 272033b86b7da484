#pragma once

#include "core/base/time.h"

#include <cstdint>

namespace core {

enum class Strategy : uint8_t { Buffer, Realtime, Fixed };
enum class Concealment : uint8_t { Silence, Plc, Fec }; // Fec: FEC where it is there, else PLC

struct BufferSettings {
    Strategy strategy = Strategy::Realtime;
    ReceiverSpan playoutDelay = receiverMilliseconds(60); // 0 … 10 s
    ReceiverSpan maxDuration = receiverMilliseconds(120000); // 1 ms … 10 min of buffered audio
    ReceiverSpan epsilon = receiverMilliseconds(2); // 0 … 1 s; a jump of the stamps up to this is no loss
    ReceiverSpan lossStep = receiverMilliseconds(20); // 1 ms … 10 s
    ReceiverSpan lossThreshold = receiverMilliseconds(200); // 0 … 60 s
    ReceiverSpan maxLoss = receiverMilliseconds(5000); // 0 … 10 min; a longer gap is a resync

    bool operator==(const BufferSettings&) const = default;
};

} // namespace core

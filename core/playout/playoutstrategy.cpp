#include "core/playout/playoutstrategy.h"

#include "core/playout/bufferplayout.h"
#include "core/playout/fixedplayout.h"
#include "core/playout/realtimeplayout.h"

namespace core {

std::unique_ptr<PlayoutStrategy> makeStrategy(const BufferSettings& settings)
{
    switch (settings.strategy) {
    case Strategy::Buffer:
        return std::make_unique<BufferPlayout>(settings);
    case Strategy::Fixed:
        return std::make_unique<FixedPlayout>(settings);
    case Strategy::Realtime:
        break;
    }
    return std::make_unique<RealtimePlayout>(settings);
}

} // namespace core

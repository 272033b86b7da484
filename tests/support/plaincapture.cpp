#include "tests/support/plaincapture.h"

namespace core {

std::shared_ptr<const Capture> plainCapture(size_t packets, MediaSpan duration)
{
    Capture::Parts parts;
    parts.name = "plain.opus";
    parts.head.channels = 1;
    parts.head.preSkip = 0;
    parts.packets.resize(packets);
    for (size_t i = 0; i < packets; ++i) {
        PacketRecord& record = parts.packets[i];
        record.media = MediaTime(static_cast<int64_t>(i) * duration.ticks());
        record.durationSamples = static_cast<uint16_t>(duration.ticks());
        record.toc = 9 << 3;
        record.flags = i % 2 == 0 ? HasFec | HasVoice : HasFec;
        parts.end = record.end();
    }
    parts.hasSequence = true;
    return std::make_shared<const Capture>(std::move(parts));
}

Scenario roughScenario(Strategy strategy, uint64_t seed)
{
    Scenario scenario;
    scenario.seed = seed;
    scenario.network.delay = receiverMilliseconds(40);
    scenario.network.jitter.model = JitterModel::Gamma;
    scenario.network.jitter.spread = receiverMilliseconds(25);
    scenario.network.loss.model = LossModel::GilbertElliott;
    scenario.network.loss.rate = 0.04;
    scenario.network.loss.burst = 2.5;
    scenario.network.reorder.rate = 0.01;
    scenario.network.duplicateRate = 0.01;
    scenario.buffer.strategy = strategy;
    scenario.buffer.playoutDelay = receiverMilliseconds(80);
    return scenario;
}

} // namespace core

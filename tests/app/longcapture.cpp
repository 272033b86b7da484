#include "tests/app/longcapture.h"

#include "tests/support/oggfiles.h"
#include "tests/support/sound.h"

#include <QFile>

namespace test {

bool writeLongCapture(const QString& path, size_t packets)
{
    const Packets tone = encodedTone({}, 500);
    core::OggParts parts;
    parts.packets.reserve(packets);
    for (size_t i = 0; i < packets; ++i)
        parts.packets.push_back(tone[i % tone.size()]);
    const std::vector<uint8_t> bytes = core::makeOggFile(parts);
    QFile file(path);
    const auto length = static_cast<qint64>(bytes.size());
    return file.open(QIODevice::WriteOnly)
        && file.write(reinterpret_cast<const char*>(bytes.data()), length) == length; // NOLINT
}

core::Scenario lossyScenario()
{
    core::Scenario scenario;
    scenario.network.delay = core::receiverMilliseconds(40);
    scenario.network.jitter = {core::JitterModel::Gamma, core::receiverMilliseconds(18), 0.25, false};
    scenario.network.loss = {core::LossModel::GilbertElliott, 0.03, 2.4};
    scenario.network.reorder.rate = 0.01;
    scenario.network.duplicateRate = 0.002;
    return scenario;
}

} // namespace test

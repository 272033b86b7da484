#include "app/streamsummary.h"

#include "core/opus/packet.h"

#include <algorithm>

namespace app {

namespace {

void addPacket(StreamSummary& summary, const core::PacketRecord& record)
{
    if ((record.flags & core::IsMissing) != 0) {
        ++summary.missing;
        return;
    }
    ++summary.packets;
    if ((record.flags & core::IsCorrupt) != 0) {
        ++summary.corrupt;
        return;
    }
    const core::Toc toc(record.toc);
    summary.dtx += (record.flags & core::IsDtx) != 0;
    summary.fec += (record.flags & core::HasFec) != 0;
    summary.stereo += toc.isStereo();
    summary.bytes += record.bytes;
    summary.audio += record.duration();
    ++summary.modes[static_cast<int>(toc.mode())];
    ++summary.bandwidths[static_cast<int>(toc.bandwidth())];
    ++summary.frameSamples[toc.frameDuration().ticks()];
    ++summary.packetSamples[record.durationSamples];
}

} // namespace

double StreamSummary::bitrateBps() const
{
    return audio.ticks() > 0 ? static_cast<double>(bytes) * 8 * core::MediaClock::ticksPerSecond
            / static_cast<double>(audio.ticks())
                             : 0;
}

double StreamSummary::fecShare() const
{
    return valid() > 0 ? static_cast<double>(fec) / static_cast<double>(valid()) : 0;
}

StreamSummary summarize(const core::Capture& capture)
{
    StreamSummary summary;
    for (const core::PacketRecord& record : capture.packets())
        addPacket(summary, record);
    return summary;
}

} // namespace app

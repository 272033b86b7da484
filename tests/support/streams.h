#pragma once

#include "core/capture/capture.h"
#include "core/network/simulator.h"
#include "core/playout/timeline.h"

#include <QString>
#include <QStringList>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace core {

// One packet of a crafted stream, times in milliseconds. The payload is never looked at.
struct StreamPacket {
    double mediaMs = 0;
    double durationMs = 20;
    uint8_t toc = 9 << 3; // SILK wideband, 20 ms, one frame
    uint8_t flags = 0;
};

inline Capture streamOf(const std::vector<StreamPacket>& packets)
{
    Capture::Parts parts;
    parts.name = "crafted";
    parts.format = CaptureFormat::Stamped;
    for (const StreamPacket& packet : packets) {
        PacketRecord record;
        record.media = MediaTime(static_cast<int64_t>(packet.mediaMs * 48));
        record.durationSamples = static_cast<uint16_t>(packet.durationMs * 48);
        record.toc = packet.toc;
        record.flags = packet.flags;
        parts.packets.push_back(record);
    }
    if (!parts.packets.empty())
        parts.end = parts.packets.back().end();
    return Capture(std::move(parts));
}

// Packets that follow each other without a hole.
inline Capture evenStream(size_t count, double packetMs = 20, uint8_t toc = 9 << 3, uint8_t flags = 0)
{
    std::vector<StreamPacket> packets;
    for (size_t i = 0; i < count; ++i)
        packets.push_back({static_cast<double>(i) * packetMs, packetMs, toc, flags});
    return streamOf(packets);
}

// Arrivals by packet and time in milliseconds, in order of arrival.
inline Arrivals arrivalsAt(const std::vector<std::pair<uint32_t, double>>& times)
{
    Arrivals arrivals;
    for (const auto& [packet, ms] : times) {
        bool isDuplicate = false;
        for (const Arrival& arrival : arrivals.list)
            isDuplicate = isDuplicate || arrival.packet == packet;
        arrivals.list.push_back({ReceiverTime(static_cast<int64_t>(ms * 1000)), isDuplicate, packet});
    }
    return arrivals;
}

// One event in words: "play 0 60-80", "loss 80-100 lost plc", "stall 100-120", "resync 120"; milliseconds.
inline QString inWords(const TimelineEvent& event)
{
    static constexpr std::array<const char*, 6> causes{
        "none", "lost", "late", "overflow", "corrupt", "starved"};
    static constexpr std::array<const char*, 4> repairs{"none", "fec", "plc", "silence"};
    const QString start = QString::number(event.start.milliseconds(), 'g', 15);
    const QString stretch = start + QLatin1Char('-') + QString::number(event.end().milliseconds(), 'g', 15);
    switch (event.kind) {
    case EventKind::Packet:
        return QStringLiteral("play %1 %2").arg(event.packet).arg(stretch);
    case EventKind::Loss:
        return QStringLiteral("loss %1 %2 %3")
            .arg(stretch, QLatin1String(causes.at(static_cast<size_t>(event.cause))),
                QLatin1String(repairs.at(static_cast<size_t>(event.repair))));
    case EventKind::Stall:
        return QStringLiteral("stall ") + stretch;
    case EventKind::Resync:
        break;
    }
    return QStringLiteral("resync ") + start;
}

// The whole timeline in words, one event a part.
inline QStringList inWords(const Timeline& timeline)
{
    QStringList words;
    for (const TimelineEvent& event : timeline.events)
        words.append(inWords(event));
    return words;
}

} // namespace core

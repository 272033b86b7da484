#include "ui/packetcell.h"

#include "ui/format.h"
#include "ui/outcometext.h"
#include "ui/roworder.h"

#include <QCoreApplication>
#include <optional>

namespace ui {

namespace {

struct PacketTable {
    Q_DECLARE_TR_FUNCTIONS(ui::PacketTable)
};

using core::Analysis;
using core::PacketOutcome;
using core::PacketRecord;

const PacketRecord& recordOf(const Analysis& analysis, uint32_t packet)
{
    return analysis.capture->packets()[packet];
}

const PacketOutcome& outcomeOf(const Analysis& analysis, uint32_t packet)
{
    return analysis.timeline.outcomes[packet];
}

// Without a valid packet in the file there is no TOC to read.
std::optional<core::Toc> tocOf(const PacketRecord& record)
{
    if ((record.flags & (core::IsCorrupt | core::IsMissing)) != 0)
        return std::nullopt;
    return core::Toc(record.toc);
}

std::optional<int64_t> frameCountOf(const PacketRecord& record)
{
    const std::optional<core::Toc> toc = tocOf(record);
    if (!toc)
        return std::nullopt;
    return record.durationSamples / toc->frameDuration().ticks();
}

std::optional<core::ReceiverTime> existing(core::ReceiverTime time)
{
    return time == core::never ? std::nullopt : std::optional(time);
}

std::optional<core::ReceiverTime> timeOf(const Analysis& analysis, uint32_t packet, PacketColumn column)
{
    const PacketOutcome& outcome = outcomeOf(analysis, packet);
    switch (column) {
    case PacketColumn::Sent:
        return core::sendTime(recordOf(analysis, packet).media, analysis.scenario.network.driftPpm);
    case PacketColumn::Arrival:
        return existing(outcome.arrival);
    case PacketColumn::Due:
        return existing(outcome.due);
    case PacketColumn::Playout:
        return existing(outcome.playout);
    default:
        return std::nullopt;
    }
}

std::optional<core::ReceiverSpan> marginOf(const PacketOutcome& outcome)
{
    if (outcome.arrival == core::never || outcome.due == core::never)
        return std::nullopt;
    return outcome.due - outcome.arrival;
}

QString timeText(std::optional<core::ReceiverTime> time) { return time ? clockText(*time) : QString(); }

QString marginText(std::optional<core::ReceiverSpan> margin)
{
    return margin ? millisecondsText(*margin, 1) : QString();
}

QString durationCell(const PacketRecord& record)
{
    if (record.durationSamples == 0)
        return {};
    const core::ReceiverSpan duration = core::toReceiverSpan(record.duration());
    return millisecondsText(duration, duration.ticks() % 1000 == 0 ? 0 : 1);
}

QString tocText(const PacketRecord& record, PacketColumn column)
{
    const std::optional<core::Toc> toc = tocOf(record);
    if (!toc)
        return {};
    switch (column) {
    case PacketColumn::Mode:
        return modeText(toc->mode());
    case PacketColumn::Bandwidth:
        return bandwidthText(toc->bandwidth());
    case PacketColumn::Channels:
        return codedChannelsText(toc->isStereo());
    case PacketColumn::Frames:
        return countText(static_cast<quint64>(*frameCountOf(record)));
    case PacketColumn::Fec:
        return (record.flags & core::HasFec) != 0 ? yesText() : QString();
    case PacketColumn::Dtx:
        return (record.flags & core::IsDtx) != 0 ? yesText() : QString();
    default:
        return {};
    }
}

uint64_t tocKey(const PacketRecord& record, PacketColumn column)
{
    const std::optional<core::Toc> toc = tocOf(record);
    if (!toc)
        return emptyKey;
    switch (column) {
    case PacketColumn::Mode:
        return static_cast<uint64_t>(toc->mode());
    case PacketColumn::Bandwidth:
        return static_cast<uint64_t>(toc->bandwidth());
    case PacketColumn::Channels:
        return toc->isStereo() ? 2 : 1;
    case PacketColumn::Frames:
        return static_cast<uint64_t>(*frameCountOf(record));
    case PacketColumn::Fec:
        return (record.flags & core::HasFec) != 0 ? 1 : emptyKey;
    default:
        return (record.flags & core::IsDtx) != 0 ? 1 : emptyKey;
    }
}

} // namespace

QString yesText() { return PacketTable::tr("yes"); }

QString packetHeader(PacketColumn column)
{
    switch (column) {
    case PacketColumn::Index:
        return PacketTable::tr("Packet");
    case PacketColumn::Sequence:
        return PacketTable::tr("Sequence");
    case PacketColumn::Media:
        return PacketTable::tr("Media");
    case PacketColumn::Duration:
        return PacketTable::tr("Duration");
    case PacketColumn::Bytes:
        return PacketTable::tr("Bytes");
    case PacketColumn::Sent:
        return PacketTable::tr("Sent");
    case PacketColumn::Arrival:
        return PacketTable::tr("Arrival");
    case PacketColumn::Due:
        return PacketTable::tr("Due");
    case PacketColumn::Playout:
        return PacketTable::tr("Playout");
    case PacketColumn::Margin:
        return PacketTable::tr("Margin");
    case PacketColumn::Fate:
        return PacketTable::tr("Fate");
    case PacketColumn::Repair:
        return PacketTable::tr("Repair");
    case PacketColumn::Mode:
        return PacketTable::tr("Mode");
    case PacketColumn::Bandwidth:
        return PacketTable::tr("Bandwidth");
    case PacketColumn::Channels:
        return PacketTable::tr("Channels");
    case PacketColumn::Frames:
        return PacketTable::tr("Frames");
    case PacketColumn::Fec:
        return PacketTable::tr("FEC");
    case PacketColumn::Dtx:
        return PacketTable::tr("DTX");
    }
    return {};
}

QString packetHeaderTip(PacketColumn column)
{
    switch (column) {
    case PacketColumn::Index:
        return PacketTable::tr("Number of the packet in the order it was sent, from 0");
    case PacketColumn::Sequence:
        return PacketTable::tr("Sequence number, where the format has one");
    case PacketColumn::Media:
        return PacketTable::tr("Position in the stream");
    case PacketColumn::Duration:
        return PacketTable::tr("Audio in the packet");
    case PacketColumn::Bytes:
        return PacketTable::tr("Size of the Opus packet, without any header of the network");
    case PacketColumn::Sent:
        return PacketTable::tr("When it left the sender, on the receiver's clock");
    case PacketColumn::Arrival:
        return PacketTable::tr("When its first copy reached the buffer; empty if it never did");
    case PacketColumn::Due:
        return PacketTable::tr("When it had to be played, as far as the strategy knew");
    case PacketColumn::Playout:
        return PacketTable::tr("When it was played; empty if it was not");
    case PacketColumn::Margin:
        return PacketTable::tr("Due minus arrival: below zero, it came too late by that much");
    case PacketColumn::Fate:
        return PacketTable::tr("What became of it: exactly one of played, lost, late, overflow, corrupt");
    case PacketColumn::Repair:
        return PacketTable::tr("How the playout of a packet that was not played was filled");
    case PacketColumn::Mode:
        return PacketTable::tr("Mode of the codec (RFC 6716 §3.1)");
    case PacketColumn::Bandwidth:
        return PacketTable::tr("Audio bandwidth (RFC 6716 §3.1)");
    case PacketColumn::Channels:
        return PacketTable::tr("Channels coded in the packet");
    case PacketColumn::Frames:
        return PacketTable::tr("Opus frames in the packet (RFC 6716 §3.2)");
    case PacketColumn::Fec:
        return PacketTable::tr("Carries forward error correction (LBRR) for the frame before it");
    case PacketColumn::Dtx:
        return PacketTable::tr("Discontinuous transmission: asks for comfort noise");
    }
    return {};
}

bool isNumber(PacketColumn column) { return column < PacketColumn::Fate || column == PacketColumn::Frames; }

bool dependsOnScenario(PacketColumn column)
{
    return column >= PacketColumn::Sent && column <= PacketColumn::Repair;
}

QString packetText(const core::Analysis& analysis, uint32_t packet, PacketColumn column)
{
    const PacketRecord& record = recordOf(analysis, packet);
    const PacketOutcome& outcome = outcomeOf(analysis, packet);
    switch (column) {
    case PacketColumn::Index:
        return countText(packet);
    case PacketColumn::Sequence:
        return analysis.capture->hasSequence() ? countText(packet) : QString();
    case PacketColumn::Media:
        return clockText(record.media);
    case PacketColumn::Duration:
        return durationCell(record);
    case PacketColumn::Bytes:
        return countText(record.bytes);
    case PacketColumn::Sent:
    case PacketColumn::Arrival:
    case PacketColumn::Due:
    case PacketColumn::Playout:
        return timeText(timeOf(analysis, packet, column));
    case PacketColumn::Margin:
        return marginText(marginOf(outcome));
    case PacketColumn::Fate:
        return fateText(outcome.fate);
    case PacketColumn::Repair:
        return repairText(outcome.repair);
    default:
        return tocText(record, column);
    }
}

uint64_t packetKey(const core::Analysis& analysis, uint32_t packet, PacketColumn column)
{
    const PacketRecord& record = recordOf(analysis, packet);
    const PacketOutcome& outcome = outcomeOf(analysis, packet);
    switch (column) {
    case PacketColumn::Index:
    case PacketColumn::Sequence:
        return packet;
    case PacketColumn::Media:
        return sortKeyOf(record.media.ticks());
    case PacketColumn::Duration:
        return record.durationSamples > 0 ? record.durationSamples : emptyKey;
    case PacketColumn::Bytes:
        return record.bytes;
    case PacketColumn::Sent:
    case PacketColumn::Arrival:
    case PacketColumn::Due:
    case PacketColumn::Playout: {
        const std::optional<core::ReceiverTime> time = timeOf(analysis, packet, column);
        return time ? sortKeyOf(time->ticks()) : emptyKey;
    }
    case PacketColumn::Margin: {
        const std::optional<core::ReceiverSpan> margin = marginOf(outcome);
        return margin ? sortKeyOf(margin->ticks()) : emptyKey;
    }
    case PacketColumn::Fate:
        return static_cast<uint64_t>(outcome.fate);
    case PacketColumn::Repair:
        return outcome.repair == core::Repair::None ? emptyKey : static_cast<uint64_t>(outcome.repair);
    default:
        return tocKey(record, column);
    }
}

} // namespace ui

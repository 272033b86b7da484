#include "ui/provenance.h"

#include "ui/format.h"
#include "ui/outcometext.h"

#include <algorithm>

namespace ui {

using core::EventKind;
using core::Origin;
using core::ReceiverSpan;
using core::ReceiverTime;
using core::TimelineEvent;

namespace {

constexpr size_t mostEvents = 20000; // looked at for one column of pixels

// How long the frames are that the decoder conceals: those of the packet played last.
ReceiverSpan frameDurationBefore(const core::Analysis& analysis, size_t event)
{
    constexpr size_t farthest = 1000;
    const auto& events = analysis.timeline.events;
    for (size_t i = event; i > 0 && event - i < farthest; --i) {
        if (events[i - 1].kind != EventKind::Packet)
            continue;
        const core::PacketRecord& record = analysis.capture->packets()[events[i - 1].packet];
        return core::toReceiverSpan(core::Toc(record.toc).frameDuration());
    }
    return core::receiverMilliseconds(20);
}

// What was concealed of the gap before this event.
ReceiverSpan concealedBefore(const core::Analysis& analysis, size_t event)
{
    const auto& gaps = analysis.gaps;
    const auto behind =
        std::ranges::upper_bound(gaps, static_cast<uint32_t>(event), {}, &core::Gap::firstEvent);
    ReceiverSpan sum;
    if (behind == gaps.begin())
        return sum;
    for (size_t i = std::prev(behind)->firstEvent; i < event; ++i) {
        if (core::originOf(analysis.timeline.events[i]) == Origin::Concealed)
            sum += analysis.timeline.events[i].duration;
    }
    return sum;
}

// The packet whose sound belongs at this place of the stream.
uint32_t packetAtMedia(const core::Analysis& analysis, core::MediaTime media)
{
    const auto packets = analysis.capture->packets();
    const auto behind = std::ranges::upper_bound(packets, media, {}, &core::PacketRecord::media);
    if (behind == packets.begin())
        return core::noPacket;
    const auto packet = static_cast<uint32_t>(behind - packets.begin() - 1);
    const bool isInside = media < packets[packet].end() || packets[packet].durationSamples == 0;
    return isInside ? packet : core::noPacket;
}

// Cuts a concealment down to the frame that sounds at `time`.
void cutToFrame(const core::Analysis& analysis, size_t event, ReceiverTime time, Stretch& stretch)
{
    const TimelineEvent whole = analysis.timeline.events[event];
    const ReceiverSpan before = concealedBefore(analysis, event);
    stretch.frameDuration = frameDurationBefore(analysis, event);
    const int64_t length = std::max<int64_t>(1, stretch.frameDuration.ticks());
    const ReceiverSpan into = std::clamp(time, whole.start, whole.end() - ReceiverSpan(1)) - whole.start;
    const int64_t frame = (before + into).ticks() / length;
    const ReceiverSpan begin(frame * length - before.ticks());
    stretch.start = std::max(whole.start, whole.start + begin);
    stretch.duration = std::min(whole.end(), whole.start + begin + stretch.frameDuration) - stretch.start;
    stretch.frame = static_cast<int>(frame) + 1;
}

Stretch stretchOf(const core::Analysis& analysis, size_t event, ReceiverTime time)
{
    const TimelineEvent whole = analysis.timeline.events[event];
    Stretch stretch{whole.start, whole.duration, core::originOf(whole), whole.cause, whole.packet, 0, {}};
    if (stretch.origin == Origin::Decoded || stretch.origin == Origin::Fec)
        return stretch;
    if (stretch.origin == Origin::Concealed)
        cutToFrame(analysis, event, time, stretch);
    const core::MediaSpan into = stretch.origin == Origin::Stall
        ? core::MediaSpan()
        : core::toMediaSpan(std::clamp(time, stretch.start, stretch.end()) - whole.start);
    stretch.packet = packetAtMedia(analysis, whole.media + into);
    return stretch;
}

} // namespace

Stretch Provenance::at(const core::Analysis& analysis, ReceiverTime time)
{
    return stretchOf(analysis, core::eventAt(analysis, time), time);
}

Stretch Provenance::mostTelling(const core::Analysis& analysis, TimeRange range)
{
    const core::EventList& events = analysis.timeline.events;
    const auto first = events.at(range.begin);
    for (auto next = first; next != events.end() && next.index() < first.index() + mostEvents; ++next) {
        const TimelineEvent event = *next;
        if (event.start >= range.end)
            break;
        if (event.kind != EventKind::Packet && event.duration > ReceiverSpan())
            return stretchOf(analysis, next.index(), std::max(range.begin, event.start));
    }
    return stretchOf(analysis, first.index(), range.begin);
}

QString Provenance::label(const Stretch& stretch)
{
    switch (stretch.origin) {
    case Origin::Decoded:
        return QString::number(stretch.packet);
    case Origin::Fec:
        return tr("FEC of %1").arg(stretch.packet);
    case Origin::Concealed:
        return tr("PLC %1").arg(stretch.frame);
    case Origin::Silence:
        return tr("silence");
    case Origin::Stall:
        break;
    }
    return tr("stall");
}

std::vector<ReadoutRow> Provenance::readout(const Stretch& stretch)
{
    std::vector<ReadoutRow> rows;
    const auto madeFrom = [&rows](const QString& text) { rows.push_back({tr("Made from"), text}); };
    switch (stretch.origin) {
    case Origin::Decoded:
        madeFrom(tr("packet %1").arg(stretch.packet));
        break;
    case Origin::Fec:
        madeFrom(tr("FEC in packet %1").arg(stretch.packet));
        break;
    case Origin::Concealed:
        madeFrom(tr("PLC, frame no. %1 of the gap (%2 each)")
                     .arg(stretch.frame)
                     .arg(durationText(stretch.frameDuration)));
        break;
    case Origin::Silence:
        madeFrom(tr("silence"));
        break;
    case Origin::Stall:
        madeFrom(tr("nothing: playout stood still"));
        break;
    }
    rows.push_back(
        {tr("Sounds"), tr("%1, for %2").arg(clockText(stretch.start), durationText(stretch.duration))});
    if (stretch.cause != core::Cause::None)
        rows.push_back({tr("Cause"), causeText(stretch.cause)});
    return rows;
}

} // namespace ui

#include "ui/statistictext.h"

#include <QCoreApplication>
#include <array>

namespace ui {

namespace {

struct Words {
    Statistic statistic;
    const char* label;
    const char* definition;
};

// %1 stands for the percentile.
constexpr const char* delayLabel = QT_TRANSLATE_NOOP("ui::statistics", "Delay p%1");
constexpr const char* delayDefinition = QT_TRANSLATE_NOOP("ui::statistics",
    "Network delay (arrival − send time) that %1 % of the packets that arrived do not exceed; exact, nearest "
    "rank.");

constexpr auto table = std::to_array<Words>({
    {Statistic::PacketsSent, QT_TRANSLATE_NOOP("ui::statistics", "Packets sent"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Packets of the capture, without duplicates. Each has one fate: played, lost, late, overflow "
            "or corrupt.")},
    {Statistic::PacketsPlayed, QT_TRANSLATE_NOOP("ui::statistics", "Packets played"),
        QT_TRANSLATE_NOOP(
            "ui::statistics", "Packets that were played, and their share of the packets sent.")},
    {Statistic::Lost, QT_TRANSLATE_NOOP("ui::statistics", "Lost in network"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Packets that never arrived, and their share of the packets sent (RFC 3611, loss rate).")},
    {Statistic::Late, QT_TRANSLATE_NOOP("ui::statistics", "Discarded late"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Packets that arrived after they had to be played, and their share of the packets sent (RFC "
            "3611, discard rate; duplicates are not counted, as in RFC 7002).")},
    {Statistic::Overflow, QT_TRANSLATE_NOOP("ui::statistics", "Overflow"),
        QT_TRANSLATE_NOOP(
            "ui::statistics", "Packets thrown out by a full buffer, and their share of the packets sent.")},
    {Statistic::Corrupt, QT_TRANSLATE_NOOP("ui::statistics", "Corrupt"),
        QT_TRANSLATE_NOOP("ui::statistics", "Packets that arrived but can’t be decoded.")},
    {Statistic::FecRecovered, QT_TRANSLATE_NOOP("ui::statistics", "Recovered by FEC"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Packets not played whose sound was taken from the copy in the packet behind (Opus in-band "
            "FEC), and their share of the packets sent.")},
    {Statistic::Reordered, QT_TRANSLATE_NOOP("ui::statistics", "Reordered"),
        QT_TRANSLATE_NOOP("ui::statistics", "Packets that arrived after one sent later (RFC 4737).")},
    {Statistic::Duplicates, QT_TRANSLATE_NOOP("ui::statistics", "Duplicates"),
        QT_TRANSLATE_NOOP("ui::statistics", "Further copies of packets that arrived.")},
    {Statistic::Concealed, QT_TRANSLATE_NOOP("ui::statistics", "Concealed audio"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Playout filled by concealment or silence, and its share of the playout. FEC is not counted: "
            "it is real audio. (W3C webrtc-stats, concealedSamples.)")},
    {Statistic::Stalled, QT_TRANSLATE_NOOP("ui::statistics", "Stalled"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Time for which playout stood still, because nothing was there and no loss was reported.")},
    {Statistic::ConcealedOrStalled, QT_TRANSLATE_NOOP("ui::statistics", "Concealed or stalled"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Share of the playout that was filled by concealment or silence, or for which it stood still. "
            "FEC is not counted: it is real audio.")},
    {Statistic::Gaps, QT_TRANSLATE_NOOP("ui::statistics", "Gaps"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Runs of playout without a packet of their own, repaired or not (W3C webrtc-stats, "
            "concealmentEvents).")},
    {Statistic::LongestGap, QT_TRANSLATE_NOOP("ui::statistics", "Longest gap"),
        QT_TRANSLATE_NOOP("ui::statistics", "The longest run of playout without a packet of its own.")},
    {Statistic::Jitter, QT_TRANSLATE_NOOP("ui::statistics", "Jitter, RFC 3550"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Interarrival jitter at the last arrival (RFC 3550 §6.4.1): a running mean, over about 16 "
            "packets, of how much the spacing of arrivals differs from the spacing at the sender.")},
    {Statistic::DelayP50, delayLabel, delayDefinition},
    {Statistic::DelayP95, delayLabel, delayDefinition},
    {Statistic::DelayP99, delayLabel, delayDefinition},
    {Statistic::WaitMean, QT_TRANSLATE_NOOP("ui::statistics", "Time in buffer, mean"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Mean of playout − arrival over all packets played (W3C webrtc-stats, jitterBufferDelay ÷ "
            "jitterBufferEmittedCount).")},
    {Statistic::WaitP95, QT_TRANSLATE_NOOP("ui::statistics", "Time in buffer, p95"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Playout − arrival that 95 % of the packets played do not exceed; exact, nearest rank.")},
    {Statistic::MouthToEar, QT_TRANSLATE_NOOP("ui::statistics", "Mouth-to-ear"),
        QT_TRANSLATE_NOOP("ui::statistics",
            "Mean time from the sending of a packet to its playout, of all packets played. What encoder and "
            "sound devices take is not in it; of a capture with arrival times the fastest packet counts as "
            "delay 0.")},
    {Statistic::Playout, QT_TRANSLATE_NOOP("ui::statistics", "Playout"),
        QT_TRANSLATE_NOOP("ui::statistics", "Length of all that is heard, stalls included.")},
});

constexpr bool isInOrder()
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (table[i].statistic != static_cast<Statistic>(i))
            return false;
    }
    return table.size() == static_cast<size_t>(Statistic::Playout) + 1;
}
static_assert(isInOrder());

const Words& wordsOf(Statistic statistic) { return table[static_cast<size_t>(statistic)]; }

int percentileOf(Statistic statistic)
{
    if (statistic == Statistic::DelayP50)
        return 50;
    return statistic == Statistic::DelayP95 ? 95 : 99;
}

QString translated(const char* text, Statistic statistic)
{
    const QString words = QCoreApplication::translate("ui::statistics", text);
    return words.contains(QLatin1String("%1")) ? words.arg(percentileOf(statistic)) : words;
}

} // namespace

QString labelOf(Statistic statistic) { return translated(wordsOf(statistic).label, statistic); }

QString definitionOf(Statistic statistic) { return translated(wordsOf(statistic).definition, statistic); }

} // namespace ui

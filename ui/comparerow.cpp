#include "ui/comparerow.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

namespace ui {

namespace {

using core::Statistics;
using Good = CompareRow::Good;
using Kind = CompareRow::Kind;

double sent(const Statistics& s) { return static_cast<double>(s.packetsSent); }
double playout(const Statistics& s) { return static_cast<double>(s.playout.ticks()); }
double microseconds(core::ReceiverSpan span) { return static_cast<double>(span.ticks()); }

constexpr std::array rows{
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Concealed audio"),
        QT_TRANSLATE_NOOP(
            "ui::compare", "Playout filled by concealment or silence, and its share of the playout"),
        [](const Statistics& s) { return microseconds(s.plc + s.silence); }, Kind::Duration, Good::Less,
        playout},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Stalled"),
        QT_TRANSLATE_NOOP("ui::compare", "Time for which playout stood still"),
        [](const Statistics& s) { return microseconds(s.stall); }, Kind::Duration},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Gaps"),
        QT_TRANSLATE_NOOP("ui::compare", "Runs of playout without a packet of their own"),
        [](const Statistics& s) { return static_cast<double>(s.gaps); }},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Longest gap"),
        QT_TRANSLATE_NOOP("ui::compare", "The longest run of playout without a packet of its own"),
        [](const Statistics& s) { return microseconds(s.longestGap); }, Kind::Duration},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Lost in network"),
        QT_TRANSLATE_NOOP("ui::compare", "Packets that never arrived, and their share of the packets sent"),
        [](const Statistics& s) { return static_cast<double>(s.packetsLost); }, Kind::Count, Good::Less,
        sent},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Discarded late"),
        QT_TRANSLATE_NOOP("ui::compare",
            "Packets that arrived after they had to be played, and their share of the packets sent"),
        [](const Statistics& s) { return static_cast<double>(s.packetsLate); }, Kind::Count, Good::Less,
        sent},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Overflow"),
        QT_TRANSLATE_NOOP(
            "ui::compare", "Packets thrown out by a full buffer, and their share of the packets sent"),
        [](const Statistics& s) { return static_cast<double>(s.packetsOverflow); }, Kind::Count, Good::Less,
        sent},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Recovered by FEC"),
        QT_TRANSLATE_NOOP(
            "ui::compare", "Packets not played whose sound was taken from the copy in the packet behind"),
        [](const Statistics& s) { return static_cast<double>(s.packetsFecRecovered); }, Kind::Count,
        Good::Either, sent},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Time in buffer, mean"),
        QT_TRANSLATE_NOOP("ui::compare", "Mean of playout − arrival over all packets played"),
        [](const Statistics& s) { return s.bufferWait.meanUs; }, Kind::Duration},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Time in buffer, p95"),
        QT_TRANSLATE_NOOP("ui::compare", "Time in the buffer that 95 % of the packets played do not exceed"),
        [](const Statistics& s) { return microseconds(s.bufferWait.p95); }, Kind::Duration},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Delay p50"),
        QT_TRANSLATE_NOOP("ui::compare", "Network delay that 50 % of the packets that arrived do not exceed"),
        [](const Statistics& s) { return microseconds(s.delay.p50); }, Kind::Duration, Good::Either},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Delay p95"),
        QT_TRANSLATE_NOOP("ui::compare", "Network delay that 95 % of the packets that arrived do not exceed"),
        [](const Statistics& s) { return microseconds(s.delay.p95); }, Kind::Duration, Good::Either},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Delay p99"),
        QT_TRANSLATE_NOOP("ui::compare", "Network delay that 99 % of the packets that arrived do not exceed"),
        [](const Statistics& s) { return microseconds(s.delay.p99); }, Kind::Duration, Good::Either},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Jitter, RFC 3550"),
        QT_TRANSLATE_NOOP("ui::compare", "Interarrival jitter at the last arrival (RFC 3550 §6.4.1)"),
        [](const Statistics& s) { return s.jitterRfc3550Us; }, Kind::Duration, Good::Either},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Reordered"),
        QT_TRANSLATE_NOOP("ui::compare", "Packets that arrived after one sent later (RFC 4737)"),
        [](const Statistics& s) { return static_cast<double>(s.packetsReordered); }, Kind::Count,
        Good::Either, sent},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Duplicates"),
        QT_TRANSLATE_NOOP("ui::compare", "Further copies of packets that arrived"),
        [](const Statistics& s) { return static_cast<double>(s.packetsDuplicate); }, Kind::Count,
        Good::Either},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Packets played"),
        QT_TRANSLATE_NOOP("ui::compare", "Packets that were played, and their share of the packets sent"),
        [](const Statistics& s) { return static_cast<double>(s.packetsPlayed); }, Kind::Count, Good::More,
        sent},
    CompareRow{QT_TRANSLATE_NOOP("ui::compare", "Playout"),
        QT_TRANSLATE_NOOP("ui::compare", "Length of all that is heard, stalls included"), playout,
        Kind::Duration, Good::Either},
};

QString words(const char* text) { return QCoreApplication::translate("ui::compare", text); }

constexpr double longUs = 1000000; // from a second on in seconds

// "80.5 ms" or "62.171 s".
QString durationOf(double us, bool isInSeconds)
{
    return isInSeconds
        ? words(QT_TRANSLATE_NOOP("ui::compare", "%1 s")).arg(QLocale().toString(us / 1000000, 'f', 3))
        : words(QT_TRANSLATE_NOOP("ui::compare", "%1 ms")).arg(QLocale().toString(us / 1000, 'f', 1));
}

double rounded(double value, Kind kind)
{
    return kind == Kind::Duration ? std::round(value / 100) * 100 : value;
}

} // namespace

QString CompareRow::labelText() const { return words(label); }

QString CompareRow::definitionText() const { return words(definition); }

QString CompareRow::valueText(const Statistics& statistics) const
{
    const double amount = rounded(value(statistics), kind);
    const QString text =
        kind == Kind::Count ? countText(static_cast<quint64>(amount)) : durationOf(amount, amount >= longUs);
    if (whole == nullptr)
        return text;
    const double all = whole(statistics);
    return text % QStringLiteral("  ") % shareText(all > 0 ? value(statistics) / all : 0, 1);
}

double CompareRow::difference(const Statistics& from, const Statistics& to) const
{
    return rounded(value(to), kind) - rounded(value(from), kind);
}

QString CompareRow::differenceText(const Statistics& from, const Statistics& to) const
{
    const double more = difference(from, to);
    if (more == 0)
        return QStringLiteral("=");
    const double amount = std::abs(more);
    const QString sign = more > 0 ? QStringLiteral("+") : QStringLiteral("−");
    return sign
        % (kind == Kind::Count ? countText(static_cast<quint64>(std::llround(amount)))
                               : durationOf(amount, amount >= longUs));
}

Verdict CompareRow::verdict(const Statistics& from, const Statistics& to) const
{
    const double more = difference(from, to);
    if (more == 0 || good == Good::Either)
        return Verdict::Neither;
    return (more > 0) == (good == Good::More) ? Verdict::Better : Verdict::Worse;
}

std::span<const CompareRow> compareRows() { return rows; }

} // namespace ui

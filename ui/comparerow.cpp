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
    CompareRow{Statistic::Concealed, [](const Statistics& s) { return microseconds(s.plc + s.silence); },
        Kind::Duration, Good::Less, playout},
    CompareRow{Statistic::Stalled, [](const Statistics& s) { return microseconds(s.stall); }, Kind::Duration},
    CompareRow{Statistic::Gaps, [](const Statistics& s) { return static_cast<double>(s.gaps); }},
    CompareRow{Statistic::LongestGap, [](const Statistics& s) { return microseconds(s.longestGap); },
        Kind::Duration},
    CompareRow{Statistic::Lost, [](const Statistics& s) { return static_cast<double>(s.packetsLost); },
        Kind::Count, Good::Less, sent},
    CompareRow{Statistic::Late, [](const Statistics& s) { return static_cast<double>(s.packetsLate); },
        Kind::Count, Good::Less, sent},
    CompareRow{Statistic::Overflow,
        [](const Statistics& s) { return static_cast<double>(s.packetsOverflow); }, Kind::Count, Good::Less,
        sent},
    CompareRow{Statistic::FecRecovered,
        [](const Statistics& s) { return static_cast<double>(s.packetsFecRecovered); }, Kind::Count,
        Good::Either, sent},
    CompareRow{Statistic::WaitMean, [](const Statistics& s) { return s.bufferWait.meanUs; }, Kind::Duration},
    CompareRow{Statistic::WaitP95, [](const Statistics& s) { return microseconds(s.bufferWait.p95); },
        Kind::Duration},
    CompareRow{Statistic::MouthToEar, [](const Statistics& s) { return s.mouthToEarUs; }, Kind::Duration},
    CompareRow{Statistic::DelayP50, [](const Statistics& s) { return microseconds(s.delay.p50); },
        Kind::Duration, Good::Either},
    CompareRow{Statistic::DelayP95, [](const Statistics& s) { return microseconds(s.delay.p95); },
        Kind::Duration, Good::Either},
    CompareRow{Statistic::DelayP99, [](const Statistics& s) { return microseconds(s.delay.p99); },
        Kind::Duration, Good::Either},
    CompareRow{Statistic::Jitter, [](const Statistics& s) { return s.jitterRfc3550Us; }, Kind::Duration,
        Good::Either},
    CompareRow{Statistic::Reordered,
        [](const Statistics& s) { return static_cast<double>(s.packetsReordered); }, Kind::Count,
        Good::Either, sent},
    CompareRow{Statistic::Duplicates,
        [](const Statistics& s) { return static_cast<double>(s.packetsDuplicate); }, Kind::Count,
        Good::Either},
    CompareRow{Statistic::PacketsPlayed,
        [](const Statistics& s) { return static_cast<double>(s.packetsPlayed); }, Kind::Count, Good::More,
        sent},
    CompareRow{Statistic::Playout, playout, Kind::Duration, Good::Either},
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

QString CompareRow::valueText(const Statistics& statistics) const
{
    const double amount = rounded(value(statistics), kind);
    QString text =
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

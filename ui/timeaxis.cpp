#include "ui/timeaxis.h"

#include <QLocale>
#include <array>

namespace ui {

using core::ReceiverSpan;

ReceiverSpan timeStepFrom(ReceiverSpan span)
{
    constexpr int64_t second = core::ReceiverClock::ticksPerSecond;
    for (int64_t power = 1000; power < second; power *= 10) {
        for (const int64_t factor : {1, 2, 5}) {
            if (power * factor >= span.ticks())
                return ReceiverSpan(power * factor);
        }
    }
    constexpr std::array<int64_t, 17> seconds{
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200};
    for (const int64_t count : seconds) {
        if (count * second >= span.ticks())
            return ReceiverSpan(count * second);
    }
    int64_t days = 1;
    while (days * 86400 * second < span.ticks())
        days *= 2;
    return ReceiverSpan(days * 86400 * second);
}

QString timeLabel(core::ReceiverTime time, ReceiverSpan step)
{
    int64_t unit = 100000; // the last digit shown
    int digits = 1;
    while (unit > 1000 && step.ticks() % unit != 0) {
        unit /= 10;
        ++digits;
    }
    const bool isNegative = time.ticks() < 0;
    const int64_t count = ((isNegative ? -time.ticks() : time.ticks()) + unit / 2) / unit;
    const int64_t perSecond = core::ReceiverClock::ticksPerSecond / unit;
    const int64_t seconds = count / perSecond;
    const auto two = [](int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    QString text = two(seconds / 60 % 60) + QLatin1Char(':') + two(seconds % 60);
    if (seconds >= 3600)
        text = QString::number(seconds / 3600) + QLatin1Char(':') + text;
    if (seconds < 3600 || step.ticks() < core::ReceiverClock::ticksPerSecond)
        text += QLocale().decimalPoint()
            + QStringLiteral("%1").arg(count % perSecond, digits, 10, QLatin1Char('0'));
    return (isNegative ? QStringLiteral("-") : QString()) + text;
}

} // namespace ui

#include "ui/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace ui {

namespace {

QString clockTextOf(int64_t milliseconds)
{
    const QString sign = milliseconds < 0 ? QString(QChar(0x2212)) : QString();
    const qint64 all = std::abs(milliseconds);
    const QChar zero = QLatin1Char('0');
    const QString tail = QStringLiteral("%1:%2%3%4")
                             .arg(all / 60000 % 60, 2, 10, zero)
                             .arg(all / 1000 % 60, 2, 10, zero)
                             .arg(QLocale().decimalPoint())
                             .arg(all % 1000, 3, 10, zero);
    const qint64 hours = all / 3600000;
    return hours > 0 ? sign % QString::number(hours) % QLatin1Char(':') % tail : QString(sign % tail);
}

bool fitsThreeDecimals(double value) { return std::abs(value * 1000 - std::round(value * 1000)) < 1e-6; }

} // namespace

QString durationText(double milliseconds)
{
    if (milliseconds >= 60000 && fitsThreeDecimals(milliseconds / 60000))
        return QCoreApplication::translate("ui::format", "%1 min").arg(numberText(milliseconds / 60000, 3));
    if (milliseconds >= 1000 && fitsThreeDecimals(milliseconds / 1000))
        return QCoreApplication::translate("ui::format", "%1 s").arg(numberText(milliseconds / 1000, 3));
    return QCoreApplication::translate("ui::format", "%1 ms").arg(numberText(milliseconds, 3));
}

QString durationText(core::ReceiverSpan span) { return durationText(span.milliseconds()); }

QString millisecondsText(core::ReceiverSpan span, int decimals)
{
    return QCoreApplication::translate("ui::format", "%1 ms")
        .arg(QLocale().toString(span.milliseconds(), 'f', decimals));
}

QString shareText(double share, int decimals)
{
    return QCoreApplication::translate("ui::format", "%1 %")
        .arg(QLocale().toString(share * 100, 'f', decimals));
}

QString countText(quint64 count) { return QLocale().toString(count); }

QString numberText(double value, int decimals)
{
    const QLocale locale;
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(locale.decimalPoint()))
            text.chop(locale.decimalPoint().size());
    }
    return text;
}

QString clockText(core::ReceiverTime time) { return clockTextOf(time.ticks() / 1000); }

QString clockText(core::MediaTime time) { return clockTextOf(time.ticks() / 48); }

std::optional<double> parsedNumber(const QString& text)
{
    bool isNumber = false;
    QString plain = text.trimmed();
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    double value = QLocale().toDouble(plain, &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(plain, &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace ui

#include "ui/sweeptext.h"

#include "ui/format.h"
#include "ui/parametertext.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

namespace ui {

using core::SweepMeasure;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::SweepText)
};

// A number without its unit. Gaps are whole ones, but for their mean.
QString numberOf(SweepMeasure measure, double value)
{
    switch (measure) {
    case SweepMeasure::ConcealedOrStalled:
    case SweepMeasure::Late:
    case SweepMeasure::Lost:
        return QLocale().toString(value * 100, 'f', 2);
    case SweepMeasure::LongestGap:
        return QLocale().toString(value / 1000, 'f', 0);
    case SweepMeasure::Wait:
    case SweepMeasure::MouthToEar:
        return QLocale().toString(value / 1000, 'f', 1);
    case SweepMeasure::Gaps:
        break;
    }
    return QLocale().toString(value, 'f', std::floor(value) == value ? 0 : 1);
}

QString withUnit(SweepMeasure measure, const QString& number)
{
    switch (measure) {
    case SweepMeasure::ConcealedOrStalled:
    case SweepMeasure::Late:
    case SweepMeasure::Lost:
        return Words::tr("%1 %").arg(number);
    case SweepMeasure::LongestGap:
    case SweepMeasure::Wait:
    case SweepMeasure::MouthToEar:
        return Words::tr("%1 ms").arg(number);
    case SweepMeasure::Gaps:
        break;
    }
    return number;
}

} // namespace

Statistic statisticOf(SweepMeasure measure)
{
    static constexpr std::array<Statistic, core::sweepMeasures> statistics{Statistic::ConcealedOrStalled,
        Statistic::Gaps, Statistic::LongestGap, Statistic::Late, Statistic::Lost, Statistic::WaitMean,
        Statistic::MouthToEar};
    return statistics.at(static_cast<size_t>(measure));
}

QString spreadText(SweepMeasure measure, const core::SweepSpread& spread)
{
    if (spread.count == 0)
        return QStringLiteral("–");
    QString mean = withUnit(measure, numberOf(measure, spread.mean));
    const QString least = numberOf(measure, spread.least);
    const QString greatest = numberOf(measure, spread.greatest);
    if (least == greatest)
        return mean;
    return mean % QStringLiteral(" (") % least % QStringLiteral("–") % greatest % QLatin1Char(')');
}

// The detail is "KEY: MIN … MAX".
QString problemText(const core::Error& error)
{
    QString detail = QString::fromStdString(error.detail);
    const QString path = detail.section(QLatin1String(": "), 0, 0);
    const QString range = detail.section(QLatin1String(": "), 1);
    if (core::findParameter(path.toStdString()) == nullptr)
        return detail;
    const ParameterText& text = parameterText(path.toStdString());
    const auto bound = [&](int side) {
        return valueText(text.unit, range.section(QStringLiteral(" … "), side, side).toDouble());
    };
    return Words::tr("%1 has to be %2 … %3").arg(translated(text.name), bound(0), bound(1));
}

} // namespace ui

#include "app/sweepreport.h"

#include "app/capturereport.h"
#include "app/errortext.h"
#include "app/scenariofile.h"
#include "ui/parametertext.h"
#include "ui/statistictext.h"
#include "ui/sweeptext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace app {

using core::SweepMeasure;
using core::SweepPoint;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::SweepReport)
};

// Times are rounded to microseconds, as in the other reports.
double milliseconds(double microseconds) { return std::round(microseconds) / 1000; }
double asItIs(double number) { return number; }

// How JSON has a measure.
struct Field {
    SweepMeasure measure;
    const char* name;
    double (*inUnitOfName)(double);
};

constexpr std::array<Field, core::sweepMeasures> fields{{
    {SweepMeasure::ConcealedOrStalled, "concealed_or_stalled_share", asItIs},
    {SweepMeasure::Gaps, "gaps", asItIs},
    {SweepMeasure::LongestGap, "longest_gap_ms", milliseconds},
    {SweepMeasure::Late, "late_share", asItIs},
    {SweepMeasure::Lost, "lost_share", asItIs},
    {SweepMeasure::Wait, "buffer_wait_ms", milliseconds},
    {SweepMeasure::MouthToEar, "mouth_to_ear_ms", milliseconds},
}};

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonObject spreadJson(const Field& field, const core::SweepSpread& spread)
{
    const auto value = [&](double number) {
        return spread.count == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(field.inUnitOfName(number));
    };
    return {{QStringLiteral("mean"), value(spread.mean)}, {QStringLiteral("min"), value(spread.least)},
        {QStringLiteral("max"), value(spread.greatest)}};
}

QJsonObject pointJson(const SweepPoint& point)
{
    QJsonObject json{{QStringLiteral("value"), point.value}};
    if (point.problem) {
        json.insert(QStringLiteral("problem"), QString::fromStdString(point.problem->detail));
        return json;
    }
    for (const Field& field : fields)
        json.insert(QString::fromLatin1(field.name), spreadJson(field, point[field.measure]));
    return json;
}

QString valueText(const core::SweepPlan& plan, double value)
{
    return ui::valueText(ui::parameterText(plan.parameter->path).unit, value);
}

QStringList headings(const core::SweepPlan& plan)
{
    QStringList cells{ui::translated(ui::parameterText(plan.parameter->path).name)};
    for (const Field& field : fields)
        cells.append(ui::labelOf(ui::statisticOf(field.measure)));
    return cells;
}

QStringList cellsOf(const core::SweepPlan& plan, const SweepPoint& point)
{
    QStringList cells{valueText(plan, point.value)};
    for (const Field& field : fields)
        cells.append(ui::spreadText(field.measure, point[field.measure]));
    return cells;
}

// Columns as wide as their widest cell, two blanks apart, all at the right.
QString aligned(const QList<QStringList>& rows)
{
    QString text;
    for (const QStringList& row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype width = 0;
            for (const QStringList& each : rows)
                width = std::max(width, each.value(column).size());
            text += QStringLiteral("  ") + row[column].rightJustified(width);
        }
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace

QByteArray sweepJson(const core::Capture& capture, const core::SweepPlan& plan,
    const std::vector<SweepPoint>& points, const QString& file)
{
    QJsonArray list;
    for (const SweepPoint& point : points)
        list.append(pointJson(point));
    const auto best = core::bestPlace(points);
    const QJsonObject swept{
        {QStringLiteral("parameter"), latin(plan.parameter->path)},
        {QStringLiteral("seeds"), plan.seeds},
        {QStringLiteral("best"), best ? QJsonValue(points[*best].value) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("points"), list},
    };
    return QJsonDocument(
        QJsonObject{{QStringLiteral("capture"), captureSummaryJson(capture, file)},
            {QStringLiteral("scenario"), toJson(plan.base)}, {QStringLiteral("sweep"), swept}})
        .toJson();
}

QString sweepTable(const core::Capture& capture, const core::SweepPlan& plan,
    const std::vector<SweepPoint>& points, const QString& file)
{
    QString text = singleLine(file) + QStringLiteral(": ") + captureLine(capture) + QStringLiteral("\n\n")
        + Words::tr(
            "Mean over %n seed(s) from %1 on, in brackets the least and the greatest.", nullptr, plan.seeds)
              .arg(plan.base.seed)
        + QLatin1Char('\n');
    QList<QStringList> rows{headings(plan)};
    QString problems;
    for (const SweepPoint& point : points) {
        rows.append(cellsOf(plan, point));
        if (point.problem)
            problems += Words::tr("%1 is not possible: %2")
                            .arg(valueText(plan, point.value), ui::problemText(*point.problem))
                + QLatin1Char('\n');
    }
    text += aligned(rows) + problems;
    if (const auto best = core::bestPlace(points))
        text += Words::tr("Best: %1").arg(valueText(plan, points[*best].value)) + QLatin1Char('\n');
    return text;
}

} // namespace app

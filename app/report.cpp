#include "app/report.h"

#include "app/capturereport.h"
#include "app/errortext.h"
#include "app/scenariofile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::Report)
};

// Exact for whole microseconds; means are rounded to them.
double milliseconds(double microseconds) { return std::round(microseconds) / 1000; }
double milliseconds(core::ReceiverSpan span) { return static_cast<double>(span.ticks()) / 1000; }

QJsonValue count(uint64_t value) { return static_cast<qint64>(value); }

QJsonObject delayJson(const core::DelaySummary& delay)
{
    const auto value = [&](core::ReceiverSpan span) {
        return delay.count == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(milliseconds(span));
    };
    return {{QStringLiteral("min"), value(delay.minimum)},
        {QStringLiteral("mean"), delay.count == 0 ? QJsonValue() : milliseconds(delay.meanUs)},
        {QStringLiteral("p50"), value(delay.p50)}, {QStringLiteral("p95"), value(delay.p95)},
        {QStringLiteral("p99"), value(delay.p99)}, {QStringLiteral("max"), value(delay.maximum)}};
}

QJsonObject waitJson(const core::DelaySummary& wait)
{
    QJsonObject json = delayJson(wait);
    for (const QString& key : {QStringLiteral("min"), QStringLiteral("p50"), QStringLiteral("p99")})
        json.remove(key);
    return json;
}

QJsonObject statisticsJson(const core::Statistics& statistics)
{
    return {
        {QStringLiteral("packets_sent"), count(statistics.packetsSent)},
        {QStringLiteral("packets_played"), count(statistics.packetsPlayed)},
        {QStringLiteral("packets_lost"), count(statistics.packetsLost)},
        {QStringLiteral("packets_late"), count(statistics.packetsLate)},
        {QStringLiteral("packets_overflow"), count(statistics.packetsOverflow)},
        {QStringLiteral("packets_corrupt"), count(statistics.packetsCorrupt)},
        {QStringLiteral("packets_duplicate"), count(statistics.packetsDuplicate)},
        {QStringLiteral("packets_reordered"), count(statistics.packetsReordered)},
        {QStringLiteral("packets_fec_recovered"), count(statistics.packetsFecRecovered)},
        {QStringLiteral("decoded_ms"), milliseconds(statistics.decoded)},
        {QStringLiteral("fec_ms"), milliseconds(statistics.fec)},
        {QStringLiteral("plc_ms"), milliseconds(statistics.plc)},
        {QStringLiteral("silence_ms"), milliseconds(statistics.silence)},
        {QStringLiteral("stall_ms"), milliseconds(statistics.stall)},
        {QStringLiteral("playout_ms"), milliseconds(statistics.playout)},
        {QStringLiteral("gaps"), count(statistics.gaps)},
        {QStringLiteral("longest_gap_ms"), milliseconds(statistics.longestGap)},
        {QStringLiteral("jitter_rfc3550_ms"), milliseconds(statistics.jitterRfc3550Us)},
        {QStringLiteral("delay_ms"), delayJson(statistics.delay)},
        {QStringLiteral("buffer_wait_ms"), waitJson(statistics.bufferWait)},
    };
}

// One line of the table: name, number, and its share of a whole.
class Table {
public:
    void title(const QString& text)
    {
        m_text += (m_text.isEmpty() ? QString() : QStringLiteral("\n")) + text + QLatin1Char('\n');
    }
    void line(const QString& name, const QString& value)
    {
        m_text += QStringLiteral("  %1 %2\n").arg(name, -28).arg(value, 14);
    }
    void packets(const QString& name, uint64_t value, uint64_t whole)
    {
        line(name, QString::number(value), share(static_cast<double>(value), static_cast<double>(whole)));
    }
    void time(const QString& name, core::ReceiverSpan value, core::ReceiverSpan whole)
    {
        line(name, inMilliseconds(value),
            share(static_cast<double>(value.ticks()), static_cast<double>(whole.ticks())));
    }
    [[nodiscard]] const QString& text() const { return m_text; }

    static QString inMilliseconds(core::ReceiverSpan span)
    {
        return Words::tr("%1 ms").arg(QString::number(milliseconds(span), 'f', 3));
    }

private:
    void line(const QString& name, const QString& value, const QString& shareText)
    {
        m_text += QStringLiteral("  %1 %2 %3\n").arg(name, -28).arg(value, 14).arg(shareText, 9);
    }
    static QString share(double part, double whole)
    {
        return whole > 0 ? Words::tr("%1 %").arg(QString::number(100 * part / whole, 'f', 2)) : QString();
    }

    QString m_text;
};

void addPackets(Table& table, const core::Statistics& statistics)
{
    const uint64_t sent = statistics.packetsSent;
    table.title(Words::tr("Packets"));
    table.line(Words::tr("sent"), QString::number(sent));
    table.packets(Words::tr("played"), statistics.packetsPlayed, sent);
    table.packets(Words::tr("lost"), statistics.packetsLost, sent);
    table.packets(Words::tr("late"), statistics.packetsLate, sent);
    table.packets(Words::tr("overflow"), statistics.packetsOverflow, sent);
    table.packets(Words::tr("corrupt"), statistics.packetsCorrupt, sent);
    table.packets(Words::tr("duplicate"), statistics.packetsDuplicate, sent);
    table.packets(Words::tr("reordered"), statistics.packetsReordered, sent);
    table.packets(Words::tr("recovered by FEC"), statistics.packetsFecRecovered, sent);
}

void addPlayout(Table& table, const core::Statistics& statistics)
{
    table.title(Words::tr("Playout"));
    table.line(Words::tr("playout"), Table::inMilliseconds(statistics.playout));
    table.time(Words::tr("decoded"), statistics.decoded, statistics.playout);
    table.time(Words::tr("FEC"), statistics.fec, statistics.playout);
    table.time(Words::tr("concealed (PLC)"), statistics.plc, statistics.playout);
    table.time(Words::tr("silence"), statistics.silence, statistics.playout);
    table.time(Words::tr("stalled"), statistics.stall, statistics.playout);
    table.line(Words::tr("gaps"), QString::number(statistics.gaps));
    table.line(Words::tr("longest gap"), Table::inMilliseconds(statistics.longestGap));
}

void addDelays(Table& table, const core::Statistics& statistics)
{
    const auto value = [](double microseconds) {
        return Words::tr("%1 ms").arg(QString::number(milliseconds(microseconds), 'f', 3));
    };
    table.title(Words::tr("Network delay"));
    if (statistics.delay.count > 0) {
        table.line(Words::tr("smallest"), Table::inMilliseconds(statistics.delay.minimum));
        table.line(Words::tr("mean"), value(statistics.delay.meanUs));
        table.line(Words::tr("50th percentile"), Table::inMilliseconds(statistics.delay.p50));
        table.line(Words::tr("95th percentile"), Table::inMilliseconds(statistics.delay.p95));
        table.line(Words::tr("99th percentile"), Table::inMilliseconds(statistics.delay.p99));
        table.line(Words::tr("largest"), Table::inMilliseconds(statistics.delay.maximum));
    }
    table.line(Words::tr("jitter, RFC 3550"), value(statistics.jitterRfc3550Us));
    if (statistics.bufferWait.count == 0)
        return;
    table.title(Words::tr("Wait in the buffer"));
    table.line(Words::tr("mean"), value(statistics.bufferWait.meanUs));
    table.line(Words::tr("95th percentile"), Table::inMilliseconds(statistics.bufferWait.p95));
    table.line(Words::tr("largest"), Table::inMilliseconds(statistics.bufferWait.maximum));
}

} // namespace

QByteArray analysisJson(const core::Analysis& analysis, const QString& file)
{
    const QJsonObject json{
        {QStringLiteral("capture"), captureSummaryJson(*analysis.capture, file)},
        {QStringLiteral("scenario"), toJson(analysis.scenario)},
        {QStringLiteral("statistics"), statisticsJson(analysis.statistics)},
    };
    return QJsonDocument(json).toJson();
}

QString analysisTable(const core::Analysis& analysis, const QString& file)
{
    Table table;
    table.title(singleLine(file) + QStringLiteral(": ") + captureLine(*analysis.capture));
    addPackets(table, analysis.statistics);
    addPlayout(table, analysis.statistics);
    addDelays(table, analysis.statistics);
    return table.text();
}

} // namespace app

#include "app/capturereport.h"

#include "app/errortext.h"
#include "app/streamsummary.h"
#include "core/opus/packet.h"
#include "ui/outcometext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::CaptureReport)
};

constexpr size_t anomaliesShown = 20;

// Samples at 48 kHz as ms; a sample is no whole number of µs, so it is rounded to them.
double milliseconds(int64_t samples)
{
    return static_cast<double>(core::toReceiverSpan(core::MediaSpan(samples)).ticks()) / 1000;
}

QJsonValue number(uint64_t value) { return static_cast<qint64>(value); }

double gainDb(const core::Capture& capture) { return capture.head().gainQ8 / 256.0; }

QString modeWords(int mode) { return ui::modeText(static_cast<core::CodecMode>(mode)); }
QString bandwidthWords(int bandwidth) { return ui::bandwidthText(static_cast<core::Bandwidth>(bandwidth)); }

// As JSON has them.
QString modeName(int mode) { return QString::fromLatin1(core::name(static_cast<core::CodecMode>(mode))); }
QString bandwidthName(int bandwidth)
{
    return QString::fromLatin1(core::name(static_cast<core::Bandwidth>(bandwidth)));
}
QString durationName(int64_t samples) { return QString::number(milliseconds(samples)); }

template <typename Key> QJsonObject countsJson(const QMap<Key, uint64_t>& counts, QString (*nameOf)(Key))
{
    QJsonObject json;
    for (auto entry = counts.begin(); entry != counts.end(); ++entry)
        json.insert(nameOf(entry.key()).toLower(), number(entry.value()));
    return json;
}

// "20 ms" or "20 ms (90 %), 40 ms (10 %)", most frequent first.
template <typename Key>
QString countsText(const QMap<Key, uint64_t>& counts, QString (*nameOf)(Key), uint64_t all)
{
    QList<Key> keys = counts.keys();
    std::stable_sort(keys.begin(), keys.end(), [&](Key a, Key b) { return counts[a] > counts[b]; });
    QStringList parts;
    for (const Key key : keys) {
        const double percent = 100.0 * static_cast<double>(counts[key]) / static_cast<double>(all);
        parts.append(keys.size() == 1
                ? nameOf(key)
                : Words::tr("%1 (%2 %)").arg(nameOf(key), QString::number(percent, 'f', 1)));
    }
    return parts.join(QStringLiteral(", "));
}

QString durationText(int64_t samples) { return Words::tr("%1 ms").arg(durationName(samples)); }

QString channelsText(int channels)
{
    if (channels == 1)
        return Words::tr("mono");
    return channels == 2 ? Words::tr("stereo") : Words::tr("%n channel(s)", nullptr, channels);
}

QJsonObject anomalyJson(const core::Anomaly& anomaly)
{
    return {{QStringLiteral("kind"), anomalyKey(anomaly.kind)},
        {QStringLiteral("byte_offset"), number(anomaly.byteOffset)},
        {QStringLiteral("media_ms"),
            anomaly.media ? QJsonValue(milliseconds(anomaly.media->ticks())) : QJsonValue()},
        {QStringLiteral("amount"), static_cast<qint64>(anomaly.amount)}};
}

QJsonObject tagsJson(const core::OpusTags& tags)
{
    QJsonArray comments;
    for (const std::string& comment : tags.comments)
        comments.append(QString::fromStdString(comment));
    return {{QStringLiteral("vendor"), QString::fromStdString(tags.vendor)},
        {QStringLiteral("comments"), comments}};
}

void addStream(QJsonObject& json, const core::Capture& capture)
{
    const StreamSummary summary = summarize(capture);
    json.insert(QStringLiteral("modes"), countsJson(summary.modes, modeName));
    json.insert(QStringLiteral("bandwidths"), countsJson(summary.bandwidths, bandwidthName));
    json.insert(QStringLiteral("frame_ms"), countsJson(summary.frameSamples, durationName));
    json.insert(QStringLiteral("packet_ms"), countsJson(summary.packetSamples, durationName));
    json.insert(QStringLiteral("payload_bytes"), number(summary.bytes));
    json.insert(QStringLiteral("bitrate_bps"), std::round(summary.bitrateBps()));
    json.insert(QStringLiteral("packets_corrupt"), number(summary.corrupt));
    json.insert(QStringLiteral("packets_stereo"), number(summary.stereo));
    json.insert(QStringLiteral("packets_fec"), number(summary.fec));
    json.insert(QStringLiteral("packets_dtx"), number(summary.dtx));
    json.insert(QStringLiteral("fec_share"), summary.fecShare());
}

class Table {
public:
    void line(const QString& name, const QString& value)
    {
        if (!value.isEmpty())
            m_text += QStringLiteral("%1 %2\n").arg(name + QLatin1Char(':'), -16).arg(singleLine(value));
    }
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    QString m_text;
};

QString packetsText(const core::Capture& capture, const StreamSummary& summary)
{
    QStringList parts{QString::number(summary.packets)};
    if (summary.missing > 0)
        parts.append(Words::tr("%1 missing").arg(summary.missing));
    if (summary.corrupt > 0)
        parts.append(Words::tr("%1 corrupt").arg(summary.corrupt));
    if (!capture.copies().empty())
        parts.append(Words::tr("%n copies", nullptr, static_cast<int>(capture.copies().size())));
    return parts.join(QStringLiteral(", "));
}

QString shareText(uint64_t part, uint64_t whole)
{
    const double percent = whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0;
    return Words::tr("%n packet(s) (%1 %)", nullptr, static_cast<int>(part))
        .arg(QString::number(percent, 'f', 1));
}

QString anomalyLine(const core::Anomaly& anomaly)
{
    const QString where = anomaly.media
        ? Words::tr("byte %1, %2 s")
              .arg(QString::number(anomaly.byteOffset),
                  QString::number(milliseconds(anomaly.media->ticks()) / 1000, 'f', 3))
        : Words::tr("byte %1").arg(anomaly.byteOffset);
    return QStringLiteral("  %1: %2\n").arg(where, ui::anomalyText(anomaly));
}

QString anomaliesText(std::span<const core::Anomaly> anomalies)
{
    QString text;
    const size_t shown = std::min(anomalies.size(), anomaliesShown);
    for (const core::Anomaly& anomaly : anomalies.first(shown))
        text += anomalyLine(anomaly);
    if (anomalies.size() > shown)
        text += Words::tr("  … and %1 more (all with --json)\n").arg(anomalies.size() - shown);
    return text;
}

void addHeader(Table& table, const core::Capture& capture)
{
    table.line(Words::tr("Pre-skip"), Words::tr("%n sample(s)", nullptr, capture.head().preSkip));
    if (capture.head().gainQ8 != 0)
        table.line(Words::tr("Gain"), Words::tr("%1 dB").arg(gainDb(capture)));
    table.line(Words::tr("Encoder"), QString::fromStdString(capture.tags().vendor));
    for (const std::string& comment : capture.tags().comments)
        table.line(Words::tr("Tag"), QString::fromStdString(comment).left(500));
}

} // namespace

QJsonObject captureSummaryJson(const core::Capture& capture, const QString& file)
{
    const auto missing = std::count_if(capture.packets().begin(), capture.packets().end(),
        [](const core::PacketRecord& packet) { return (packet.flags & core::IsMissing) != 0; });
    const auto packets = static_cast<qint64>(capture.packets().size());
    return {{QStringLiteral("file"), file},
        {QStringLiteral("format"), QString::fromLatin1(core::name(capture.format()))},
        {QStringLiteral("packets"), packets - missing},
        {QStringLiteral("missing"), static_cast<qint64>(missing)},
        {QStringLiteral("duration_ms"), milliseconds(capture.duration().ticks())},
        {QStringLiteral("channels"), capture.channels()},
        {QStringLiteral("anomalies"), static_cast<qint64>(capture.anomalies().size())}};
}

QString captureLine(const core::Capture& capture)
{
    const StreamSummary summary = summarize(capture);
    const uint64_t valid = summary.valid();
    return Words::tr(
        "Opus 48 kHz %1, %2 %3, %4, %5 kb/s · %n packet(s), %6 s", nullptr, static_cast<int>(summary.packets))
        .arg(channelsText(capture.channels()), countsText(summary.modes, modeWords, valid),
            countsText(summary.bandwidths, bandwidthWords, valid),
            countsText(summary.packetSamples, durationText, valid),
            QString::number(summary.bitrateBps() / 1000, 'f', 0),
            QString::number(milliseconds(capture.duration().ticks()) / 1000, 'f', 3));
}

QByteArray captureJson(const core::Capture& capture, const QString& file)
{
    QJsonObject json = captureSummaryJson(capture, file);
    addStream(json, capture);
    json.insert(QStringLiteral("copies"), static_cast<qint64>(capture.copies().size()));
    json.insert(QStringLiteral("has_arrival_times"), !capture.baseDelays().empty());
    json.insert(QStringLiteral("pre_skip"), capture.head().preSkip);
    json.insert(QStringLiteral("gain_db"), gainDb(capture));
    json.insert(QStringLiteral("mapping_family"), capture.head().mappingFamily);
    json.insert(QStringLiteral("input_sample_rate_hz"), static_cast<qint64>(capture.head().inputSampleRate));
    json.insert(QStringLiteral("tags"), tagsJson(capture.tags()));
    QJsonArray anomalies;
    for (const core::Anomaly& anomaly : capture.anomalies())
        anomalies.append(anomalyJson(anomaly));
    return QJsonDocument(
        QJsonObject{{QStringLiteral("capture"), json}, {QStringLiteral("anomalies"), anomalies}})
        .toJson();
}

QString captureTable(const core::Capture& capture, const QString& file)
{
    const StreamSummary summary = summarize(capture);
    const uint64_t valid = summary.valid();
    Table table;
    table.line(Words::tr("File"), file);
    table.line(Words::tr("Format"), QString::fromLatin1(core::name(capture.format())));
    table.line(Words::tr("Packets"), packetsText(capture, summary));
    table.line(Words::tr("Duration"),
        Words::tr("%1 s").arg(QString::number(milliseconds(capture.duration().ticks()) / 1000, 'f', 3)));
    table.line(Words::tr("Channels"), channelsText(capture.channels()));
    table.line(Words::tr("Mode"), countsText(summary.modes, modeWords, valid));
    table.line(Words::tr("Bandwidth"), countsText(summary.bandwidths, bandwidthWords, valid));
    table.line(Words::tr("Frame"), countsText(summary.frameSamples, durationText, valid));
    table.line(Words::tr("Packet"), countsText(summary.packetSamples, durationText, valid));
    table.line(Words::tr("Bit rate"),
        Words::tr("%1 kb/s").arg(QString::number(summary.bitrateBps() / 1000, 'f', 1)));
    table.line(Words::tr("In-band FEC"), shareText(summary.fec, valid));
    table.line(Words::tr("DTX"), shareText(summary.dtx, valid));
    table.line(
        Words::tr("Arrival times"), capture.baseDelays().empty() ? Words::tr("none") : Words::tr("recorded"));
    addHeader(table, capture);
    table.line(Words::tr("Anomalies"), QString::number(capture.anomalies().size()));
    return table.text() + anomaliesText(capture.anomalies());
}

} // namespace app

#include "ui/packetfilter.h"

#include "ui/outcometext.h"
#include "ui/packetcell.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace ui {

namespace {

template <typename Value> uint8_t bitOf(Value value)
{
    return static_cast<uint8_t>(1U << static_cast<unsigned>(value));
}

// The values whose word contains the text.
template <typename Value> uint8_t valuesNamed(const QString& text, Value last, QString (*nameOf)(Value))
{
    uint8_t values = 0;
    for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) {
        const auto value = static_cast<Value>(i);
        if (nameOf(value).contains(text, Qt::CaseInsensitive))
            values |= bitOf(value);
    }
    return values;
}

struct PacketRange {
    uint32_t first = 1, last = 0; // empty
};

PacketRange packetsOf(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,9})(?:[-–](\\d{1,9}))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const uint32_t first = match.captured(1).toUInt();
    return {first, match.capturedLength(2) > 0 ? match.captured(2).toUInt() : first};
}

struct MediaRange {
    core::MediaTime begin, end; // empty
};

// "1:02:03", "2:03", "2:03.4": everything from that time up to the next one written with as many digits.
MediaRange mediaOf(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{1,2})(?:[.,](\\d{1,3}))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const int64_t seconds = (match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong()) * 60
        + match.captured(3).toLongLong();
    int64_t unitMs = 1000;
    for (int i = 0; i < match.capturedLength(4); ++i)
        unitMs /= 10;
    const int64_t beginMs = seconds * 1000 + match.captured(4).toLongLong() * unitMs;
    const core::MediaTime begin(core::mediaMilliseconds(beginMs).ticks());
    return {begin, begin + core::mediaMilliseconds(unitMs)};
}

// As the table writes it.
uint8_t channelsNamed(const QString& text)
{
    uint8_t channels = 0;
    for (const bool isStereo : {false, true}) {
        if (codedChannelsText(isStereo).contains(text, Qt::CaseInsensitive))
            channels |= bitOf(isStereo);
    }
    return channels;
}

// "FEC" alone is the repair, which other packets have than those that carry the means for it.
uint8_t flagsNamed(const QString& text)
{
    const auto isYes = [&text](PacketColumn column) {
        const QString cell = packetHeader(column) % QLatin1Char(':') % yesText();
        return text.compare(cell, Qt::CaseInsensitive) == 0;
    };
    if (isYes(PacketColumn::Fec))
        return core::HasFec;
    const bool isDtx = text.compare(packetHeader(PacketColumn::Dtx), Qt::CaseInsensitive) == 0;
    return isDtx || isYes(PacketColumn::Dtx) ? core::IsDtx : 0;
}

bool hasToc(const core::PacketRecord& record)
{
    return (record.flags & (core::IsCorrupt | core::IsMissing)) == 0;
}

} // namespace

PacketFilter::PacketFilter(std::optional<core::Fate> fate, const QString& text)
    : m_fate(fate)
{
    for (const QString& word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        m_words.push_back(understood(word));
}

PacketFilter::Word PacketFilter::understood(const QString& text)
{
    Word word;
    word.fates = valuesNamed(text, core::Fate::Corrupt, &fateText);
    word.repairs = valuesNamed(text, core::Repair::Silence, &repairText);
    word.modes = valuesNamed(text, core::CodecMode::Celt, &modeText);
    word.bandwidths = valuesNamed(text, core::Bandwidth::Fullband, &bandwidthText);
    word.channels = channelsNamed(text);
    word.flags = flagsNamed(text);
    const PacketRange packets = packetsOf(text);
    word.firstPacket = packets.first;
    word.lastPacket = packets.last;
    const MediaRange media = mediaOf(text);
    word.mediaBegin = media.begin;
    word.mediaEnd = media.end;
    return word;
}

bool PacketFilter::matches(const core::Analysis& analysis, uint32_t packet) const
{
    if (m_fate && analysis.timeline.outcomes[packet].fate != *m_fate)
        return false;
    return std::all_of(
        m_words.begin(), m_words.end(), [&](const Word& word) { return fits(word, analysis, packet); });
}

bool PacketFilter::fits(const Word& word, const core::Analysis& analysis, uint32_t packet)
{
    const core::PacketOutcome& outcome = analysis.timeline.outcomes[packet];
    if ((word.fates & bitOf(outcome.fate)) != 0 || (word.repairs & bitOf(outcome.repair)) != 0)
        return true;
    if (packet >= word.firstPacket && packet <= word.lastPacket)
        return true;
    const core::PacketRecord& record = analysis.capture->packets()[packet];
    if (record.media >= word.mediaBegin && record.media < word.mediaEnd)
        return true;
    if (!hasToc(record))
        return false;
    const core::Toc toc(record.toc);
    return (record.flags & word.flags) != 0 || (word.modes & bitOf(toc.mode())) != 0
        || (word.bandwidths & bitOf(toc.bandwidth())) != 0 || (word.channels & bitOf(toc.isStereo())) != 0;
}

} // namespace ui

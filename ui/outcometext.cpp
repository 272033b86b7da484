#include "ui/outcometext.h"

#include "ui/format.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <limits>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::OutcomeText)
};

QPixmap drawnMark(core::Fate fate, const QColor& colour)
{
    constexpr int scale = 3; // sharp up to a device pixel ratio of 3
    QPixmap pixmap(12 * scale, 12 * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (fate) {
    case core::Fate::Played:
        painter.drawEllipse(QRectF(3, 3, 6, 6));
        break;
    case core::Fate::Late:
        painter.drawPolygon(QPolygonF({{6, 2}, {10.5, 10}, {1.5, 10}}));
        break;
    case core::Fate::Lost:
        painter.drawRect(QRectF(5, 1, 2, 10));
        break;
    case core::Fate::Overflow:
        painter.drawRect(QRectF(2.5, 2.5, 7, 7));
        break;
    case core::Fate::Corrupt:
        painter.setPen(QPen(colour, 2));
        painter.drawLine(QPointF(2.5, 2.5), QPointF(9.5, 9.5));
        painter.drawLine(QPointF(9.5, 2.5), QPointF(2.5, 9.5));
        break;
    }
    return pixmap;
}

} // namespace

QString fateText(core::Fate fate)
{
    switch (fate) {
    case core::Fate::Played:
        return Words::tr("played");
    case core::Fate::Lost:
        return Words::tr("lost");
    case core::Fate::Late:
        return Words::tr("late");
    case core::Fate::Overflow:
        return Words::tr("overflow");
    case core::Fate::Corrupt:
        return Words::tr("corrupt");
    }
    return {};
}

QString causeText(core::Cause cause)
{
    switch (cause) {
    case core::Cause::None:
        return {};
    case core::Cause::Lost:
        return Words::tr("lost");
    case core::Cause::Late:
        return Words::tr("late");
    case core::Cause::Overflow:
        return Words::tr("overflow");
    case core::Cause::Corrupt:
        return Words::tr("corrupt");
    case core::Cause::Starved:
        return Words::tr("starved");
    }
    return {};
}

QString repairText(core::Repair repair)
{
    switch (repair) {
    case core::Repair::None:
        return {};
    case core::Repair::Fec:
        return Words::tr("FEC");
    case core::Repair::Plc:
        return Words::tr("PLC");
    case core::Repair::Silence:
        return Words::tr("silence");
    }
    return {};
}

QString modeText(core::CodecMode mode)
{
    switch (mode) {
    case core::CodecMode::Silk:
        return Words::tr("SILK");
    case core::CodecMode::Hybrid:
        return Words::tr("hybrid");
    case core::CodecMode::Celt:
        return Words::tr("CELT");
    }
    return {};
}

QString bandwidthText(core::Bandwidth bandwidth)
{
    switch (bandwidth) {
    case core::Bandwidth::Narrowband:
        return Words::tr("narrowband");
    case core::Bandwidth::Mediumband:
        return Words::tr("mediumband");
    case core::Bandwidth::Wideband:
        return Words::tr("wideband");
    case core::Bandwidth::SuperWideband:
        return Words::tr("super-wideband");
    case core::Bandwidth::Fullband:
        return Words::tr("fullband");
    }
    return {};
}

QString codedChannelsText(bool isStereo) { return isStereo ? Words::tr("stereo") : Words::tr("mono"); }

namespace {

// For the form of the words alone: an amount may be larger, or below zero.
int pluralOf(int64_t amount)
{
    return static_cast<int>(std::clamp<int64_t>(amount, 0, std::numeric_limits<int>::max()));
}

QString foreignText(const core::Anomaly& anomaly)
{
    if (anomaly.kind == core::AnomalyKind::ForeignStream)
        return Words::tr("%1 page(s) of another stream, passed over", "", pluralOf(anomaly.amount))
            .arg(QLocale().toString(static_cast<qlonglong>(anomaly.amount)));
    return Words::tr("The stream ends without its last page");
}

QString pageText(const core::Anomaly& anomaly)
{
    const int count = pluralOf(anomaly.amount);
    const QString amount = QLocale().toString(static_cast<qlonglong>(anomaly.amount));
    switch (anomaly.kind) {
    case core::AnomalyKind::Junk:
        return Words::tr("%1 byte(s) that belong to nothing, passed over", "", count).arg(amount);
    case core::AnomalyKind::BadChecksum:
        return Words::tr("Page of %1 byte(s) with a wrong checksum, left out", "", count).arg(amount);
    case core::AnomalyKind::MissingPages:
        return Words::tr("%1 page(s) missing", "", count).arg(amount);
    case core::AnomalyKind::MissingAudio:
        return Words::tr("%1 of audio missing")
            .arg(durationText(core::toReceiverSpan(core::MediaSpan(anomaly.amount))));
    case core::AnomalyKind::GranuleMismatch:
        return Words::tr("The page's position differs from its packets by %1 sample(s)", "", count)
            .arg(amount);
    case core::AnomalyKind::TruncatedPage:
        return Words::tr("The file ends inside a page; %1 byte(s) left over", "", count).arg(amount);
    default:
        return foreignText(anomaly);
    }
}

} // namespace

QString anomalyText(const core::Anomaly& anomaly)
{
    const int count = pluralOf(anomaly.amount);
    const QString amount = QLocale().toString(static_cast<qlonglong>(anomaly.amount));
    switch (anomaly.kind) {
    case core::AnomalyKind::TruncatedRecord:
        return Words::tr("The file ends inside a record; %1 byte(s) left over", "", count).arg(amount);
    case core::AnomalyKind::OversizedRecord:
        return Words::tr("Record said to be %1 bytes long, more than any packet").arg(amount);
    case core::AnomalyKind::ShortFrame:
        return Words::tr("Stamped frame of only %1 byte(s)", "", count).arg(amount);
    case core::AnomalyKind::InvalidPacket:
        return Words::tr("Not a valid Opus packet (%1 byte(s))", "", count).arg(amount);
    case core::AnomalyKind::DuplicateStamp:
        return Words::tr("Another packet of %1 byte(s) with a time stamp already used", "", count)
            .arg(amount);
    case core::AnomalyKind::ImplausibleStamp:
        return Words::tr("Time stamp far away from all others, packet left out");
    case core::AnomalyKind::ImplausibleArrival:
        return Words::tr("Arrival far away from all others, taken as unknown");
    case core::AnomalyKind::BadText:
        return Words::tr("Line %1 is not hexadecimal").arg(amount);
    case core::AnomalyKind::BadTags:
        return Words::tr("Comment header of %1 byte(s) is damaged", "", count).arg(amount);
    default:
        return pageText(anomaly);
    }
}

QColor fateColour(core::Fate fate)
{
    switch (fate) {
    case core::Fate::Played:
        return colours().played;
    case core::Fate::Late:
        return colours().late;
    case core::Fate::Lost:
        return colours().lost;
    case core::Fate::Overflow:
    case core::Fate::Corrupt:
        return colours().concealed;
    }
    return colours().text;
}

QColor causeColour(core::Cause cause)
{
    switch (cause) {
    case core::Cause::Lost:
        return fateColour(core::Fate::Lost);
    case core::Cause::Late:
        return fateColour(core::Fate::Late);
    case core::Cause::Overflow:
        return fateColour(core::Fate::Overflow);
    case core::Cause::Corrupt:
        return fateColour(core::Fate::Corrupt);
    case core::Cause::Starved:
        return colours().silence;
    case core::Cause::None:
        break;
    }
    return colours().text;
}

QIcon fateMark(core::Fate fate)
{
    static QHash<quint64, QIcon> drawn; // a handful: five fates in the colours of each theme
    const QColor colour = fateColour(fate);
    QIcon& icon = drawn[(static_cast<quint64>(fate) << 32U) | colour.rgba()];
    if (icon.isNull())
        icon = QIcon(drawnMark(fate, colour));
    return icon;
}

} // namespace ui

#include "ui/gapcell.h"

#include "ui/format.h"
#include "ui/outcometext.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

namespace {

struct GapTable {
    Q_DECLARE_TR_FUNCTIONS(ui::GapTable)
};

QString counted(const QString& word, uint32_t count)
{
    return GapTable::tr("%1 ×%2", "what and how many").arg(word, countText(count));
}

QString spanText(core::ReceiverSpan span) { return millisecondsText(span, span.ticks() % 1000 == 0 ? 0 : 1); }

QString repairedTimes(const core::Gap& gap)
{
    QStringList parts;
    const auto add = [&parts](core::Repair repair, core::ReceiverSpan span) {
        if (span.ticks() > 0)
            parts << QString(repairText(repair) % QLatin1Char(' ') % spanText(span));
    };
    add(core::Repair::Fec, gap.fec);
    add(core::Repair::Plc, gap.plc);
    add(core::Repair::Silence, gap.silence);
    return parts.join(QLatin1String(", "));
}

} // namespace

QString gapLengthText(const core::Gap& gap) { return spanText(gap.length); }

QString gapCauseText(const core::Gap& gap)
{
    const core::MissingPackets& packets = gap.packets;
    const uint32_t mainCount = packets.causes.at(static_cast<size_t>(gap.cause));
    QStringList parts{mainCount > 0 ? counted(causeText(gap.cause), mainCount) : causeText(gap.cause)};
    for (size_t i = 1; i < packets.causes.size(); ++i) {
        const auto cause = static_cast<core::Cause>(i);
        if (cause != gap.cause && packets.causes.at(i) > 0)
            parts << counted(causeText(cause), packets.causes.at(i));
    }
    return parts.join(QLatin1String(", "));
}

QString gapRepairText(const core::Gap& gap)
{
    const core::MissingPackets& packets = gap.packets;
    QStringList parts;
    for (size_t i = 1; i < packets.repairs.size(); ++i) {
        if (packets.repairs.at(i) > 0)
            parts << counted(repairText(static_cast<core::Repair>(i)), packets.repairs.at(i));
    }
    return parts.isEmpty() ? repairedTimes(gap) : parts.join(QLatin1String(", "));
}

QString gapPacketsText(const core::Gap& gap)
{
    if (gap.firstPacket == core::noPacket)
        return {};
    QString first = QString::number(gap.firstPacket);
    if (gap.firstPacket == gap.lastPacket)
        return first;
    return first % QChar(0x2013) % QString::number(gap.lastPacket);
}

QString gapSavingDelayText(const core::Gap& gap)
{
    if (!gap.savingDelay)
        return QChar(0x2013);
    return QLatin1Char('+') % millisecondsText(*gap.savingDelay, 1);
}

} // namespace ui

#include "ui/packetreadout.h"

#include "core/analysis/plotlevels.h"
#include "ui/format.h"
#include "ui/outcometext.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

std::vector<ReadoutRow> PacketDescription::rows(
    const core::Analysis& analysis, const core::PlotLevels& levels, uint32_t packet)
{
    const core::PacketRecord& record = analysis.capture->packets()[packet];
    const core::PacketOutcome& outcome = analysis.timeline.outcomes[packet];
    std::vector<ReadoutRow> rows{
        {tr("Packet"), QString::number(packet)}, {tr("Media time"), clockText(record.media)}};
    if (outcome.arrival != core::never) {
        const core::ReceiverSpan delay = outcome.arrival - core::sendTimeOf(analysis, packet);
        rows.push_back(
            {tr("Arrival"), tr("%1 (delay %2)").arg(clockText(outcome.arrival), millisecondsText(delay, 1))});
    }
    if (outcome.due != core::never)
        rows.push_back({tr("Due"), clockText(outcome.due)});
    if (outcome.playout != core::never)
        rows.push_back({tr("Playout"), clockText(outcome.playout)});
    if (outcome.due != core::never && outcome.arrival != core::never)
        rows.push_back({tr("Margin"), millisecondsText(outcome.due - outcome.arrival, 1)});
    if ((record.flags & (core::IsCorrupt | core::IsMissing)) == 0) {
        const core::Toc toc(record.toc);
        rows.push_back({tr("Size"), tr("%Ln byte(s)", nullptr, static_cast<int>(record.bytes))});
        rows.push_back({tr("Mode"),
            tr("%1, %2, %3")
                .arg(modeText(toc.mode()), bandwidthText(toc.bandwidth()),
                    durationText(core::toReceiverSpan(record.duration())))});
    }
    QStringList fate{fateText(outcome.fate)};
    if (levels.isReordered(packet))
        fate << tr("reordered");
    if (levels.isDuplicated(packet))
        fate << tr("duplicated");
    rows.push_back({tr("Fate"), fate.join(QStringLiteral(", "))});
    rows.push_back({tr("Repair"),
        outcome.fate == core::Fate::Played         ? tr("not needed")
            : outcome.repair == core::Repair::None ? tr("none")
                                                   : repairText(outcome.repair)});
    return rows;
}

PacketReadout::PacketReadout(QWidget* parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setObjectName(QStringLiteral("packetReadout"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->addWidget(m_label);
    m_label->setTextFormat(Qt::RichText);
    hide();
}

QString PacketReadout::text() const { return m_label->text(); }

void PacketReadout::showRows(const std::vector<ReadoutRow>& rows, QPoint point)
{
    constexpr int distance = 14;
    QString table = QStringLiteral("<table cellspacing='0'>");
    for (const ReadoutRow& row : rows) {
        table += QStringLiteral("<tr><td style='padding-right:10px'>%1</td><td>%2</td></tr>")
                     .arg(row.name.toHtmlEscaped(), row.value.toHtmlEscaped());
    }
    table += QStringLiteral("</table>");
    if (table != m_label->text()) {
        m_label->setText(table);
        adjustSize();
    }
    QPoint place = point + QPoint(distance, distance);
    if (place.x() + width() > parentWidget()->width())
        place.setX(point.x() - distance - width());
    if (place.y() + height() > parentWidget()->height())
        place.setY(parentWidget()->height() - height());
    move(std::max(0, place.x()), std::max(0, place.y()));
    raise();
    show();
}

} // namespace ui

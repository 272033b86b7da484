#include "app/playprogress.h"

#include "app/standarderror.h"
#include "ui/outcometext.h"

#include <algorithm>
#include <cmath>
#include <unistd.h>

namespace app {

using core::EventKind;
using core::ReceiverTime;
using core::TimelineEvent;

namespace {

QString clockText(core::ReceiverSpan span)
{
    const qint64 total = std::max<qint64>(0, span.ticks() / 1000);
    return QStringLiteral("%1:%2.%3")
        .arg(total / 60000, 2, 10, QLatin1Char('0'))
        .arg(total / 1000 % 60, 2, 10, QLatin1Char('0'))
        .arg(total % 1000, 3, 10, QLatin1Char('0'));
}

// -48 dB … 0 dB in eight steps.
QString levelBar(float level)
{
    constexpr int steps = 8;
    const double decibel = level > 0 ? 20 * std::log10(static_cast<double>(level)) : -100;
    const int filled = std::clamp(static_cast<int>(std::lround(decibel / 6)) + steps, 0, steps);
    return QString(filled, QLatin1Char('#')).leftJustified(steps, QLatin1Char('.'));
}

} // namespace

core::MediaSpan bufferedAt(const core::Analysis& analysis, ReceiverTime time)
{
    // Who is played this much later was not there yet, whatever the buffer's settings.
    constexpr size_t furthest = 50000;
    const auto& events = analysis.timeline.events;
    core::MediaSpan buffered;
    if (events.empty())
        return buffered;
    const auto first = events.at(time);
    for (auto next = first; next != events.end() && next.index() < first.index() + furthest; ++next) {
        const TimelineEvent event = *next;
        if (event.kind != EventKind::Packet || event.start <= time)
            continue;
        if (event.start - time > analysis.scenario.buffer.maxDuration + core::receiverMilliseconds(10000))
            break;
        if (analysis.timeline.outcomes[event.packet].arrival <= time)
            buffered += analysis.capture->packets()[event.packet].duration();
    }
    return buffered;
}

PlayProgress::PlayProgress(std::shared_ptr<const core::Analysis> analysis)
    : m_analysis(std::move(analysis))
    , m_isTerminal(isatty(STDERR_FILENO) == 1)
{
}

QString PlayProgress::packetText(const TimelineEvent& event) const
{
    switch (event.kind) {
    case EventKind::Packet:
        return tr("packet %1 played").arg(event.packet);
    case EventKind::Loss:
        return tr("%1, %2").arg(ui::causeText(event.cause), ui::repairText(event.repair));
    default:
        return tr("stalled");
    }
}

QString PlayProgress::line(const ui::Playback& playback) const
{
    const core::Timeline& timeline = m_analysis->timeline;
    if (timeline.events.empty())
        return {};
    const TimelineEvent event = *timeline.events.at(playback.position);
    QString text = tr("%1 / %2  [%3]  buffer %4 ms  %5")
                       .arg(clockText(playback.position - timeline.start()),
                           clockText(timeline.end() - timeline.start()), levelBar(playback.level))
                       .arg(std::lround(bufferedAt(*m_analysis, playback.position).milliseconds()), 4)
                       .arg(packetText(event));
    if (playback.underruns > 0)
        text += QStringLiteral("  ") % tr("%n underrun(s)", nullptr, static_cast<int>(playback.underruns));
    return text;
}

void PlayProgress::show(const ui::Playback& playback)
{
    if (!m_isTerminal)
        return;
    const QString text = line(playback);
    const QByteArray bytes = '\r' + text.leftJustified(m_shownLength).toLocal8Bit();
    m_shownLength = text.size();
    writeError(bytes);
}

void PlayProgress::note(const QString& text)
{
    if (text.isEmpty())
        return;
    finish();
    writeError(QByteArray("jitterscope: " + text.toLocal8Bit() + '\n'));
}

void PlayProgress::finish()
{
    if (m_shownLength > 0)
        writeError("\n");
    m_shownLength = 0;
}

} // namespace app

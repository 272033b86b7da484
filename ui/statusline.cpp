#include "ui/statusline.h"

#include "ui/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <array>

namespace ui {

namespace {

QString channelsText(int channels)
{
    if (channels == 1)
        return StatusLine::tr("mono");
    return channels == 2 ? StatusLine::tr("stereo") : StatusLine::tr("%n channel(s)", nullptr, channels);
}

// The configuration that most of the packets have; a recording may mix several.
core::Toc commonToc(const core::Capture& capture)
{
    std::array<size_t, 256> counts{};
    for (const core::PacketRecord& packet : capture.packets()) {
        if ((packet.flags & (core::IsCorrupt | core::IsMissing)) == 0)
            ++counts[packet.toc & 0xfcU];
    }
    return core::Toc(
        static_cast<uint8_t>(std::distance(counts.begin(), std::max_element(counts.begin(), counts.end()))));
}

QString bitrateText(const core::Capture& capture)
{
    quint64 bytes = 0;
    for (const core::PacketRecord& packet : capture.packets())
        bytes += packet.bytes;
    const double seconds = toReceiverSpan(capture.packetsEnd() - core::MediaTime()).milliseconds() / 1000;
    return seconds <= 0
        ? QString()
        : StatusLine::tr("%1 kb/s").arg(numberText(static_cast<double>(bytes) * 8 / seconds / 1000, 0));
}

} // namespace

QString captureText(const core::Capture& capture)
{
    const core::Toc toc = commonToc(capture);
    const QString codec = StatusLine::tr("Opus 48 kHz %1, %2 %3, %4, %5")
                              .arg(channelsText(capture.channels()), QString::fromLatin1(name(toc.mode())),
                                  QString::fromLatin1(name(toc.bandwidth())),
                                  durationText(toReceiverSpan(toc.frameDuration())), bitrateText(capture));
    QString text = QString::fromStdString(capture.name()) % QStringLiteral(" · ") % codec
        % QStringLiteral(" · ")
        % StatusLine::tr("%1 packets, %2")
              .arg(countText(capture.packets().size()), clockText(core::MediaTime() + capture.duration()));
    if (!capture.anomalies().empty())
        text += QStringLiteral(" · ") % StatusLine::tr("damaged: see Log");
    return text;
}

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("status"));
    setFixedHeight(24);
    m_capture = new QLabel(tr("No capture"));
    m_capture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_work = new QLabel;
    m_progress = new QProgressBar;
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(110);
    m_cancel = new QToolButton;
    m_cancel->setObjectName(QStringLiteral("link"));
    m_cancel->setText(tr("Cancel"));
    m_sound = new QLabel(tr("No sound device yet"));
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_capture, 3);
    row->addWidget(m_work);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_sound);
    showProgress({}, 1);
}

void StatusLine::showCapture(const core::Capture& capture)
{
    m_capture->setText(captureText(capture));
    m_capture->setToolTip(m_capture->text());
}

void StatusLine::showPlayback(const Playback& playback)
{
    QString text;
    if (!playback.problem.isEmpty())
        text = playback.problem;
    else if (playback.device.isEmpty())
        text = tr("No sound device: playing silently");
    else
        text = tr("PortAudio: %1, 48 kHz, %2 ms latency, %n underrun(s)", nullptr,
            static_cast<int>(playback.underruns))
                   .arg(playback.device, numberText(playback.latencyMs, 0));
    if (text != m_sound->text())
        m_sound->setText(text);
}

void StatusLine::showProgress(const QString& what, double done)
{
    const bool isWorking = done < 1;
    m_work->setText(what);
    for (QWidget* widget :
        {static_cast<QWidget*>(m_work), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        widget->setVisible(isWorking);
    m_progress->setAccessibleName(what);
    m_progress->setValue(static_cast<int>(done * 100));
}

} // namespace ui

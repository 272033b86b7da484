#include "ui/statusline.h"

#include "ui/format.h"
#include "ui/outcometext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <algorithm>

namespace ui {

namespace {

QString channelsText(int channels)
{
    if (channels == 1)
        return StatusLine::tr("mono");
    return channels == 2 ? StatusLine::tr("stereo") : StatusLine::tr("%n channel(s)", nullptr, channels);
}

QString bitrateText(const core::Capture& capture)
{
    const double seconds = toReceiverSpan(capture.packetsEnd() - core::MediaTime()).milliseconds() / 1000;
    return seconds <= 0 ? QString()
                        : StatusLine::tr("%1 kb/s").arg(
                            numberText(static_cast<double>(capture.packetBytes()) * 8 / seconds / 1000, 0));
}

QString soundText(const Playback& playback)
{
    if (!playback.problem.isEmpty())
        return playback.problem;
    if (!playback.isDeviceKnown)
        return StatusLine::tr("Looking for sound devices…");
    if (playback.device.isEmpty())
        return playback.isPlaying ? StatusLine::tr("No sound device: playing silently")
                                  : StatusLine::tr("No sound device: plays silently");
    const QString underruns =
        StatusLine::tr("%Ln underrun(s)", nullptr, static_cast<int>(playback.underruns));
    if (playback.latencyMs <= 0)
        return StatusLine::tr("PortAudio: %1, 48 kHz, %2").arg(playback.device, underruns);
    return StatusLine::tr("PortAudio: %1, 48 kHz, %2 ms latency, %3")
        .arg(playback.device, numberText(playback.latencyMs, 0), underruns);
}

} // namespace

// "meeting.opus · Opus 48 kHz mono …": where both have no room, the name is shortened first, in its middle.
class FileLabel : public QLabel {
public:
    FileLabel()
        : QLabel(StatusLine::tr("No capture"))
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

    void show(const QString& name, const QString& details)
    {
        m_name = name;
        m_details = QStringLiteral(" · ") % details;
        setToolTip(
            QStringLiteral("<p>") % QString(m_name % m_details).toHtmlEscaped() % QStringLiteral("</p>"));
        fit();
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QLabel::resizeEvent(event);
        if (!m_name.isEmpty())
            fit();
    }

private:
    void fit()
    {
        constexpr int leastOfName = 120;
        const int room = width() - fontMetrics().horizontalAdvance(m_details);
        const QString name = fontMetrics().elidedText(m_name, Qt::ElideMiddle, std::max(room, leastOfName));
        setText(fontMetrics().elidedText(name % m_details, Qt::ElideRight, width()));
    }

    QString m_name, m_details;
};

QString captureText(const core::Capture& capture)
{
    const core::Toc toc = capture.commonToc();
    const QString codec =
        StatusLine::tr("Opus 48 kHz %1, %2 %3, %4, %5")
            .arg(channelsText(capture.channels()), modeText(toc.mode()), bandwidthText(toc.bandwidth()),
                durationText(toReceiverSpan(toc.frameDuration())), bitrateText(capture));
    QString text = codec % QStringLiteral(" · ")
        % StatusLine::tr("%Ln packet(s), %1", nullptr, static_cast<int>(capture.packets().size()))
              .arg(clockText(core::MediaTime() + capture.duration()));
    if (!capture.anomalies().empty())
        text += QStringLiteral(" · ") % StatusLine::tr("damaged: see Log");
    return text;
}

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("status"));
    setFixedHeight(24);
    m_capture = new FileLabel;
    m_work = new QLabel;
    m_progress = new QProgressBar;
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(110);
    m_cancel = new QToolButton;
    m_cancel->setObjectName(QStringLiteral("link"));
    m_cancel->setText(tr("Cancel"));
    m_sound = new QLabel(soundText({}));
    for (QLabel* label : {m_work, m_sound})
        label->setTextFormat(Qt::PlainText);
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
    m_capture->show(QString::fromStdString(capture.name()), captureText(capture));
}

void StatusLine::showPlayback(const Playback& playback)
{
    const QString text = soundText(playback);
    if (text != m_sound->text())
        m_sound->setText(text);
}

void StatusLine::showProgress(const QString& what, double done)
{
    const bool isWorking = done < 1;
    if (isWorking || m_isWorking) // the end of no work takes no note away
        m_work->setText(what);
    m_isWorking = isWorking;
    m_work->setVisible(!m_work->text().isEmpty());
    m_progress->setVisible(isWorking);
    m_cancel->setVisible(isWorking);
    m_progress->setAccessibleName(what);
    // A progress bar repaints at once, and with it all of the window that waits to be painted.
    m_progress->setUpdatesEnabled(false);
    m_progress->setValue(static_cast<int>(done * 100));
    m_progress->setUpdatesEnabled(true);
}

void StatusLine::showNote(const QString& text)
{
    m_work->setText(text);
    m_work->setVisible(!text.isEmpty());
}

} // namespace ui

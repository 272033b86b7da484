#pragma once

#include "core/capture/capture.h"
#include "ui/playback.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ui {

class FileLabel;

// Bottom line: the file and its codec, background work that can be cancelled, the sound device.
class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showCapture(const core::Capture& capture);
    void showPlayback(const Playback& playback);
    void showProgress(const QString& what, double done);
    // Good news, until the next work begins.
    void showNote(const QString& text);

signals:
    void cancelRequested();

private:
    FileLabel* m_capture = nullptr;
    QLabel* m_work = nullptr; // or the note
    QProgressBar* m_progress = nullptr;
    QToolButton* m_cancel = nullptr;
    QLabel* m_sound = nullptr;
    bool m_isWorking = false;
};

// What is behind the name of the file: "Opus 48 kHz mono, SILK wideband, 20 ms, 24 kb/s · 3,000 packets,
// 01:00.000"
[[nodiscard]] QString captureText(const core::Capture& capture);

} // namespace ui

#pragma once

#include "app/jobqueue.h"
#include "app/progressteller.h"
#include "core/base/error.h"
#include "ui/plotpicture.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <atomic>
#include <functional>

namespace app {

// Makes small files and pictures and writes or copies them in the background, one after the other. Each file
// is written as a whole or not at all, and none is left out: the end of this waits for all. GUI thread.
class SavingWork : public QObject {
    Q_OBJECT

public:
    // Made on another thread. Empty: there is not enough memory for it.
    using Content = std::function<QByteArray()>;

    explicit SavingWork(ProgressTeller& progress);

    void save(const QString& path, Content content);
    // To the clipboard, as an image and as the bytes of a PNG file.
    void copy(const ui::PlotRecording& plot);
    // What is not written yet stays unwritten, and nothing is told of it.
    void cancel() { m_lastCancelled = m_last; }

signals:
    void saved(const QString& path);
    void copied();
    void failed(const core::Error& error, const QString& path); // path empty: while copying

private:
    void begin(const QString& what);
    void end(uint64_t number);
    void endSaving(uint64_t number, const QString& path, const core::Result<void>& written);
    void endCopying(uint64_t number, const QImage& image, const QByteArray& png);
    template <typename Function> void post(Function function);

    ProgressTeller& m_progress;
    ProgressTeller::Run m_run;
    uint64_t m_last = 0; // the number of the newest one
    std::atomic<uint64_t> m_lastCancelled = 0; // this and all before it
    JobQueue m_jobs; // last: it uses all above
};

} // namespace app

#include "app/savingwork.h"

#include "app/filename.h"
#include "core/base/file.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <memory>
#include <utility>

namespace app {

namespace {

core::Result<void> writeFile(const QString& path, const QByteArray& content)
{
    if (content.isEmpty())
        return core::failure(core::ErrorCode::OutOfMemory);
    auto file = core::PendingFile::create(pathFrom(path));
    if (!file)
        return tl::unexpected(file.error());
    const auto* bytes = reinterpret_cast<const uint8_t*>(content.constData()); // NOLINT
    if (core::Result<void> done = file->write({bytes, static_cast<size_t>(content.size())}); !done)
        return done;
    return file->commit();
}

} // namespace

SavingWork::SavingWork(ProgressTeller& progress)
    : m_progress(progress)
{
}

// Runs a function on the GUI thread, unless this is gone by then.
template <typename Function> void SavingWork::post(Function function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

void SavingWork::begin(const QString& what)
{
    ++m_last;
    m_run = m_progress.begin(Work::Saving, what);
    m_progress.reporter(m_run)(0);
}

void SavingWork::end(uint64_t number)
{
    if (number == m_last)
        m_progress.end(m_run);
}

void SavingWork::save(const QString& path, Content content)
{
    begin(tr("Saving %1").arg(QFileInfo(path).fileName()));
    m_jobs.run([this, path, content = std::move(content), number = m_last] {
        const QByteArray made = number > m_lastCancelled ? content() : QByteArray();
        const core::Result<void> written =
            number > m_lastCancelled ? writeFile(path, made) : core::failure(core::ErrorCode::Cancelled);
        post([this, number, path, written] { endSaving(number, path, written); });
    });
}

void SavingWork::endSaving(uint64_t number, const QString& path, const core::Result<void>& written)
{
    end(number);
    if (written)
        emit saved(path);
    else if (written.error().code != core::ErrorCode::Cancelled)
        emit failed(written.error(), path);
}

void SavingWork::copy(const ui::PlotRecording& plot)
{
    begin(tr("Copying the picture"));
    m_jobs.run([this, plot, number = m_last] {
        const QImage image = imageOf(plot);
        const QByteArray png = ui::pngOf(image, ui::PngEffort::Fast);
        post([this, number, image, png] { endCopying(number, image, png); });
    });
}

// Who pastes asks this thread for bytes: they are there already.
void SavingWork::endCopying(uint64_t number, const QImage& image, const QByteArray& png)
{
    end(number);
    if (number <= m_lastCancelled)
        return;
    if (png.isEmpty()) {
        emit failed({core::ErrorCode::OutOfMemory, {}, {}}, {});
        return;
    }
    auto content = std::make_unique<QMimeData>();
    content->setImageData(image);
    content->setData(QStringLiteral("image/png"), png);
    QGuiApplication::clipboard()->setMimeData(content.release());
    emit copied();
}

} // namespace app

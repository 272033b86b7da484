#include "ui/filedialogs.h"
#include "ui/mainwindowparts.h"
#include "ui/timelineview.h"
#include "ui/tradeoffpanel.h"

#include <QAction>
#include <QDir>

// Pictures of the plots, saved and copied.
namespace ui {

void MainWindow::Parts::connectPictures()
{
    connectPicturesOf([this](const TakeRecording& take) { timeline->record(take); }, Command::SavePicture,
        Command::CopyPicture);
    connectPicturesOf(tradeOff->delayPlot(), Command::SaveDelays, Command::CopyDelays);
    connectPicturesOf(tradeOff->tradeOffPlot(), Command::SaveTradeOff, Command::CopyTradeOff);
}

void MainWindow::Parts::connectPicturesOf(QWidget& plot, Command save, Command copy)
{
    connectPicturesOf([&plot](const TakeRecording& take) { take(recordingOf(plot)); }, save, copy);
    plot.addActions({commands->action(save), commands->action(copy)});
    plot.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::Parts::connectPicturesOf(const Recorder& record, Command save, Command copy)
{
    on(save, [this, record] { savePicture(record); });
    on(copy, [this, record] {
        record([this](const PlotRecording& plot) { emit window.pictureCopyRequested(plot); });
    });
}

// What is seen when the place is chosen.
void MainWindow::Parts::savePicture(const Recorder& record)
{
    if (!capture)
        return;
    const QString place = QDir(folder).filePath(QString::fromStdString(capture->name()));
    askPicture(&window, place, [this, record](const QString& path) {
        const std::optional<PictureKind> kind = pictureKindOf(path);
        if (!kind) {
            window.showProblem(
                Topic::Saving, MainWindow::tr("%1: a picture is saved as .png, .svg or .pdf").arg(path));
            return;
        }
        record([this, path, kind = *kind](
                   const PlotRecording& plot) { emit window.pictureSaveRequested(path, kind, plot); });
    });
}

} // namespace ui

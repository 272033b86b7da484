#include "ui/filedialogs.h"
#include "ui/mainwindowparts.h"
#include "ui/timelineview.h"
#include "ui/tradeoffpanel.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>

// Pictures of the plots, saved and copied.
namespace ui {

void MainWindow::Parts::connectPictures()
{
    on(Command::SavePicture,
        [this] { savePicture([this](PictureKind kind) { return timeline->pictureAs(kind); }); });
    on(Command::CopyPicture, [this] { QGuiApplication::clipboard()->setImage(timeline->image()); });
    connectPicturesOf(tradeOff->delayPlot(), Command::SaveDelays, Command::CopyDelays);
    connectPicturesOf(tradeOff->tradeOffPlot(), Command::SaveTradeOff, Command::CopyTradeOff);
}

void MainWindow::Parts::connectPicturesOf(QWidget& plot, Command save, Command copy)
{
    on(save, [this, &plot] { savePicture([&plot](PictureKind kind) { return pictureFile(kind, plot); }); });
    on(copy, [&plot] { QGuiApplication::clipboard()->setImage(pictureOf(plot)); });
    plot.addActions({commands->action(save), commands->action(copy)});
    plot.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::Parts::savePicture(const std::function<QByteArray(PictureKind)>& drawn)
{
    if (!capture)
        return;
    const QString place = QDir(folder).filePath(QString::fromStdString(capture->name()));
    askPicture(&window, place, [this, drawn](const QString& path) {
        const std::optional<PictureKind> kind = pictureKindOf(path);
        if (!kind) {
            window.showProblem(
                Topic::Saving, MainWindow::tr("%1: a picture is saved as .png, .svg or .pdf").arg(path));
            return;
        }
        const QByteArray picture = drawn(*kind);
        if (picture.isEmpty())
            window.showProblem(
                Topic::Saving, MainWindow::tr("%1: there is not enough memory for the picture").arg(path));
        else
            emit window.pictureSaveRequested(path, picture);
    });
}

} // namespace ui

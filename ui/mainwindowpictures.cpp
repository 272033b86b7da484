#include "ui/filedialogs.h"
#include "ui/mainwindowparts.h"
#include "ui/plotpicture.h"
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
        [this] { savePicture([this](const QString& path) { return timeline->saveImage(path); }); });
    on(Command::CopyPicture, [this] { QGuiApplication::clipboard()->setImage(timeline->image()); });
    connectPicturesOf(tradeOff->delayPlot(), Command::SaveDelays, Command::CopyDelays);
    connectPicturesOf(tradeOff->tradeOffPlot(), Command::SaveTradeOff, Command::CopyTradeOff);
}

void MainWindow::Parts::connectPicturesOf(QWidget& plot, Command save, Command copy)
{
    on(save,
        [this, &plot] { savePicture([&plot](const QString& path) { return ui::savePicture(plot, path); }); });
    on(copy, [&plot] { QGuiApplication::clipboard()->setImage(pictureOf(plot)); });
    plot.addActions({commands->action(save), commands->action(copy)});
    plot.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::Parts::savePicture(const std::function<bool(const QString& path)>& save)
{
    if (!capture)
        return;
    const QString place = QDir(folder).filePath(QString::fromStdString(capture->name()));
    askPicture(&window, place, [this, save](const QString& path) {
        if (!isPictureName(path))
            window.showProblem(MainWindow::tr("%1: a picture is saved as .png, .svg or .pdf").arg(path));
        else if (save(path))
            window.showNote(MainWindow::tr("Saved %1").arg(path));
        else
            window.showProblem(MainWindow::tr("%1: the picture can't be written").arg(path));
    });
}

} // namespace ui

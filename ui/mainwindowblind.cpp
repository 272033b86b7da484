#include "ui/blindmode.h"
#include "ui/blindpage.h"
#include "ui/format.h"
#include "ui/mainwindowparts.h"

#include <QAction>
#include <utility>

namespace ui {

void MainWindow::Parts::connectBlind()
{
    on(Command::BlindTest, [this] { beginBlind(); });
    connect(blindPage, &BlindPage::endRequested, this, &Parts::endBlind);
}

// Loops what is looped already, else the selection, else the gap at the playhead, else all.
void MainWindow::Parts::beginBlind()
{
    if (!analysis)
        return;
    beforeBlind = {playhead, commands->action(Command::Play)->isChecked()};
    isLoopOfBlindTest = !looped;
    if (isLoopOfBlindTest)
        loop(true);
    //: name of a file, begin and end of what is looped
    const QString place =
        MainWindow::tr("%1, %2 to %3")
            .arg(QString::fromStdString(capture->name()), clockText(looped->begin), clockText(looped->end));
    blind->set(true);
    blindPage->begin(editor.kept(), place);
    if (playhead < looped->begin || playhead > looped->end)
        emit window.seekRequested(looped->begin);
    emit window.playRequested(true);
}

void MainWindow::Parts::endBlind()
{
    if (!blind->isOn())
        return;
    blind->set(false);
    emit window.listenRequested(listen);
    if (std::exchange(isLoopOfBlindTest, false))
        loop(false);
    // As it was before the test.
    emit window.playRequested(beforeBlind.isPlaying);
    goTo(beforeBlind.playhead);
    focusTimeline();
}

} // namespace ui

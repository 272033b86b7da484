#include "ui/mainwindowparts.h"
#include "ui/resultspanel.h"
#include "ui/statisticspanel.h"
#include "ui/timelineview.h"
#include "ui/transportbar.h"

#include <QAction>
#include <algorithm>

// Playing, the playhead and the gaps it goes to.
namespace ui {

using core::ReceiverTime;

void MainWindow::Parts::connectTransport()
{
    // The player tells by showPlayback whether it plays; until then the button stays as it was.
    connect(commands->action(Command::Play), &QAction::triggered, this, [this](bool isOn) {
        commands->action(Command::Play)->setChecked(!isOn);
        emit window.playRequested(isOn);
    });
    on(Command::Stop, [this] {
        emit window.playRequested(false);
        if (analysis)
            seek(analysis->timeline.start());
    });
    connect(commands->action(Command::Loop), &QAction::triggered, this, &Parts::loop);
    on(Command::Swap, [this] { swap(); });
    connect(transport, &TransportBar::listenRequested, this, &Parts::setListen);
    connect(transport, &TransportBar::volumeRequested, &window, &MainWindow::volumeRequested);
    connect(transport, &TransportBar::deviceRequested, &window, &MainWindow::deviceRequested);
}

void MainWindow::Parts::connectPlayhead()
{
    step(Command::Back, -1000);
    step(Command::Forward, 1000);
    step(Command::BackFar, -10000);
    step(Command::ForwardFar, 10000);
    step(Command::BackFine, -100);
    step(Command::ForwardFine, 100);
    on(Command::ToStart, [this] {
        if (analysis)
            seek(analysis->timeline.start());
    });
    on(Command::ToEnd, [this] {
        if (analysis)
            seek(analysis->timeline.end());
    });
}

void MainWindow::Parts::step(Command command, int64_t milliseconds)
{
    on(command, [this, milliseconds] { seek(playhead + core::receiverMilliseconds(milliseconds)); });
}

void MainWindow::Parts::connectGaps()
{
    // From a gap that was only chosen in the table, or else from the playhead.
    const auto from = [this] {
        const auto chosen = isGapOnlyChosen ? results->currentGap() : std::nullopt;
        return chosen ? chosen->start : playhead;
    };
    on(Command::NextGap, [this, from] { results->toNextGap(from()); });
    on(Command::PreviousGap, [this, from] { results->toPreviousGap(from()); });
    connect(results, &ResultsPanel::gapActivated, this, &Parts::toGap);
    connect(results, &ResultsPanel::mediaActivated, this, &Parts::toMedia);
    connect(results, &ResultsPanel::gapSelected, this, [this] { isGapChosenLast = isGapOnlyChosen = true; });
    connect(results, &ResultsPanel::packetSelected, timeline, &TimelineView::selectPacket);
    connect(timeline, &TimelineView::packetSelected, results, &ResultsPanel::selectPacket);
}

// Behind a long delay its packet was sent outside of the view: what is gone to is the gap.
void MainWindow::Parts::toGap(const core::Gap& gap)
{
    timeline->selectPacket(gap.firstPacket);
    bringIntoView(gap.start, gap.length);
    goTo(gap.start);
    isGapChosenLast = true;
    isGapOnlyChosen = false;
    if (commands->action(Command::Loop)->isChecked())
        loop(true);
}

void MainWindow::Parts::toMedia(core::MediaTime media)
{
    if (!analysis)
        return;
    const ReceiverTime time = core::timeHeard(analysis->timeline, media);
    bringIntoView(time, {});
    seek(time);
}

void MainWindow::Parts::bringIntoView(ReceiverTime start, core::ReceiverSpan length) const
{
    const TimeRange range = timeline->visibleRange();
    if (start >= range.begin && start + length <= range.end)
        return;
    const core::ReceiverSpan half(range.length().ticks() / 2);
    const ReceiverTime middle = start + std::min(core::ReceiverSpan(length.ticks() / 2), half);
    timeline->setVisibleRange({middle - half, middle + half});
}

std::optional<core::Gap> MainWindow::Parts::gapAtPlayhead() const
{
    const auto behind = std::ranges::upper_bound(analysis->gaps, playhead, {}, &core::Gap::start);
    if (behind == analysis->gaps.begin() || std::prev(behind)->start + std::prev(behind)->length < playhead)
        return std::nullopt;
    return *std::prev(behind);
}

// The gap that was chosen last; else the selection; else the gap that the playhead was set into; else
// everything. Gaps with half a second around them.
LoopRange MainWindow::Parts::rangeToLoop() const
{
    const TimeRange whole{analysis->timeline.start(), analysis->timeline.end()};
    std::optional<core::Gap> gap = isGapChosenLast ? results->currentGap() : std::nullopt;
    if (const std::optional<TimeRange> selected = timeline->selection(); selected && !gap)
        return {selected->begin, selected->end};
    if (!gap)
        gap = gapAtPlayhead();
    if (!gap)
        return {whole.begin, whole.end};
    constexpr core::ReceiverSpan around = core::receiverMilliseconds(500);
    return {
        std::max(gap->start - around, whole.begin), std::min(gap->start + gap->length + around, whole.end)};
}

void MainWindow::Parts::setPlayhead(core::ReceiverTime time)
{
    if (time == playhead)
        return;
    playhead = time;
    timeline->setPlayhead(time);
    transport->showPosition(time);
}

void MainWindow::Parts::seek(core::ReceiverTime time)
{
    isGapChosenLast = isGapOnlyChosen = false;
    goTo(time);
}

void MainWindow::Parts::goTo(core::ReceiverTime time)
{
    if (analysis)
        time = std::clamp(time, analysis->timeline.start(), analysis->timeline.end());
    setPlayhead(time);
    emit window.seekRequested(time);
}

void MainWindow::Parts::swap()
{
    setListen(listen == Listen::Original ? Listen::Received : Listen::Original);
}

void MainWindow::Parts::setListen(Listen to)
{
    listen = to;
    transport->showListen(to);
    emit window.listenRequested(to);
}

void MainWindow::Parts::loop(bool isOn)
{
    looped = isOn && analysis ? std::optional(rangeToLoop()) : std::nullopt;
    loopedAudio = looped ? audioOf({looped->begin, looped->end}) : std::nullopt;
    commands->action(Command::Loop)->setChecked(looped.has_value());
    showLoop();
    emit window.loopRequested(looped);
    if (looped && (playhead < looped->begin || playhead > looped->end))
        goTo(looped->begin);
}

void MainWindow::Parts::showLoop() const
{
    timeline->setLoop(looped ? std::optional(TimeRange{looped->begin, looped->end}) : std::nullopt);
}

std::optional<MainWindow::Parts::HeardRange> MainWindow::Parts::audioOf(TimeRange range) const
{
    if (!analysis)
        return std::nullopt;
    return HeardRange{core::HeardMoment::at(analysis->timeline, range.begin),
        core::HeardMoment::at(analysis->timeline, range.end)};
}

std::optional<TimeRange> MainWindow::Parts::heardNow(const std::optional<HeardRange>& audio) const
{
    if (!audio || !analysis)
        return std::nullopt;
    const TimeRange range{audio->begin.in(analysis->timeline), audio->end.in(analysis->timeline)};
    return range.begin < range.end ? std::optional(range) : std::nullopt;
}

void MainWindow::Parts::moveRanges()
{
    if (const std::optional<TimeRange> moved = heardNow(loopedAudio); looped && moved) {
        looped = {moved->begin, moved->end};
        showLoop();
    }
    const std::optional<TimeRange> moved = heardNow(selectedAudio);
    if (!timeline->selection() || !moved || moved == timeline->selection())
        return;
    isSelectionMoving = true;
    timeline->setSelection(moved);
    isSelectionMoving = false;
    statistics->moveSelection(*moved);
    emit window.selectionChanged(moved);
}

} // namespace ui

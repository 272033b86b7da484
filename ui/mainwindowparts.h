#pragma once

#include "core/playout/heardmedia.h"
#include "ui/commands.h"
#include "ui/mainwindow.h"
#include "ui/plotpicture.h"
#include "ui/scenarioeditor.h"

#include <QPointer>
#include <functional>

class QStackedWidget;

namespace ui {

class BlindMode;
class BlindPage;
class EmptyView;
class MessageBar;
class NetworkPanel;
class PacedRepaint;
class PresetChoice;
class ResultsPanel;
class Splitter;
class StatisticsPanel;
class StatusLine;
class TimelineView;
class TradeOffPanel;
class TransportBar;

// The widgets of the window and how they are wired. Private to MainWindow.
class MainWindow::Parts : public QObject {
public:
    struct HeardRange {
        core::HeardMoment begin, end;
    };

    explicit Parts(MainWindow& owner);

    void setPlayhead(core::ReceiverTime time); // by the player: follows
    void seek(core::ReceiverTime time); // by the user, who thereby chooses no gap
    void goTo(core::ReceiverTime time); // tells the player
    void swap();
    void setListen(Listen to);
    // Selection and loop, to where their audio is heard now. The player moves what it loops by itself, in the
    // same way.
    void moveRanges();
    void loop(bool isOn);
    void fillMenu(QMenu& menu, const QStringList& entries, void (MainWindow::*signal)(const QString&));
    void fillLanesMenu() const;
    void chooseTheme(ThemeChoice choice);
    void setTheme(ThemeChoice choice) const;
    void chooseLanguage(Language language);
    void showLanguage(Language language) const;
    void beginBlind();
    void endBlind();
    void exportAs(core::ExportKind kind);

    MainWindow& window;
    ScenarioEditor editor;
    Commands* commands = nullptr;
    TransportBar* transport = nullptr;
    MessageBar* message = nullptr;
    NetworkPanel* network = nullptr;
    StatisticsPanel* statistics = nullptr;
    TradeOffPanel* tradeOff = nullptr;
    TimelineView* timeline = nullptr;
    ResultsPanel* results = nullptr;
    PacedRepaint* details = nullptr; // of statistics and results
    PacedRepaint* curves = nullptr; // of delays and trade-off
    StatusLine* status = nullptr;
    PresetChoice* presets = nullptr;
    BlindPage* blindPage = nullptr;
    BlindMode* blind = nullptr;
    QStackedWidget* centre = nullptr; // empty state or lanes
    EmptyView* empty = nullptr;
    Splitter* columns = nullptr;
    Splitter* rows = nullptr;

    std::shared_ptr<const core::Capture> capture;
    std::shared_ptr<const core::Analysis> analysis;
    core::ReceiverTime playhead;
    QString folder; // where dialogs begin
    Listen listen = Listen::Received;
    std::optional<LoopRange> looped;
    std::optional<HeardRange> selectedAudio, loopedAudio;
    bool isSelectionMoving = false; // by itself
    bool isLoopOfBlindTest = false;
    struct {
        core::ReceiverTime playhead;
        bool isPlaying = false;
    } beforeBlind;
    bool isExporting = false;
    QPointer<QWidget> exportQuestion; // while it is open
    bool isGapOnlyChosen = false; // in the table, and the playhead is elsewhere
    bool isGapChosenLast = false; // and neither a range nor a place of the playhead by the user since

private:
    void setupWidgets();
    void setupColumns();
    void connectFiles();
    void connectPictures();
    using TakeRecording = std::function<void(const PlotRecording&)>;
    using Recorder = std::function<void(const TakeRecording&)>; // calls it, at once or later
    void connectPicturesOf(QWidget& plot, Command save, Command copy);
    void connectPicturesOf(const Recorder& record, Command save, Command copy);
    void savePicture(const Recorder& record);
    void connectTransport();
    void connectPlayhead();
    void connectGaps();
    void toGap(const core::Gap& gap);
    void toMedia(core::MediaTime media);
    void bringIntoView(core::ReceiverTime start, core::ReceiverSpan length) const;
    [[nodiscard]] std::optional<core::Gap> gapAtPlayhead() const;
    [[nodiscard]] LoopRange rangeToLoop() const;
    void showLoop() const;
    [[nodiscard]] std::optional<HeardRange> audioOf(TimeRange range) const;
    [[nodiscard]] std::optional<TimeRange> heardNow(const std::optional<HeardRange>& audio) const;
    void connectView();
    void connectTimeline();
    enum class SelectionEnd : uint8_t { Begin, End };
    void selectAtPlayhead(SelectionEnd moved);
    void connectFocus();
    void focusTimeline() const;
    void connectBlind();
    void connectSweep();
    void step(Command command, int64_t milliseconds);
    void on(Command command, std::function<void()> handler);
};

} // namespace ui

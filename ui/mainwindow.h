#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "core/analysis/sweep.h"
#include "core/analysis/tradeoff.h"
#include "core/render/levels.h"
#include "core/repair/export.h"
#include "ui/keptscenarios.h"
#include "ui/language.h"
#include "ui/playback.h"
#include "ui/plotpicture.h"
#include "ui/theme.h"
#include "ui/timerange.h"
#include "ui/topic.h"

#include <QByteArray>
#include <QMainWindow>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

class QUndoStack;

namespace ui {

class BlindPage;
struct Draft;

// The window. It shows snapshots that it is handed and asks for everything else by signals: it reads no file,
// owns no thread and no device. GUI thread only.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // Sets the theme of the whole application.
    explicit MainWindow(ThemeChoice theme = ThemeChoice::System, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Every change of the scenario goes through this stack, one command a gesture.
    [[nodiscard]] QUndoStack* undoStack() const;
    [[nodiscard]] const core::Scenario& scenario() const;
    // The scenarios that are compared; scenario() is the one on view.
    [[nodiscard]] const KeptScenarios& keptScenarios() const;
    // The listening test; it is shown while one is made.
    [[nodiscard]] BlindPage& blindPage() const;
    [[nodiscard]] core::ReceiverTime playhead() const;
    [[nodiscard]] TimeRange visibleRange() const;
    // Sizes of the parts, the arrangement of lanes and tables and the allowed late loss, to be kept between
    // starts; empty or foreign bytes are passed over.
    [[nodiscard]] QByteArray layoutState() const;
    // On a screen that its size at first would not fit on it takes all of it. Called before it is shown.
    void fitOnScreen(QSize available);
    void restoreLayout(const QByteArray& state);
    // Of the capture shown, as they were left; asks for the playhead by seekRequested.
    void restoreView(TimeRange visible, core::ReceiverTime playhead);

public slots:
    // A new capture: views fit it, selection and zoom history are gone. Its first analysis follows by
    // showAnalysis.
    void showCapture(const std::shared_ptr<const core::Capture>& capture);
    // The newest analysis; repaints once. elapsedMs: time the engine took, for the tool bar.
    void showAnalysis(const std::shared_ptr<const core::Analysis>& analysis,
        const std::shared_ptr<const core::PlotLevels>& levels, double elapsedMs);
    // An estimate of what the lanes will show when the newest analysis is there.
    void showDraft(std::shared_ptr<const ui::Draft> draft);
    // Delays and late loss of the newest analysis, counted off the GUI thread (core::TradeOff::build).
    void showTradeOff(std::shared_ptr<const core::TradeOff> tradeOff);
    // What selectionChanged asked for. tradeOff: of the packets of the selection alone.
    void showSelectionStatistics(
        const core::Statistics& statistics, std::shared_ptr<const core::TradeOff> tradeOff);
    // Waveform of what is heard (frame 0 = renderer frame 0), perhaps still incomplete; called again as it
    // fills.
    void showWaveform(std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame);
    void showOverview(std::shared_ptr<const core::WaveformLevels> levels); // of the original
    // How audible a gap of the newest analysis is: its place in Analysis::gaps, dB (see SpectralDistance).
    void showDamage(uint32_t gap, double decibels);
    // What sweepRequested asked for, as it comes.
    void showSweepPoints(const std::vector<core::SweepPoint>& points);
    void showSweepEnd(); // no more comes
    void showPlayback(const ui::Playback& playback);
    void showDevices(const QStringList& names, const QString& current);
    // Background work for the status bar; 1 or more = done.
    void showProgress(const QString& what, double done);
    // Something the user has to know, shown where the eye is, not in a dialog.
    void showProblem(ui::Topic topic, const QString& text);
    // The same was done with success: taken away, unless something else is shown by now.
    void endProblem(ui::Topic topic);
    // While an export is written, closing the window asks first.
    void setExporting(bool isExporting);
    // Good news for the status bar and the log.
    void showNote(const QString& text);
    void showVolume(ui::Volume volume); // as it was left; emits nothing
    // Where the next dialog looks for files.
    void setFolder(const QString& path);
    // Of a kept scenario on the capture shown.
    void showStatistics(const core::Scenario& scenario, const core::Statistics& statistics);
    // Sets the scenario without an undo step (start, scenario file from the command line).
    void setScenario(const core::Scenario& scenario);
    void setKeptScenarios(const ui::KeptScenarios& kept); // likewise
    // Changes the scenario on view as one undo step with this name, answered by scenarioChanged (a preset, a
    // scenario file).
    void applyScenario(const core::Scenario& scenario, const QString& undoName);
    // Those that come with the program, and the user's own.
    void setPresets(const QStringList& names, const QStringList& ownNames = {});
    void setPresetName(const QString& name); // shown in the network panel until the network changes
    void setRecentFiles(const QStringList& paths); // newest first
    void setTheme(ui::ThemeChoice choice);
    void setLanguage(ui::Language language); // the one chosen; shown in the menu

signals:
    void openRequested(const QString& path);
    void sampleRequested(); // the bundled sample capture
    void presetRequested(const QString& name); // answer: applyScenario, setPresetName
    void presetSaveRequested(const QString& name); // answers to these three: setPresets
    void presetRenameRequested(const QString& name, const QString& newName);
    void presetRemoveRequested(const QString& name);
    void scenarioOpenRequested(const QString& path);
    void scenarioSaveRequested(const QString& path);
    void pictureSaveRequested(const QString& path, ui::PictureKind kind, const ui::PlotRecording& plot);
    void pictureCopyRequested(const ui::PlotRecording& plot); // to the clipboard
    void recentFilesClearRequested();
    void themeChosen(ui::ThemeChoice choice); // to be kept between starts
    void languageChosen(ui::Language language); // to be kept; works from the next start on
    void scenarioChanged(const core::Scenario& scenario); // edited, undone or redone
    void keptScenariosChanged(const ui::KeptScenarios& kept); // follows scenarioChanged
    void exportRequested(core::ExportKind kind, const QString& path);
    void sweepRequested(const core::SweepPlan& plan); // in place of the one before
    void sweepCancelRequested(); // answer: showSweepEnd
    void cancelRequested(); // the user cancels the work that showProgress tells about
    void playRequested(bool play);
    void seekRequested(core::ReceiverTime time);
    void listenRequested(ui::Listen listen);
    void loopRequested(std::optional<ui::LoopRange> range);
    void volumeRequested(ui::Volume volume);
    void deviceRequested(const QString& name); // empty: the system's choice
    void visibleRangeChanged(
        core::ReceiverTime begin, core::ReceiverTime end); // background work starts there
    // Answer, while there is one, after every analysis: showSelectionStatistics.
    void selectionChanged(std::optional<ui::TimeRange> selection);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui

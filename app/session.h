#pragma once

#include "app/backgroundwork.h"
#include "app/keptresults.h"
#include "app/latestjob.h"
#include "app/progressteller.h"
#include "app/savingwork.h"
#include "app/sessionengine.h"
#include "app/sweepwork.h"
#include "ui/draft.h"
#include "ui/timerange.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <optional>

namespace app {

// Owns the capture, the scenario and the newest analysis, and the threads that make them. GUI thread only;
// results arrive there as signals. Always works towards the newest request: what is outdated is not shown.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(SessionEngine engine = SessionEngine::real(), QObject* parent = nullptr);
    ~Session() override;

    // Reads the file in the background. What was open stays until the new one is there.
    void open(const QString& path);
    // Analyses anew, if it is another scenario.
    void setScenario(const core::Scenario& scenario);
    // Scenarios that are gone to and fro between: their results are made in the background and held as far as
    // they fit, so that setScenario shows them at once.
    void keep(const std::vector<core::Scenario>& scenarios);
    // Writes the newest analysis in the background; one at a time.
    void exportTo(core::ExportKind kind, const QString& path);
    // Sweeps the capture in the background, in place of the sweep before; one of another capture ends with
    // it.
    void startSweep(const core::SweepPlan& plan);
    void cancelSweep() { m_sweep.cancel(); }
    // Small files and pictures; what it does is told of by progressChanged too.
    [[nodiscard]] SavingWork& saving() { return m_saving; }
    // Cancels what progressChanged tells of, and nothing else.
    void cancel();
    // No file is being read or written.
    [[nodiscard]] bool isIdle() const { return !m_openJob.isBusy() && !m_exportJob.isBusy(); }
    // Background work starts with what is looked at and listened to.
    void setVisibleRange(core::ReceiverTime begin, core::ReceiverTime end)
    {
        m_visible = {begin, end};
        m_background.setVisibleRange(begin, end);
    }

    // Its statistics follow, now and after every analysis, by selectionReady; nothing: none are wanted.
    void setSelection(std::optional<ui::TimeRange> selection);
    void setPlayhead(core::ReceiverTime time) { m_background.setPlayhead(time); }

    [[nodiscard]] const std::shared_ptr<const core::Capture>& capture() const { return m_capture; }
    [[nodiscard]] const QString& path() const { return m_path; } // of the capture
    [[nodiscard]] const std::shared_ptr<const core::Analysis>& analysis() const { return m_shown.analysis; }
    [[nodiscard]] const core::Scenario& scenario() const { return m_scenario; }

signals:
    void captureOpened(std::shared_ptr<const core::Capture> capture, const QString& path);
    // elapsedMs: what the engine took.
    void analysisReady(std::shared_ptr<const core::Analysis> analysis,
        std::shared_ptr<const core::PlotLevels> levels, double elapsedMs);
    // Of the visible range of a long capture, long before the analysis is ready.
    void draftReady(std::shared_ptr<const ui::Draft> draft);
    // Of a scenario that is kept and not shown.
    void statisticsKnown(const core::Scenario& scenario, const core::Statistics& statistics);
    void tradeOffReady(std::shared_ptr<const core::TradeOff> tradeOff); // of the analysis shown last
    // Statistics and delays of the packets of the selection.
    void selectionReady(const core::Statistics& statistics, std::shared_ptr<const core::TradeOff> tradeOff);
    // Of what is heard, as far as it is known (null: not at all); firstFrame: receiver time of frame 0.
    void waveformChanged(std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame);
    // Of gaps of the newest analysis, a few times a second while it is measured.
    void damageFound(const std::vector<app::GapDamage>& found);
    void overviewChanged(std::shared_ptr<const core::WaveformLevels> levels); // of the original
    void sweepFound(const std::vector<core::SweepPoint>& points); // by the newest, a few times a second
    void sweepEnded(); // all is found, or it was cancelled
    // The work that matters most of what is under way; 1: nothing is.
    void progressChanged(const QString& what, double done);
    void exportingChanged(bool isExporting);
    void exported(const QString& path);
    void openFailed(const core::Error& error, const QString& path);
    void analysisFailed(const core::Error& error);
    void exportFailed(const core::Error& error, const QString& path);
    void exportRefused(const QString& why);

private:
    struct AnalysisResult;

    void requestAnalysis();
    void requestDraft();
    void submitDraft();
    void takeDraft(uint64_t request, const std::shared_ptr<const core::Capture>& capture,
        const std::shared_ptr<const ui::Draft>& draft);
    void submitAnalysis();
    void takeAnalysed(const AnalysisResult& result);
    void showOpened(uint64_t request, const core::Result<std::shared_ptr<const core::Capture>>& opened,
        const QString& path);
    void showAnalysed(const AnalysisResult& result);
    void show(const FinishedAnalysis& finished);
    void makeKept();
    void makeResult(); // of m_making
    void countKept(); // its statistics alone
    void addKept(const core::Result<FinishedAnalysis>& made, const core::Scenario& scenario);
    void showExported(const core::Result<void>& written, const QString& path);
    void startSelection();
    template <typename Function> void post(Function function);

    SessionEngine m_engine;
    std::shared_ptr<const core::Capture> m_capture;
    QString m_path; // of the capture
    std::optional<ui::TimeRange> m_selection;
    core::Scenario m_scenario;
    uint64_t m_openRequest = 0;
    uint64_t m_analysisRequest = 0;
    uint64_t m_shownRequest = 0;
    uint64_t m_draftRequest = 0; // of the draft
    std::shared_ptr<const ui::Draft> m_draft; // newer than what is shown, or null
    bool m_isDraftWanted = false; // when the pause is over
    QTimer m_draftPause;
    ui::TimeRange m_visible;
    std::optional<uint64_t> m_underWay; // the newest request that was submitted, until its result is here
    FinishedAnalysis m_shown;
    KeptResults m_kept;
    std::optional<core::Scenario> m_making; // in the background, for m_kept
    ProgressTeller m_progress;
    ProgressTeller::Run m_opening, m_exporting;

    // Last: they use all above.
    LatestJob m_openJob, m_draftJob, m_analysisJob, m_selectionJob, m_exportJob;
    LatestJob m_keptJob{LatestJob::Urgency::Background};
    BackgroundWork m_background;
    SweepWork m_sweep{m_engine, m_progress};
    SavingWork m_saving{m_progress};
};

} // namespace app

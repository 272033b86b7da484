#pragma once

#include "core/analysis/analysis.h"
#include "ui/playback.h"

#include <QByteArray>
#include <QTabWidget>
#include <memory>
#include <optional>

class QLabel;

namespace ui {

class ComparePage;
class GapsPage;
class LogModel;
class PacketsPage;
class SweepPage;
class TableView;

// The tabs below the lanes: packets, gaps, the kept scenarios compared, a setting swept, log. GUI thread
// only.
class ResultsPanel : public QTabWidget {
    Q_OBJECT

public:
    explicit ResultsPanel(QWidget* parent = nullptr);

    // The damage found in the file goes to the log; tables are empty until the first analysis.
    void showCapture(std::shared_ptr<const core::Capture> capture);
    // What is chosen stays so, as long as the capture is the same. Damage of gaps is unknown again.
    void showAnalysis(std::shared_ptr<const core::Analysis> analysis);
    // How audible a gap of the newest analysis is (place in Analysis::gaps); dB.
    void setDamage(uint32_t gap, double decibels);

    [[nodiscard]] ComparePage& compare() const { return *m_compare; }
    [[nodiscard]] SweepPage& sweep() const { return *m_sweep; }

    // The next gap behind (before) the time becomes the chosen one, told by gapSelected and gapActivated;
    // false if there is none.
    bool toNextGap(core::ReceiverTime time);
    bool toPreviousGap(core::ReceiverTime time);
    [[nodiscard]] std::optional<core::Gap> currentGap() const;

    // The tab on view, what the user has made of the columns, and what would be swept. Anything not
    // understood changes nothing.
    [[nodiscard]] QByteArray saveArrangement() const;
    void restoreArrangement(const QByteArray& state);

    // The table on view, as a click on its header would. Does nothing where rows are not sorted.
    void sortByNextColumn();
    void sortByPreviousColumn();
    void reverseOrder();

public slots:
    // Follows a choice made elsewhere, with the packet's gap; tells nothing back. core::noPacket = none.
    void selectPacket(uint32_t packet);
    void addMessage(const QString& text);

signals:
    void packetSelected(uint32_t packet); // also the first one of a gap that was chosen
    void gapSelected(const core::Gap& gap);
    void gapActivated(const core::Gap& gap); // Enter, double click, next, previous: go there
    void mediaActivated(core::MediaTime media); // of damage in the log: Enter, double click

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupPackets();
    void setupGaps();
    void setupCompare();
    void setupSweep();
    void setupLog();
    void setupHint();
    void showTitles();
    void showHint();
    void followGap(const core::Gap& gap);
    [[nodiscard]] TableView* sortedTable() const;

    PacketsPage* m_packets = nullptr;
    GapsPage* m_gaps = nullptr;
    ComparePage* m_compare = nullptr;
    SweepPage* m_sweep = nullptr;
    LogModel* m_log = nullptr;
    TableView* m_logTable = nullptr;
    QLabel* m_hint = nullptr;
};

} // namespace ui

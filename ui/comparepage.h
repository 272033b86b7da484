#pragma once

#include "core/analysis/analysis.h"
#include "ui/keptscenarios.h"

#include <QWidget>
#include <vector>

class QLabel;

namespace ui {

class ChoiceBox;
class CompareModel;
class TableView;

// The kept scenarios side by side: what makes them differ, and what comes of it. GUI thread only.
class ComparePage : public QWidget {
    Q_OBJECT

public:
    explicit ComparePage(QWidget* parent = nullptr);

    [[nodiscard]] CompareModel& model() const { return *m_model; }
    [[nodiscard]] TableView& table() const { return *m_table; }

    void showCapture(bool hasCapture); // statistics are unknown again
    void showKept(const KeptScenarios& kept);
    void showAnalysis(const core::Analysis& analysis);
    void showStatistics(const core::Scenario& scenario, const core::Statistics& statistics);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupBar();
    void setupTable();
    void showReferences();
    void showDifferences();
    void showEmptyText();

    CompareModel* m_model = nullptr;
    ChoiceBox* m_reference = nullptr;
    std::vector<Slot> m_listed; // in m_reference
    QLabel* m_differences = nullptr;
    QWidget* m_bar = nullptr;
    TableView* m_table = nullptr;
    bool m_hasCapture = false;
};

} // namespace ui

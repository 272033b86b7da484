#pragma once

#include "core/analysis/sweep.h"

#include <QByteArray>
#include <QWidget>
#include <optional>
#include <vector>

namespace ui {

class SweepBar;
class SweepModel;
class SweepPlot;
class TableView;

// What each value of one setting would do: the bar that asks for it, the table, and a curve where there is
// room for it. The numbers belong to the scenario that was on view when it was started; it says so when
// another one is. GUI thread only.
class SweepPage : public QWidget {
    Q_OBJECT

public:
    explicit SweepPage(QWidget* parent = nullptr);

    [[nodiscard]] const SweepModel& model() const { return *m_model; }
    [[nodiscard]] TableView& table() const { return *m_table; }
    [[nodiscard]] SweepBar& bar() const { return *m_bar; }

    void showCapture(bool hasCapture); // nothing is known of it
    void showScenario(const core::Scenario& scenario); // the one on view
    // Answers to startRequested.
    void showPoints(const std::vector<core::SweepPoint>& points);
    void showEnd(); // all is known, or it was cancelled

signals:
    void startRequested(const core::SweepPlan& plan);
    void cancelRequested();
    // The user sets a value of the parameter that was swept; all between the first and the last of these is
    // one step.
    void choosingStarted();
    void valueChosen(const core::Parameter& parameter, double value);
    void choosingEnded();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupTable();
    void setupPlot();
    void start();
    void choose(std::optional<size_t> place);
    void showSetting();
    void showState();
    void showEmptyText();
    [[nodiscard]] QStringList differences() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString noteOfResult() const;

    SweepModel* m_model = nullptr;
    SweepBar* m_bar = nullptr;
    TableView* m_table = nullptr;
    SweepPlot* m_plot = nullptr;
    core::Scenario m_scenario;
    bool m_hasCapture = false;
};

} // namespace ui

#pragma once

#include "core/analysis/tradeoff.h"

#include <QWidget>
#include <memory>

class QToolButton;

namespace ui {

class DelayPlot;
class ScenarioEditor;
class TradeOffPlot;

// Delay distribution and trade-off: what the network did, and which playout delay would have met it.
class TradeOffPanel : public QWidget {
    Q_OBJECT

public:
    explicit TradeOffPanel(ScenarioEditor& editor, QWidget* parent = nullptr);
    void show(std::shared_ptr<const core::TradeOff> tradeOff);

private:
    void setupPlots();
    void setupChoice();
    void setPlayoutDelay(double milliseconds);
    void showSuggestion();

    ScenarioEditor& m_editor;
    std::shared_ptr<const core::TradeOff> m_tradeOff;
    double m_chosenLoss = 0.01;
    DelayPlot* m_delays = nullptr;
    TradeOffPlot* m_plot = nullptr;
    QToolButton* m_use = nullptr;
    QToolButton* m_choice = nullptr;
};

} // namespace ui

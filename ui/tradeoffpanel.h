#pragma once

#include "core/analysis/tradeoff.h"
#include "ui/statisticspanel.h"

#include <QWidget>
#include <memory>

class QAction;
class QLabel;
class QMenu;
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
    void clear(); // nothing is known yet
    // Delays of the packets selected, shown while the scope is the selection.
    void showSelection(std::shared_ptr<const core::TradeOff> tradeOff);
    // Of which packets the delays are; the trade-off always is that of the whole capture.
    void setScope(StatisticsScope scope);
    // The late loss that the suggested playout delay has to meet, 0 … 1.
    [[nodiscard]] double chosenLoss() const { return m_chosenLoss; }
    void setChosenLoss(double loss);

    // To take pictures of, and to have menus of their own.
    [[nodiscard]] QWidget& delayPlot() const;
    [[nodiscard]] QWidget& tradeOffPlot() const;

private:
    void setupPlots();
    void setupChoice();
    QAction* otherChoice(QMenu& menu);
    QWidget* choiceRow();
    void setPlayoutDelay(double milliseconds);
    void showSuggestion();
    void showDelays();

    ScenarioEditor& m_editor;
    std::shared_ptr<const core::TradeOff> m_tradeOff;
    std::shared_ptr<const core::TradeOff> m_selection;
    StatisticsScope m_scope = StatisticsScope::Whole;
    double m_chosenLoss = 0.01;
    QLabel* m_scopeLabel = nullptr;
    QLabel* m_caption = nullptr;
    DelayPlot* m_delays = nullptr;
    TradeOffPlot* m_plot = nullptr;
    QToolButton* m_use = nullptr;
    QToolButton* m_choice = nullptr;
};

} // namespace ui

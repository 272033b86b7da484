#include "ui/tradeoffpanel.h"

#include "ui/delayplot.h"
#include "ui/format.h"
#include "ui/panelform.h"
#include "ui/parametertext.h"
#include "ui/scenarioeditor.h"
#include "ui/tradeoffplot.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>
#include <cmath>

namespace ui {

namespace {

QToolButton* link(const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("link"));
    button->setAccessibleName(name);
    return button;
}

// Whole milliseconds, for nobody tunes finer; up, so that the loss is met.
double suggested(const core::TradeOff& tradeOff, double loss)
{
    return std::ceil(tradeOff.smallestDelay(loss).milliseconds());
}

} // namespace

TradeOffPanel::TradeOffPanel(ScenarioEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
{
    m_use = link(tr("Use the suggested playout delay"));
    m_choice = link(tr("Late loss that is allowed"));
    setupPlots();
    setupChoice();
    setScope(StatisticsScope::Whole);
    connect(m_use, &QToolButton::clicked, this,
        [this] { setPlayoutDelay(suggested(*m_tradeOff, m_chosenLoss)); });
    const auto showSetting = [this](const core::Scenario& scenario) {
        const core::BufferSettings& buffer = scenario.buffer;
        m_delays->setPlayoutDelay(buffer.playoutDelay, buffer.strategy == core::Strategy::Fixed);
        m_plot->setPlayoutDelay(buffer.playoutDelay);
    };
    connect(&editor, &ScenarioEditor::shown, this, showSetting);
    showSetting(editor.scenario());
    showSuggestion();
}

void TradeOffPanel::setupPlots()
{
    m_delays = new DelayPlot;
    m_plot = new TradeOffPlot;
    m_scopeLabel = new QLabel(tr("selection"));
    m_scopeLabel->setObjectName(QStringLiteral("faint"));
    m_scopeLabel->hide();
    auto* distribution = new PanelForm(tr("Delay distribution"), m_scopeLabel);
    distribution->addRow(m_delays);
    auto* tradeOff = new PanelForm(tr("Trade-off"), m_use);
    tradeOff->addRow(m_plot);
    m_caption = new QLabel;
    m_caption->setObjectName(QStringLiteral("faint"));
    m_caption->setAlignment(Qt::AlignRight);
    m_caption->setMinimumWidth(1);
    tradeOff->addRow(m_caption);
    tradeOff->addRow(choiceRow());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(distribution);
    layout->addWidget(tradeOff);
    connect(m_plot, &TradeOffPlot::dragStarted, &m_editor, &ScenarioEditor::beginGesture);
    connect(m_plot, &TradeOffPlot::dragEnded, &m_editor, &ScenarioEditor::endGesture);
    connect(m_plot, &TradeOffPlot::delayPicked, this, &TradeOffPanel::setPlayoutDelay);
}

QWidget& TradeOffPanel::delayPlot() const { return *m_delays; }

QWidget& TradeOffPanel::tradeOffPlot() const { return *m_plot; }

QWidget* TradeOffPanel::choiceRow()
{
    auto* label = new QLabel(tr("late at most"));
    label->setObjectName(QStringLiteral("faint"));
    label->setBuddy(m_choice);
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(m_choice);
    return whole;
}

void TradeOffPanel::setupChoice()
{
    auto* menu = new QMenu(m_choice);
    for (const double loss : {0.0, 0.001, 0.005, 0.01, 0.02, 0.05}) {
        menu->addAction(tr("at most %1 late").arg(valueText(Unit::Share, loss)), this,
            [this, loss] { setChosenLoss(loss); });
    }
    menu->addAction(otherChoice(*menu));
    m_choice->setMenu(menu);
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_choice->setToolTip(tr("Which late loss the suggested playout delay has to meet"));
}

// A field in the menu, for any other share.
QAction* TradeOffPanel::otherChoice(QMenu& menu)
{
    auto* field = new QDoubleSpinBox;
    field->setObjectName(QStringLiteral("chosenLoss"));
    field->setAccessibleName(m_choice->accessibleName());
    field->setRange(0, 100);
    field->setDecimals(2);
    field->setSingleStep(0.1);
    //: In front of a share of packets, as in "at most 0.3 % late"
    field->setPrefix(tr("at most "));
    //: Behind a share of packets, as in "at most 0.3 % late"
    field->setSuffix(tr(" % late"));
    field->setKeyboardTracking(false);
    connect(&menu, &QMenu::aboutToShow, field, [this, field] {
        const QSignalBlocker blocker(field); // which rounds
        field->setValue(m_chosenLoss * 100);
    });
    connect(
        field, &QDoubleSpinBox::valueChanged, this, [this](double percent) { setChosenLoss(percent / 100); });
    connect(field, &QDoubleSpinBox::editingFinished, &menu, &QMenu::close);
    auto* action = new QWidgetAction(&menu);
    action->setDefaultWidget(field);
    return action;
}

void TradeOffPanel::setChosenLoss(double loss)
{
    m_chosenLoss = loss;
    showSuggestion();
}

void TradeOffPanel::setPlayoutDelay(double milliseconds)
{
    m_editor.setNumber(*core::findParameter("buffer.playout_delay_ms"), milliseconds);
}

void TradeOffPanel::show(std::shared_ptr<const core::TradeOff> tradeOff)
{
    m_tradeOff = std::move(tradeOff);
    showDelays();
    showSuggestion();
}

void TradeOffPanel::clear()
{
    m_selection = nullptr;
    show(nullptr);
}

void TradeOffPanel::showSelection(std::shared_ptr<const core::TradeOff> tradeOff)
{
    m_selection = std::move(tradeOff);
    showDelays();
}

void TradeOffPanel::setScope(StatisticsScope scope)
{
    m_scope = scope;
    const bool isSelection = scope == StatisticsScope::Selection;
    m_scopeLabel->setVisible(isSelection);
    // The delay that is set is one for all.
    m_caption->setText(isSelection ? tr("of the whole capture · ms · click to set")
                                   : tr("playout delay, ms · click to set"));
    showDelays();
}

void TradeOffPanel::showDelays()
{
    m_delays->show(m_scope == StatisticsScope::Selection ? m_selection : m_tradeOff);
}

void TradeOffPanel::showSuggestion()
{
    m_plot->show(m_tradeOff, m_chosenLoss);
    m_choice->setText(valueText(Unit::Share, m_chosenLoss) % QStringLiteral(" ▾"));
    const bool hasSuggestion = m_tradeOff && m_tradeOff->arrived() > 0;
    m_use->setVisible(hasSuggestion);
    if (!hasSuggestion)
        return;
    const QString delay = durationText(suggested(*m_tradeOff, m_chosenLoss));
    m_use->setText(tr("Use %1").arg(delay));
    m_use->setToolTip(
        tr("%1 is the smallest fixed playout delay at which at most %2 of the packets come too late.")
            .arg(delay, valueText(Unit::Share, m_chosenLoss)));
}

} // namespace ui

#include "ui/networkpanel.h"

#include "ui/checkbox.h"
#include "ui/icons.h"
#include "ui/panelform.h"
#include "ui/scenarioeditor.h"
#include "ui/shapeplot.h"
#include "ui/valuefield.h"

#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>

namespace ui {

NetworkPanel::NetworkPanel(ScenarioEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
{
    m_presets = new QToolButton;
    m_presets->setObjectName(QStringLiteral("link"));
    m_presets->setPopupMode(QToolButton::InstantPopup);
    m_presets->setAccessibleName(tr("Network preset"));
    m_presets->setToolTip(
        tr("Sets the whole scenario: the network of a typical place, and a buffer that suits it."));
    auto* form = new PanelForm(tr("Network"), m_presets);
    setupRows(*form);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    connect(&editor, &ScenarioEditor::shown, this, &NetworkPanel::show);
    show(editor.scenario());
}

void NetworkPanel::setupRows(PanelForm& form)
{
    form.addNumber("network.delay_ms", m_editor);
    form.addChoice("network.jitter.model", m_editor);
    form.addNumber("network.jitter.spread_ms", m_editor);
    form.addNumber("network.jitter.correlation", m_editor);
    form.addRow(tr("shape"), new ShapePlot(m_editor));
    m_keepOrder = new CheckBox(tr("no overtaking"));
    m_keepOrder->setObjectName(QStringLiteral("network.jitter.keep_order"));
    m_keepOrder->setAccessibleName(tr("Keep order"));
    m_keepOrder->setToolTip(tr("No packet overtakes another: one that would arrive before its predecessor "
                               "arrives with it."));
    connect(m_keepOrder, &QCheckBox::clicked, &m_editor, &ScenarioEditor::setKeepOrder);
    m_orderLabel = form.addRow(tr("order"), m_keepOrder);
    connect(m_orderLabel, &ResetLabel::resetRequested, this, [this] { m_editor.setKeepOrder(false); });
    form.addChoice("network.loss.model", m_editor);
    form.addNumber("network.loss.rate", m_editor);
    form.addNumber("network.loss.burst", m_editor);
    form.addNumber("network.reorder.rate", m_editor);
    form.addNumber("network.reorder.correlation", m_editor);
    form.addNumber("network.reorder.gap", m_editor);
    form.addNumber("network.duplicate.rate", m_editor);
    form.addNumber("network.drift_ppm", m_editor);
    form.addRow(tr("Seed"), setupSeed());
}

QWidget* NetworkPanel::setupSeed()
{
    m_seed = new ValueEdit;
    m_seed->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("Which of all possible networks: the same seed loses and delays the same packets. "
                          "A whole number from 0."));
    auto* dice = new QToolButton;
    dice->setObjectName(QStringLiteral("dice"));
    dice->setIcon(icon(Glyph::Dice));
    dice->setFixedSize(36, 24);
    dice->setAccessibleName(tr("Another seed"));
    dice->setToolTip(tr("Another seed, drawn at random"));
    connect(m_seed, &ValueEdit::entered, this, &NetworkPanel::enterSeed);
    connect(dice, &QToolButton::clicked, this,
        [this] { m_editor.setSeed(QRandomGenerator::global()->bounded(1U, 100000000U)); });
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_seed, 1);
    row->addWidget(dice);
    both->setFocusProxy(m_seed);
    return both;
}

void NetworkPanel::enterSeed(const QString& text)
{
    bool isNumber = false;
    const quint64 seed = text.trimmed().toULongLong(&isNumber);
    if (isNumber)
        m_editor.setSeed(seed);
    else
        m_seed->tell(tr("“%1” is no seed: it has to be a whole number from 0 to %2.")
                         .arg(text.trimmed(), QString::number(std::numeric_limits<quint64>::max())));
}

void NetworkPanel::setPresetMenu(QMenu* menu) { m_presets->setMenu(menu); }

void NetworkPanel::setPresetName(const QString& name)
{
    const core::NetworkSettings& network = m_editor.scenario().network;
    std::erase_if(m_named, [&](const NamedNetwork& each) { return each.network == network; });
    m_named.push_back({name, network});
    show(m_editor.scenario());
}

void NetworkPanel::show(const core::Scenario& scenario)
{
    const auto named = std::ranges::find(m_named, scenario.network, &NamedNetwork::network);
    QString name = named == m_named.end() ? tr("Presets") : named->name;
    m_presets->setText(name.replace(QLatin1Char('&'), QStringLiteral("&&")) % QStringLiteral(" ▾"));
    m_orderLabel->setModified(scenario.network.jitter.keepOrder);
    m_keepOrder->setChecked(scenario.network.jitter.keepOrder);
    m_seed->showText(QString::number(scenario.seed));
}

} // namespace ui

#include "ui/sweepbar.h"

#include "ui/choicefield.h"
#include "ui/flowlayout.h"
#include "ui/parametertext.h"
#include "ui/sweepfield.h"
#include "ui/theme.h"

#include <QDataStream>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr int noteWidth = 150; // at least; with less room it has a line of its own

// With the usual steps the values are round.
constexpr auto ranges = std::to_array<SweepRange>({
    {"network.delay_ms", 0, 200},
    {"network.jitter.spread_ms", 0, 50},
    {"network.jitter.correlation", 0, 0.9},
    {"network.loss.rate", 0, 0.2},
    {"network.loss.burst", 1, 11},
    {"network.reorder.rate", 0, 0.1},
    {"network.reorder.correlation", 0, 0.9},
    {"network.reorder.gap", 1, 21},
    {"network.duplicate.rate", 0, 0.1},
    {"network.drift_ppm", -500, 500},
    {"buffer.playout_delay_ms", 0, 200},
    {"buffer.max_duration_ms", 20, 420},
    {"buffer.epsilon_ms", 0, 20},
    {"buffer.loss_step_ms", 5, 105},
    {"buffer.loss_threshold_ms", 0, 1000},
    {"buffer.max_loss_ms", 0, 10000},
});
constexpr std::string_view firstChoice = "buffer.playout_delay_ms";

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

// As much of its text as there is room for; the rest is in the tool tip.
class NoteLabel : public QLabel {
public:
    NoteLabel()
    {
        setObjectName(QStringLiteral("note"));
        setTextFormat(Qt::PlainText);
        setMinimumWidth(noteWidth);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(colours().faintText);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

QString labelOf(const core::Parameter& parameter)
{
    const ParameterText& text = parameterText(parameter.path);
    const QString unit = unitText(text.unit);
    return unit.isEmpty() ? translated(text.name)
                          : SweepBar::tr("%1 (%2)", "name, unit").arg(translated(text.name), unit);
}

} // namespace

std::span<const SweepRange> sweepRanges() { return ranges; }

SweepBar::SweepBar(QWidget* parent)
    : QWidget(parent)
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(8, 0, 8, 0);
    flow->setSpacing(8);
    setupChoice();
    setupFields();
    setupButton();
    m_choice->setCurrentIndex(m_choice->findData(latin(firstChoice)));
    showDefaults();
}

void SweepBar::setupChoice()
{
    m_choice = new ChoiceBox;
    m_choice->setAccessibleName(tr("Setting that is swept"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const core::Parameter& each : core::parameters()) {
        m_choice->addItem(labelOf(each), latin(each.path));
        m_choice->setItemData(m_choice->count() - 1,
            QString(QStringLiteral("<p>") % translated(parameterText(each.path).definition)
                % QStringLiteral("</p>")),
            Qt::ToolTipRole);
    }
    layout()->addWidget(m_choice);
    connect(m_choice, &QComboBox::activated, this, [this] {
        showDefaults();
        emit settingChosen();
    });
}

void SweepBar::setupFields()
{
    constexpr int wide = 66;
    constexpr int narrow = 38;
    m_from = new SweepField(tr("from"), tr("First value"), wide);
    m_to = new SweepField(tr("to"), tr("Last value"), wide);
    m_steps = new SweepField(tr("steps"), tr("Number of values"), narrow);
    m_seeds = new SweepField(tr("seeds"), tr("Number of seeds"), narrow);
    using core::SweepPlan;
    m_steps->setRange({Unit::Count, SweepPlan::fewestSteps, SweepPlan::mostSteps, true},
        tr("How many values, the first and the last one included."));
    m_steps->setValue(SweepPlan::usualSteps);
    m_seeds->setRange({Unit::Count, 1, SweepPlan::mostSeeds, true},
        tr("With how many networks of the same kind each value is tried: that of the seed that is set, and "
           "those of the numbers behind it. The same ones for all values."));
    m_seeds->setValue(SweepPlan::usualSeeds);
    for (SweepField* field : {m_from, m_to, m_steps, m_seeds})
        layout()->addWidget(field);
}

void SweepBar::setupButton()
{
    m_button = new QToolButton;
    m_button->setObjectName(QStringLiteral("start"));
    m_button->setFocusPolicy(Qt::StrongFocus); // so that a click enters what was typed
    m_note = new NoteLabel;
    m_note->setAccessibleName(tr("State of the sweep"));
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_button);
    row->addWidget(m_note, 1);
    layout()->addWidget(line);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_offer == Offer::Cancel)
            emit cancelRequested();
        else
            emit startRequested();
    });
    showOffer();
}

const core::Parameter& SweepBar::parameter() const
{
    return *core::findParameter(m_choice->currentData().toString().toStdString());
}

void SweepBar::showRanges()
{
    const core::Parameter& chosen = parameter();
    const SweepField::Range range{
        parameterText(chosen.path).unit, chosen.minimum, chosen.maximum, chosen.isInteger};
    m_from->setRange(range, tr("The first value."));
    m_to->setRange(range, tr("The last value."));
    const QString toolTip = QStringLiteral("<p><b>") % translated(parameterText(chosen.path).name)
        % QStringLiteral("</b><br>") % translated(parameterText(chosen.path).definition)
        % QStringLiteral("</p>");
    m_choice->setToolTip(toolTip);
}

void SweepBar::showDefaults()
{
    showRanges();
    const auto* const found = std::ranges::find(ranges, parameter().path, &SweepRange::path);
    const SweepRange range =
        found != ranges.end() ? *found : SweepRange{{}, parameter().minimum, parameter().maximum};
    m_from->setValue(range.from);
    m_to->setValue(range.to);
}

core::SweepPlan SweepBar::plan(const core::Scenario& base) const
{
    return {base, &parameter(),
        core::evenValues(parameter(), m_from->value(), m_to->value(), static_cast<int>(m_steps->value())),
        static_cast<int>(m_seeds->value())};
}

void SweepBar::setHasCapture(bool hasCapture) { m_button->setEnabled(hasCapture); }

void SweepBar::setOffer(Offer offer)
{
    if (std::exchange(m_offer, offer) != offer)
        showOffer();
}

void SweepBar::showOffer()
{
    const std::array names{tr("Start"), tr("Start again"), tr("Cancel")};
    m_button->setText(names.at(static_cast<size_t>(m_offer)));
    const bool cancels = m_offer == Offer::Cancel;
    m_button->setAccessibleName(cancels ? tr("Cancel the sweep") : tr("Start the sweep"));
    m_button->setToolTip(cancels ? tr("What is known already stays.")
                                 : tr("Tries every value with every seed, in the background."));
}

void SweepBar::setNote(const QString& text)
{
    if (m_note->text() == text)
        return; // a slider moves
    m_note->setText(text);
    m_note->setToolTip(text);
    m_note->setAccessibleDescription(text);
}

QByteArray SweepBar::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << m_choice->currentData().toString() << m_from->value() << m_to->value()
           << static_cast<qint32>(m_steps->value()) << static_cast<qint32>(m_seeds->value());
    return state;
}

void SweepBar::restoreState(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_0);
    QString path;
    double from = 0;
    double to = 0;
    qint32 steps = 0;
    qint32 seeds = 0;
    stream >> path >> from >> to >> steps >> seeds;
    const int choice = m_choice->findData(path);
    if (stream.status() != QDataStream::Ok || choice < 0 || !std::isfinite(from) || !std::isfinite(to))
        return;
    m_choice->setCurrentIndex(choice);
    showRanges();
    m_from->setValue(from);
    m_to->setValue(to);
    m_steps->setValue(steps);
    m_seeds->setValue(seeds);
    emit settingChosen();
}

} // namespace ui

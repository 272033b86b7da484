#include "ui/valuefield.h"

#include "ui/panelform.h"
#include "ui/scenarioeditor.h"
#include "ui/theme.h"
#include "ui/valueslider.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTimer>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace ui {

void ResetLabel::setModified(bool isModified)
{
    if (std::exchange(m_isModified, isModified) == isModified)
        return;
    QFont changed = font();
    changed.setBold(isModified);
    setFont(changed);
    setForegroundRole(isModified ? QPalette::WindowText : QPalette::PlaceholderText);
}

void ResetLabel::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
    emit resetRequested();
}

ValueEdit::ValueEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        enter();
        emit left();
    });
    connect(this, &QLineEdit::textChanged, this, &ValueEdit::fitText);
}

// A long value is drawn narrower, so that its unit is not cut off.
void ValueEdit::fitText()
{
    constexpr int narrowest = 60; // per cent
    constexpr int besideText =
        2 * 2; // that a QLineEdit keeps free by itself, and that is no part of the style
    QStyleOptionFrame option;
    initStyleOption(&option);
    const double room =
        style()->subElementRect(QStyle::SE_LineEditContents, &option, this).width() - besideText;
    QFont plain = font();
    plain.setStretch(QFont::Unstretched);
    const double needed = std::ceil(QFontMetricsF(plain).horizontalAdvance(text()) + 1); // and the cursor
    const int stretch =
        needed <= room ? int{QFont::Unstretched} : std::max(narrowest, static_cast<int>(room / needed * 100));
    if (font().stretch() == stretch || (font().stretch() == 0 && stretch == QFont::Unstretched))
        return;
    QFont fitting; // all else as in the window
    fitting.setStretch(stretch);
    setFont(fitting);
}

void ValueEdit::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    fitText();
}

// Behind the change of the focus that mostly comes with it, which takes every tooltip away.
void ValueEdit::tell(const QString& text)
{
    QTimer::singleShot(0, this,
        [this, text] { QToolTip::showText(mapToGlobal(QPoint(0, height())), text.toHtmlEscaped(), this); });
}

void ValueEdit::showText(const QString& text)
{
    m_shown = text;
    if (hasFocus() && isModified())
        return;
    setModified(false);
    if (text == this->text())
        return; // to set it would paint it again
    setText(text);
    setCursorPosition(0);
}

void ValueEdit::enter()
{
    if (!isModified())
        return;
    const QString typed = text();
    setText(m_shown); // what can't be read is taken back
    setModified(false);
    emit entered(typed);
}

bool ValueEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isKeyOfWindow(*static_cast<QKeyEvent*>(event))) {
        event->ignore();
        return true;
    }
    return QLineEdit::event(event);
}

bool ValueEdit::isKeyOfWindow(const QKeyEvent& event) const
{
    if (isModified())
        return false; // a number may be typed as it is shown, with a space before its unit
    return event.key() == Qt::Key_Space || event.matches(QKeySequence::Undo)
        || event.matches(QKeySequence::Redo);
}

void ValueEdit::keyPressEvent(QKeyEvent* event)
{
    const int size = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        enter();
        emit stepped(event->key() == Qt::Key_Up ? size : -size);
    } else if (event->key() == Qt::Key_Escape) {
        setText(m_shown);
        setModified(false);
        emit left();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void ValueEdit::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    enter();
    emit stepped(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void ValueEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    enter();
}

namespace {

const core::Parameter& knownParameter(std::string_view path)
{
    const core::Parameter* parameter = core::findParameter(path);
    assert(parameter != nullptr);
    return *parameter;
}

} // namespace

ValueField::ValueField(std::string_view path, ScenarioEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_parameter(knownParameter(path))
    , m_text(parameterText(path))
    , m_editor(editor)
{
    setObjectName(QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
    setupRow();
    setupSignals();
    show(editor.scenario());
}

void ValueField::setupRow()
{
    m_label = new ResetLabel(translated(m_text.label));
    m_slider = new ValueSlider(m_text.scale, m_parameter.minimum, m_parameter.maximum);
    m_edit = new ValueEdit;
    m_label->setBuddy(m_edit);
    m_label->setFixedWidth(PanelForm::labelWidth);
    m_edit->setFixedWidth(PanelForm::fieldWidth);
    const QString name = translated(m_text.name);
    m_slider->setAccessibleName(name);
    m_edit->setAccessibleName(tr("%1, value").arg(name));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(PanelForm::columnSpacing);
    row->addWidget(m_label);
    row->addWidget(m_slider, 1);
    row->addWidget(m_edit);
}

void ValueField::setupSignals()
{
    const auto step = [this](int steps) {
        edit(stepped(m_parameter.get(m_editor.scenario()), steps, m_text.unit, m_parameter.isInteger));
    };
    connect(m_label, &ResetLabel::resetRequested, this, &ValueField::reset);
    connect(m_slider, &ValueSlider::resetRequested, this, &ValueField::reset);
    connect(m_slider, &ValueSlider::edited, this, &ValueField::edit);
    connect(m_slider, &ValueSlider::stepped, this, step);
    connect(m_slider, &ValueSlider::dragStarted, &m_editor, &ScenarioEditor::beginGesture);
    connect(m_slider, &ValueSlider::dragResumed, &m_editor, &ScenarioEditor::resumeGesture);
    connect(m_slider, &ValueSlider::dragEnded, &m_editor, &ScenarioEditor::endGesture);
    connect(m_edit, &ValueEdit::stepped, this, step);
    connect(m_edit, &ValueEdit::entered, this, &ValueField::enter);
    connect(&m_editor, &ScenarioEditor::shown, this, &ValueField::show);
}

void ValueField::show(const core::Scenario& scenario)
{
    const double value = m_parameter.get(scenario);
    if (!m_slider->isSliderDown())
        m_slider->setValue(value);
    m_edit->showText(valueText(m_text.unit, value));
    m_label->setModified(value != m_parameter.get(core::Scenario()));
    const bool isUsed = reasonUnused(m_parameter.path, scenario).isEmpty();
    m_slider->setEnabled(isUsed);
    m_edit->setEnabled(isUsed);
    showTooltip(scenario);
}

void ValueField::showTooltip(const core::Scenario& scenario)
{
    const QString reason = reasonUnused(m_parameter.path, scenario);
    const auto text = [this](double value) { return valueText(m_text.unit, value); };
    QString tip = QStringLiteral("<p><b>") % translated(m_text.name) % QStringLiteral("</b><br>")
        % translated(m_text.definition) % QStringLiteral("</p>");
    if (!reason.isEmpty())
        tip += QStringLiteral("<p>") % tr("Without effect now: %1").arg(reason) % QStringLiteral("</p>");
    tip += QStringLiteral("<p>")
        % tr("Range %1 … %2. Double-click: default, %3.")
              .arg(text(m_parameter.minimum), text(m_parameter.maximum),
                  text(m_parameter.get(core::Scenario())))
        % QStringLiteral("</p>");
    if (tip != toolTip())
        setToolTip(tip);
}

// What can't be taken as it is is told beside the field, not in silence.
void ValueField::enter(const QString& text)
{
    const std::optional<double> value = parsedValue(m_text.unit, text);
    if (value)
        edit(*value);
    if (value && *value >= m_parameter.minimum && *value <= m_parameter.maximum)
        return QToolTip::hideText(); // what was told before
    const QString reason = value ? tr("%1 is out of range.").arg(text.trimmed())
                                 : tr("“%1” is no such value.").arg(text.trimmed());
    const QString range =
        tr("Possible are %1 to %2.")
            .arg(valueText(m_text.unit, m_parameter.minimum), valueText(m_text.unit, m_parameter.maximum));
    m_edit->tell(reason % QLatin1Char(' ') % range);
}

void ValueField::edit(double value) { m_editor.setNumber(m_parameter, value); }

void ValueField::reset() { edit(m_parameter.get(core::Scenario())); }

} // namespace ui

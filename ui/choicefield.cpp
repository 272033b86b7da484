#include "ui/choicefield.h"

#include "ui/panelform.h"
#include "ui/scenarioeditor.h"
#include "ui/theme.h"
#include "ui/valuefield.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QWheelEvent>

namespace ui {

ChoiceBox::ChoiceBox(QWidget* parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
}

void ChoiceBox::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().faintText);
    const QPointF centre(width() - 11.5, height() / 2.0 + 0.5);
    painter.drawPolygon(
        QPolygonF({centre + QPointF(-3.5, -2.5), centre + QPointF(3.5, -2.5), centre + QPointF(0, 3)}));
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

ChoiceField::ChoiceField(std::string_view path, ScenarioEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_text(choiceText(path))
    , m_editor(editor)
{
    setObjectName(QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size())));
    setupRow();
    const auto set = [this](int option) { m_editor.setChoice(m_text, option); };
    connect(m_box, &QComboBox::activated, this, set);
    connect(
        m_label, &ResetLabel::resetRequested, this, [this, set] { set(m_text.optionOf(core::Scenario())); });
    connect(&editor, &ScenarioEditor::shown, this, &ChoiceField::show);
    show(editor.scenario());
}

void ChoiceField::setupRow()
{
    m_label = new ResetLabel(translated(m_text.label));
    m_box = new ChoiceBox;
    for (const ChoiceText::Option& option : m_text.options) {
        m_box->addItem(translated(option.label));
        m_box->setItemData(m_box->count() - 1, translated(option.definition), Qt::ToolTipRole);
    }
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_box->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed); // never narrower than its words
    m_label->setBuddy(m_box);
    m_label->setFixedWidth(PanelForm::labelWidth);
    m_box->setAccessibleName(translated(m_text.name));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(PanelForm::columnSpacing);
    row->addWidget(m_label);
    row->addWidget(m_box, 1);
}

void ChoiceField::show(const core::Scenario& scenario)
{
    const int option = m_text.optionOf(scenario);
    m_box->setCurrentIndex(option);
    m_label->setModified(option != m_text.optionOf(core::Scenario()));
    setToolTip(QStringLiteral("<p><b>") % translated(m_text.name) % QStringLiteral("</b><br>")
        % translated(m_text.definition) % QStringLiteral("</p><p>")
        % translated(m_text.options[static_cast<size_t>(option)].definition) % QStringLiteral("</p>"));
}

} // namespace ui

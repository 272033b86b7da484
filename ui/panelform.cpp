#include "ui/panelform.h"

#include "ui/choicefield.h"
#include "ui/valuefield.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

namespace ui {

PanelForm::PanelForm(const QString& title, QWidget* corner, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(title);
    auto* heading = new QLabel(title);
    heading->setObjectName(QStringLiteral("heading"));
    auto* head = new QHBoxLayout;
    head->addWidget(heading, 1);
    if (corner != nullptr)
        head->addWidget(corner);
    auto* line = new QFrame;
    line->setObjectName(QStringLiteral("separator"));
    line->setFixedHeight(1);
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(14, 8, 12, 0);
    m_rows->setSpacing(4);
    m_rows->addLayout(head);
    m_rows->addWidget(line);
    m_rows->addSpacing(2);
}

void PanelForm::addNumber(std::string_view path, ScenarioEditor& editor)
{
    m_rows->addWidget(new ValueField(path, editor));
}

void PanelForm::addChoice(std::string_view path, ScenarioEditor& editor)
{
    m_rows->addWidget(new ChoiceField(path, editor));
}

void PanelForm::addRow(QWidget* row) { m_rows->addWidget(row); }

ResetLabel* PanelForm::addRow(const QString& label, QWidget* buddy)
{
    auto* text = new ResetLabel(label);
    text->setModified(false);
    text->setFixedWidth(labelWidth);
    text->setBuddy(buddy);
    auto* row = new QHBoxLayout;
    row->setSpacing(columnSpacing);
    row->addWidget(text);
    row->addWidget(buddy, 1);
    m_rows->addLayout(row);
    return text;
}

} // namespace ui

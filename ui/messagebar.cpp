#include "ui/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("message"));
    m_text = new QLabel;
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("link"));
    close->setText(tr("Close"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 12, 6);
    auto* sign = new QLabel(QStringLiteral("⚠"));
    row->addWidget(sign);
    row->addWidget(m_text, 1);
    row->addWidget(close);
    hide();
}

void MessageBar::show(Topic topic, const QString& text)
{
    m_topic = topic;
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(true);
}

void MessageBar::end(Topic topic)
{
    if (m_topic == topic)
        hide();
}

} // namespace ui

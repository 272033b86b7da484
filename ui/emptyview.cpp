#include "ui/emptyview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyView::EmptyView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("empty"));
    setAttribute(Qt::WA_StyledBackground);
    auto* title = new QLabel(tr("Drop an Opus recording here"));
    title->setObjectName(QStringLiteral("emptyTitle"));
    auto* text = new QLabel(tr("Ogg Opus (.opus, .ogg) or a stamped capture (.stamped, .txt, .hex)"));
    text->setObjectName(QStringLiteral("faint"));
    auto* open = new QPushButton(tr("Open…"));
    auto* sample = new QPushButton(tr("Open the sample"));
    open->setObjectName(QStringLiteral("emptyOpen"));
    sample->setObjectName(QStringLiteral("emptySample"));
    connect(open, &QPushButton::clicked, this, &EmptyView::openRequested);
    connect(sample, &QPushButton::clicked, this, &EmptyView::sampleRequested);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addWidget(sample);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addStretch();
}

} // namespace ui

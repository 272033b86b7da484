#include "ui/emptyview.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
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
    layout->addSpacing(8);
    m_recent = new QWidget;
    m_files = new QVBoxLayout(m_recent);
    m_files->setContentsMargins(0, 0, 0, 0);
    m_files->setSpacing(2);
    layout->addWidget(m_recent, 0, Qt::AlignHCenter);
    layout->addStretch();
}

void EmptyView::showRecent(const QStringList& paths)
{
    constexpr qsizetype most = 5;
    for (QWidget* before : m_recent->findChildren<QWidget*>()) {
        before->hide();
        before->deleteLater(); // it may be the one that was clicked
    }
    m_recent->setVisible(!paths.isEmpty());
    auto* title = new QLabel(tr("Opened last"));
    title->setObjectName(QStringLiteral("faint"));
    m_files->addWidget(title, 0, Qt::AlignHCenter);
    for (const QString& path : paths.mid(0, most)) {
        auto* file = new QToolButton;
        file->setObjectName(QStringLiteral("link"));
        constexpr int longest = 400; // pixels
        const QString name = fontMetrics().elidedText(QFileInfo(path).fileName(), Qt::ElideMiddle, longest);
        file->setText(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        file->setToolTip(QDir::toNativeSeparators(path));
        file->setAccessibleDescription(file->toolTip());
        connect(file, &QToolButton::clicked, this, [this, path] { emit recentRequested(path); });
        m_files->addWidget(file, 0, Qt::AlignHCenter);
    }
}

} // namespace ui

#include "ui/comparepage.h"

#include "ui/choicefield.h"
#include "ui/comparemodel.h"
#include "ui/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

ComparePage::ComparePage(QWidget* parent)
    : QWidget(parent)
    , m_model(new CompareModel(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(2);
    setupBar();
    setupTable();
    showReferences();
    showEmptyText();
}

void ComparePage::setupBar()
{
    auto* label = new QLabel(tr("Compared with"));
    label->setObjectName(QStringLiteral("faint"));
    m_reference = new ChoiceBox;
    m_reference->setAccessibleName(tr("Scenario that the others are compared with"));
    label->setBuddy(m_reference);
    m_differences = new QLabel;
    m_differences->setAccessibleName(tr("What differs"));
    m_differences->setObjectName(QStringLiteral("differences"));
    m_differences->setTextFormat(Qt::PlainText);
    // As long as it is: it is cut off and shown whole in the tooltip.
    m_differences->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar = new QWidget;
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(8, 0, 8, 0);
    bar->addWidget(label);
    bar->addWidget(m_reference);
    bar->addSpacing(8);
    bar->addWidget(m_differences, 1);
    layout()->addWidget(m_bar);
    connect(m_reference, &ChoiceBox::activated, this, [this] {
        m_model->setReference(static_cast<Slot>(m_reference->currentData().toInt()));
        showDifferences();
    });
}

void ComparePage::setupTable()
{
    m_table = new TableView(tr("Compare"));
    m_table->setSortingEnabled(false);
    m_table->setModel(m_model);
    layout()->addWidget(m_table);
    connect(m_model, &QAbstractItemModel::modelReset, m_table, &TableView::fitColumns);
}

void ComparePage::showCapture(bool hasCapture)
{
    m_hasCapture = hasCapture;
    m_model->forgetStatistics();
    showEmptyText();
}

void ComparePage::showKept(const KeptScenarios& kept)
{
    m_model->setKept(kept);
    showReferences();
    showEmptyText();
}

void ComparePage::showAnalysis(const core::Analysis& analysis)
{
    m_model->setShown(analysis.scenario, analysis.statistics);
    m_table->widenColumns();
}

void ComparePage::showStatistics(const core::Scenario& scenario, const core::Statistics& statistics)
{
    m_model->setStatistics(scenario, statistics);
    m_table->fitColumns();
}

void ComparePage::showReferences()
{
    const QSignalBlocker blocker(m_reference);
    const auto filled = m_model->kept().filled();
    // A moving slider changes what a slot holds, not which ones are filled.
    if (filled != m_listed) {
        m_listed = filled;
        m_reference->clear();
        for (const Slot slot : filled)
            m_reference->addItem(slotName(slot), static_cast<int>(slot));
    }
    m_reference->setCurrentIndex(m_reference->findData(static_cast<int>(m_model->reference())));
    m_bar->setVisible(m_reference->count() > 1);
    showDifferences();
}

void ComparePage::showDifferences()
{
    const QStringList lines = m_model->differences();
    const QString text = lines.join(QStringLiteral("   "));
    m_differences->setText(
        m_differences->fontMetrics().elidedText(text, Qt::ElideRight, m_differences->width()));
    m_differences->setToolTip(lines.join(QLatin1Char('\n')));
    m_differences->setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

void ComparePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate(); // the label has its new width
    showDifferences();
}

void ComparePage::showEmptyText()
{
    m_table->setEmptyText(m_hasCapture
            ? tr("Keep what you see as scenario B (Ctrl+2), change something, and read here what it does. "
                 "The keys 1 to 4 show and play A to D.")
            : tr("Open a file to compare scenarios here."));
}

} // namespace ui

#include "ui/sweeppage.h"

#include "ui/format.h"
#include "ui/keptscenarios.h"
#include "ui/parametertext.h"
#include "ui/sweepbar.h"
#include "ui/sweepmodel.h"
#include "ui/sweepplot.h"
#include "ui/sweeptext.h"
#include "ui/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

namespace {

constexpr int widthWithPlot = 640; // the table keeps most of it

} // namespace

SweepPage::SweepPage(QWidget* parent)
    : QWidget(parent)
    , m_model(new SweepModel(this))
    , m_bar(new SweepBar)
    , m_table(new TableView(tr("Sweep")))
    , m_plot(new SweepPlot)
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(m_bar);
    auto* results = new QHBoxLayout;
    results->setContentsMargins(0, 0, 0, 0);
    results->setSpacing(8);
    results->addWidget(m_table, 1);
    results->addWidget(m_plot);
    rows->addLayout(results, 1);
    setupTable();
    setupPlot();
    connect(m_bar, &SweepBar::startRequested, this, &SweepPage::start);
    connect(m_bar, &SweepBar::cancelRequested, this, &SweepPage::cancelRequested);
    connect(m_bar, &SweepBar::settingChosen, this, &SweepPage::showState);
    showCapture(false);
}

void SweepPage::setupTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        emit choosingStarted();
        choose(m_model->placeAt(index.row()));
        emit choosingEnded();
    });
}

void SweepPage::setupPlot()
{
    m_plot->hide();
    connect(m_plot, &SweepPlot::dragStarted, this, &SweepPage::choosingStarted);
    connect(m_plot, &SweepPlot::dragEnded, this, &SweepPage::choosingEnded);
    connect(m_plot, &SweepPlot::placePicked, this, [this](size_t place) {
        choose(place);
        m_table->selectRow(m_model->rowOf(place));
    });
}

void SweepPage::start()
{
    const core::SweepPlan plan = m_bar->plan(m_scenario);
    m_model->begin(plan);
    m_table->fitColumns();
    m_plot->show(plan, m_model->points(), {});
    showSetting();
    showState();
    emit startRequested(plan);
}

void SweepPage::choose(std::optional<size_t> place)
{
    if (place && !m_model->points()[*place].problem)
        emit valueChosen(*m_model->plan().parameter, m_model->points()[*place].value);
}

void SweepPage::showCapture(bool hasCapture)
{
    m_hasCapture = hasCapture;
    m_model->clear();
    m_plot->clear();
    m_bar->setHasCapture(hasCapture);
    m_table->fitColumns();
    showEmptyText();
    showState();
}

void SweepPage::showScenario(const core::Scenario& scenario)
{
    m_scenario = scenario;
    showSetting();
    showState();
}

void SweepPage::showPoints(const std::vector<core::SweepPoint>& points)
{
    m_model->add(points);
    m_plot->show(m_model->plan(), m_model->points(), {});
    m_table->widenColumns();
    showState();
}

void SweepPage::showEnd()
{
    if (!m_model->isRunning())
        return;
    m_model->end();
    m_plot->show(m_model->plan(), m_model->points(), m_model->best());
    m_table->fitColumns();
    showState();
}

// On the curve and in the table, as long as they belong to the scenario on view.
void SweepPage::showSetting()
{
    const core::Parameter* parameter = m_model->plan().parameter;
    std::optional<double> setting;
    if (parameter != nullptr && differences().isEmpty())
        setting = parameter->get(m_scenario);
    m_model->setSetting(setting);
    m_plot->setSetting(setting);
}

// By what the scenario on view differs from the one that was swept, but for the setting that was.
QStringList SweepPage::differences() const
{
    const core::SweepPlan& plan = m_model->plan();
    if (plan.parameter == nullptr)
        return {};
    core::Scenario like = m_scenario;
    plan.parameter->set(like, plan.parameter->get(plan.base));
    return differenceTexts(plan.base, like);
}

void SweepPage::showState()
{
    using Offer = SweepBar::Offer;
    const bool isOther = !differences().isEmpty();
    m_bar->setOffer(m_model->isRunning() ? Offer::Cancel : isOther ? Offer::StartAgain : Offer::Start);
    m_bar->setNote(note());
}

QString SweepPage::note() const
{
    if (!m_hasCapture)
        return {};
    if (const QStringList different = differences(); !different.isEmpty())
        return tr("These numbers belong to other settings: %1").arg(different.join(QStringLiteral(", ")));
    const int all = m_model->rowCount();
    if (m_model->isRunning())
        return tr("%1 of %Ln value(s)", nullptr, all)
            .arg(countText(static_cast<quint64>(m_model->knownCount())));
    if (all > 0)
        return noteOfResult();
    const QString unused = reasonUnused(m_bar->parameter().path, m_scenario);
    return unused.isEmpty() ? QString() : tr("Without effect now: %1").arg(unused);
}

QString SweepPage::noteOfResult() const
{
    const int all = m_model->rowCount();
    if (const int known = m_model->knownCount(); known < all)
        return tr("Cancelled: %1 of %Ln value(s) are known", nullptr, all)
            .arg(countText(static_cast<quint64>(known)));
    const auto& points = m_model->points();
    const auto impossible = std::ranges::count_if(
        points, [](const core::SweepPoint& point) { return point.problem.has_value(); });
    if (impossible > 0) {
        const auto first = std::ranges::find_if(
            points, [](const core::SweepPoint& point) { return point.problem.has_value(); });
        return tr("%Ln value(s) are not possible: %1", nullptr, static_cast<int>(impossible))
            .arg(problemText(*first->problem));
    }
    const QString unused = reasonUnused(m_model->plan().parameter->path, m_model->plan().base);
    return unused.isEmpty() ? tr("Enter or a double click sets a value")
                            : tr("Without effect now: %1").arg(unused);
}

void SweepPage::showEmptyText()
{
    m_table->setEmptyText(m_hasCapture
            ? tr(
                "Choose a setting and start: each value is tried with several seeds, and here stands what it "
                "does to loss, gaps and delay.")
            : tr("Open a file to sweep a setting here."));
}

void SweepPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_plot->setVisible(width() >= widthWithPlot);
    layout()->activate(); // the table has its new width before it is painted
}

} // namespace ui

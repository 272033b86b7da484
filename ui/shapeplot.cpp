#include "ui/shapeplot.h"

#include "ui/scenarioeditor.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <utility>

namespace ui {

namespace {

// Density at x standard deviations (uniform: half widths) from the delay, highest value 1. The picture
// spans -2.5 … 2.5 for the even shapes and 0 … 5 for gamma.
double density(core::JitterModel model, double share)
{
    const double even = share * 5 - 2.5;
    switch (model) {
    case core::JitterModel::Uniform:
        return std::abs(even) <= 1 ? 0.8 : 0;
    case core::JitterModel::Normal:
        return std::exp(-even * even / 2);
    case core::JitterModel::Gamma: {
        constexpr double shape = 1.25;
        const double x = share * 5 * std::sqrt(shape); // in units of gamma's scale
        constexpr double mode = shape - 1;
        return std::pow(x / mode, shape - 1) * std::exp(mode - x);
    }
    case core::JitterModel::None:
        break;
    }
    return std::abs(even) < 0.02 ? 1 : 0;
}

} // namespace

ShapePlot::ShapePlot(ScenarioEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_jitter(editor.scenario().network.jitter)
{
    setMinimumHeight(24);
    setAccessibleName(tr("Shape of the delay distribution"));
    setToolTip(
        tr("Density of the network delay that the jitter settings make, before correlation and order."));
    connect(&editor, &ScenarioEditor::shown, this, [this](const core::Scenario& scenario) {
        if (std::exchange(m_jitter, scenario.network.jitter) != m_jitter)
            update();
    });
}

void ShapePlot::paintEvent(QPaintEvent*)
{
    const bool isFlat = m_jitter.spread == core::ReceiverSpan();
    const core::JitterModel model = isFlat ? core::JitterModel::None : m_jitter.model;
    QPainterPath curve;
    for (int x = 0; x < width(); ++x) {
        const double share = (x + 0.5) / width();
        const QPointF point(x + 0.5, height() - 2 - density(model, share) * (height() - 6));
        x == 0 ? curve.moveTo(point) : curve.lineTo(point);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isFlat ? colours().faintText : colours().accent, 1.5));
    painter.drawPath(curve);
}

} // namespace ui

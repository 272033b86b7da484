#pragma once

#include <QAccessibleValueInterface>
#include <QAccessibleWidget>

namespace ui {

class TradeOffPlot;

// What assistive technology is told of the trade-off: a slider whose value is the cursor's delay in ms, and
// in words the late loss at it. To set the value is to set the playout delay.
class TradeOffAccess : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    // Known to the toolkit from then on.
    static void install();

    explicit TradeOffAccess(TradeOffPlot& plot);

    QString text(QAccessible::Text text) const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    QVariant currentValue() const override;
    void setCurrentValue(const QVariant& value) override;
    QVariant maximumValue() const override;
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 1.0; }

private:
    TradeOffPlot& m_plot;
};

} // namespace ui

#include "ui/tradeoffaccess.h"

#include "ui/tradeoffplot.h"

namespace ui {

void TradeOffAccess::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            auto* plot = qobject_cast<TradeOffPlot*>(object);
            return plot == nullptr ? nullptr : new TradeOffAccess(*plot); // the toolkit's from then on
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
}

TradeOffAccess::TradeOffAccess(TradeOffPlot& plot)
    : QAccessibleWidget(&plot, QAccessible::Slider)
    , m_plot(plot)
{
}

QString TradeOffAccess::text(QAccessible::Text text) const
{
    return text == QAccessible::Value ? m_plot.cursorText() : QAccessibleWidget::text(text);
}

void* TradeOffAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QVariant TradeOffAccess::currentValue() const { return m_plot.cursor(); }

void TradeOffAccess::setCurrentValue(const QVariant& value) { m_plot.pickDelay(value.toDouble()); }

QVariant TradeOffAccess::maximumValue() const { return m_plot.maximum(); }

} // namespace ui

#include "ui/sweepfield.h"

#include "ui/valuefield.h"
#include "ui/valueslider.h"

#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>
#include <cmath>

namespace ui {

SweepField::SweepField(const QString& label, const QString& name, int width, QWidget* parent)
    : QWidget(parent)
    , m_edit(new ValueEdit)
{
    auto* text = new QLabel(label);
    text->setObjectName(QStringLiteral("faint"));
    text->setBuddy(m_edit);
    m_edit->setAccessibleName(name);
    m_edit->setFixedWidth(width);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(text);
    row->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &ValueEdit::entered, this, [this](const QString& typed) {
        if (const std::optional<double> value = parsedValue(m_range.unit, typed))
            setValue(*value);
    });
    connect(m_edit, &ValueEdit::stepped, this, [this](int steps) {
        setValue(m_range.unit == Unit::Count ? m_value + steps
                                             : stepped(m_value, steps, m_range.unit, m_range.isInteger));
    });
}

void SweepField::setRange(const Range& range, const QString& toolTip)
{
    m_range = range;
    setToolTip(QStringLiteral("<p>") % toolTip % QStringLiteral("</p><p>")
        % tr("Range %1 … %2.").arg(valueText(range.unit, range.minimum), valueText(range.unit, range.maximum))
        % QStringLiteral("</p>"));
    setValue(m_value);
}

void SweepField::setValue(double value)
{
    value = std::clamp(value, m_range.minimum, m_range.maximum);
    m_value = m_range.isInteger ? std::round(value) : value;
    m_edit->showText(valueText(m_range.unit, m_value));
}

} // namespace ui

#pragma once

#include "ui/parametertext.h"

#include <QWidget>

class QLabel;

namespace ui {

class ValueEdit;

// A number beside its label, with a unit and within a range. It belongs to no scenario.
class SweepField : public QWidget {
    Q_OBJECT

public:
    struct Range {
        Unit unit = Unit::Count;
        double minimum = 0, maximum = 1;
        bool isInteger = true;
    };

    // name: what it is, without its label.
    SweepField(const QString& label, const QString& name, int width, QWidget* parent = nullptr);

    void setRange(const Range& range, const QString& toolTip); // the value stays within it
    void setValue(double value); // clamped
    [[nodiscard]] double value() const { return m_value; }

private:
    void show();

    ValueEdit* m_edit = nullptr;
    Range m_range;
    double m_value = 0;
};

} // namespace ui

#pragma once

#include "core/analysis/analysis.h"
#include "ui/panelform.h"

#include <QList>

class QLabel;

namespace ui {

// The statistics of the whole capture, one a row, each with its definition in the tooltip.
class StatisticsPanel : public PanelForm {
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget* parent = nullptr);

    void show(const core::Analysis& analysis);
    // Label, tabulator, value; one row a line: for the clipboard.
    [[nodiscard]] QString text() const;

private:
    QList<QLabel*> m_values;
};

} // namespace ui

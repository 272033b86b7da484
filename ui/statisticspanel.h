#pragma once

#include "core/analysis/statistics.h"
#include "ui/panelform.h"
#include "ui/timerange.h"

#include <QList>
#include <optional>

class QAction;
class QLabel;
class QToolButton;

namespace ui {

enum class StatisticsScope : uint8_t { Whole, Selection };

// The statistics of the whole capture or of the selection, one a row, each with its definition in the
// tooltip. A new selection is shown at once; a menu in the heading goes back and forth.
class StatisticsPanel : public PanelForm {
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget* parent = nullptr);

    void show(const core::Statistics& whole);
    void clear(); // nothing is known yet
    // Nothing: back to the whole capture. Otherwise the values follow by showSelection.
    void setSelection(std::optional<TimeRange> selection);
    // The same selection at other times, in another playout: scope and numbers stay until new ones come.
    void moveSelection(TimeRange selection);
    void showSelection(const core::Statistics& statistics);
    void refresh(); // after a change of the theme
    // Label, tabulator, value; one row a line, for the clipboard. Of a selection its range comes first.
    [[nodiscard]] QString text() const;

signals:
    void scopeChanged(ui::StatisticsScope scope);

private:
    StatisticsPanel(QToolButton* scopeLink, QWidget* parent);
    void setupScopes();
    void setScope(StatisticsScope scope);
    void addStatistic(const QString& name, const QString& toolTip);

    QList<QLabel*> m_values;
    QToolButton* m_scopeLink = nullptr;
    QAction* m_wholeAction = nullptr;
    QAction* m_selectionAction = nullptr;
    QLabel* m_range = nullptr;
    StatisticsScope m_scope = StatisticsScope::Whole;
    std::optional<TimeRange> m_selection;
    std::optional<core::Statistics> m_whole, m_selected;
};

} // namespace ui

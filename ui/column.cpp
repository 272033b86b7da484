#include "ui/column.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

Column::Column(std::initializer_list<QWidget*> panels, int width, QWidget* parent)
    : QScrollArea(parent)
{
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("columnContent"));
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 8);
    rows->setSpacing(4);
    for (QWidget* panel : panels)
        rows->addWidget(panel);
    rows->addStretch(1);
    setObjectName(QStringLiteral("column"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(width);
    setMaximumWidth(width * 3 / 2);
    setWidget(content);
    verticalScrollBar()->installEventFilter(this);
}

bool Column::eventFilter(QObject* watched, QEvent* event)
{
    const bool isHandled = QScrollArea::eventFilter(watched, event);
    const bool isContent = watched == widget() && event->type() == QEvent::LayoutRequest;
    const bool isScrollBar = watched == verticalScrollBar() && event->type() == QEvent::Show;
    if (isContent || isScrollBar)
        widen();
    return isHandled;
}

void Column::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    widen();
}

void Column::widen()
{
    const int beside = width() - viewport()->width();
    const int needed = widget()->minimumSizeHint().width() + beside;
    if (needed > minimumWidth())
        setMinimumWidth(std::min(needed, maximumWidth()));
}

} // namespace ui

#include "ui/pacedrepaint.h"

#include <QWidget>
#include <utility>

namespace ui {

PacedRepaint::PacedRepaint(std::vector<QWidget*> widgets, QObject* parent, std::chrono::milliseconds period)
    : QObject(parent)
    , m_widgets(std::move(widgets))
    , m_period(period)
{
    m_held.setSingleShot(true);
    connect(&m_held, &QTimer::timeout, this, [this] {
        setUpdatesEnabled(true);
        m_sincePainted.start();
    });
}

void PacedRepaint::change()
{
    if (m_held.isActive())
        return;
    if (!m_sincePainted.isValid() || m_sincePainted.hasExpired(m_period.count())) {
        m_sincePainted.start();
        return;
    }
    setUpdatesEnabled(false);
    m_held.start(m_period - std::chrono::milliseconds(m_sincePainted.elapsed()));
}

void PacedRepaint::setUpdatesEnabled(bool enabled)
{
    for (QWidget* widget : m_widgets)
        widget->setUpdatesEnabled(enabled);
}

} // namespace ui

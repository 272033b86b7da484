#include "ui/timelinegestures.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>

namespace ui {

TimelineGestures::TimelineGestures(QWidget& watched, QObject* parent)
    : QObject(parent)
{
    watched.setMouseTracking(true);
    watched.installEventFilter(this);
}

bool TimelineGestures::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        m_isDoubleClick = true;
        if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
            emit doubleClicked(static_cast<QMouseEvent*>(event)->position());
        return true;
    case QEvent::Wheel:
        wheel(*static_cast<QWheelEvent*>(event));
        return true;
    case QEvent::ContextMenu: {
        const auto& asked = *static_cast<QContextMenuEvent*>(event);
        emit contextRequested(asked.globalPos(), QPointF(asked.pos()));
        return true;
    }
    case QEvent::Leave:
        emit left();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void TimelineGestures::press(const QMouseEvent& event)
{
    if (event.button() == Qt::BackButton)
        emit historyRequested(-1);
    else if (event.button() == Qt::ForwardButton)
        emit historyRequested(1);
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_isDoubleClick = false;
    m_from = event.position();
    m_drag = Drag::None;
    emit pressing(m_from, event.modifiers());
}

void TimelineGestures::move(const QMouseEvent& event)
{
    if (!m_isPressed) {
        emit hovered(event.position());
        return;
    }
    if (m_drag == Drag::None)
        return;
    const bool isFar =
        (event.position() - m_from).manhattanLength() >= std::min(4, QApplication::startDragDistance());
    if (!m_isDragging && !isFar)
        return;
    if (!m_isDragging)
        emit dragged(m_drag, Phase::Begin, m_from, m_from);
    m_isDragging = true;
    emit dragged(m_drag, Phase::Move, m_from, event.position());
}

void TimelineGestures::release(const QMouseEvent& event)
{
    if (!m_isPressed)
        return;
    m_isPressed = false;
    if (m_isDragging)
        emit dragged(m_drag, Phase::End, m_from, event.position());
    else if (!m_isDoubleClick && event.button() == Qt::LeftButton)
        emit clicked(event.position());
    m_isDragging = false;
}

void TimelineGestures::wheel(const QWheelEvent& event)
{
    constexpr double notch = 120; // eighths of a degree, as QWheelEvent counts
    emit wheeled(
        event.position(), event.angleDelta().x() / notch, event.angleDelta().y() / notch, event.modifiers());
}

} // namespace ui

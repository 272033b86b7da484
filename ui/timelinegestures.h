#pragma once

#include <QObject>
#include <QPointF>

class QContextMenuEvent;
class QMouseEvent;
class QWheelEvent;
class QWidget;

namespace ui {

// Makes gestures out of the mouse events of one widget. It knows nothing of what lies under the mouse: the
// owner tells it what a drag that starts at a point does.
class TimelineGestures : public QObject {
    Q_OBJECT

public:
    // What dragging from a point does.
    enum class Drag : uint8_t { None, Pan, Select, Border, Lane, BrushMove, BrushBegin, BrushEnd };
    // Where in a drag an event lies.
    enum class Phase : uint8_t { Begin, Move, End };

    explicit TimelineGestures(QWidget& watched, QObject* parent = nullptr);

    // The drag that is going on, if any.
    [[nodiscard]] Drag drag() const { return m_isDragging ? m_drag : Drag::None; }

signals:
    // Asks the owner, who answers by setDrag() at once, what pressing the mouse there would drag.
    void pressing(QPointF point, Qt::KeyboardModifiers modifiers);
    void dragged(
        ui::TimelineGestures::Drag drag, ui::TimelineGestures::Phase phase, QPointF from, QPointF to);
    void clicked(QPointF point);
    void doubleClicked(QPointF point);
    void hovered(QPointF point);
    void left();
    // Notches of the wheel away from the user, at a point; 1 is a usual notch.
    void wheeled(QPointF point, double across, double up, Qt::KeyboardModifiers modifiers);
    void historyRequested(int direction); // −1 back, +1 forward: the side buttons of a mouse
    void contextRequested(QPoint globalPosition, QPointF point);

public slots:
    void setDrag(ui::TimelineGestures::Drag drag) { m_drag = drag; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void wheel(const QWheelEvent& event);

    Drag m_drag = Drag::None;
    QPointF m_from;
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_isDoubleClick = false; // the release that follows is no click
};

} // namespace ui

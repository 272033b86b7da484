#include "ui/splitter.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int step = 10; // pixels
constexpr int farStep = 50;

class Handle : public QSplitterHandle {
public:
    Handle(Qt::Orientation orientation, QSplitter* parent)
        : QSplitterHandle(orientation, parent)
    {
        setFocusPolicy(Qt::TabFocus); // a click is for dragging it
    }

protected:
    // Its arrows do not move the playhead.
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride && directionOf(*static_cast<QKeyEvent*>(event)) != 0) {
            event->accept();
            return true;
        }
        return QSplitterHandle::event(event);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (const int direction = directionOf(*event); direction != 0)
            move(direction * (event->modifiers().testFlag(Qt::ControlModifier) ? farStep : step));
        else
            QSplitterHandle::keyPressEvent(event);
    }

    void focusInEvent(QFocusEvent* /*event*/) override { update(); }
    void focusOutEvent(QFocusEvent* /*event*/) override { update(); }

    void paintEvent(QPaintEvent* event) override
    {
        QSplitterHandle::paintEvent(event);
        if (hasFocus())
            QPainter(this).fillRect(rect(), colours().accent);
    }

private:
    [[nodiscard]] int directionOf(const QKeyEvent& event) const
    {
        const bool isShifted = (event.modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) != 0;
        const bool isAcross = orientation() == Qt::Horizontal;
        if (isShifted)
            return 0;
        if (event.key() == (isAcross ? Qt::Key_Left : Qt::Key_Up))
            return -1;
        return event.key() == (isAcross ? Qt::Key_Right : Qt::Key_Down) ? 1 : 0;
    }

    [[nodiscard]] int position() const
    {
        const QPoint inside = pos() + contentsRect().topLeft();
        return orientation() == Qt::Horizontal ? inside.x() : inside.y();
    }

    // Over what is not possible: from the least size of a part to none.
    void move(int by)
    {
        const int before = position();
        const int whole = orientation() == Qt::Horizontal ? splitter()->width() : splitter()->height();
        for (int far = by; position() == before && std::abs(far) < whole; far += by)
            moveSplitter(before + far);
    }
};

} // namespace

void Splitter::setHandleName(int part, const QString& name)
{
    handle(part)->setAccessibleName(name);
    handle(part)->setToolTip(
        QCoreApplication::translate("ui::Splitter", "%1: drag, or arrow keys").arg(name));
}

QSplitterHandle* Splitter::createHandle() { return new Handle(orientation(), this); }

} // namespace ui

#include "ui/valueslider.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int positions = 1000;

double spread(Scale scale, double t)
{
    switch (scale) {
    case Scale::Linear:
        break;
    case Scale::Quartic:
        return t * t * t * t;
    case Scale::Cubic:
        return t * t * t;
    case Scale::SignedCubic:
        return (std::pow(2 * t - 1, 3) + 1) / 2;
    }
    return t;
}

double gathered(Scale scale, double share)
{
    switch (scale) {
    case Scale::Linear:
        break;
    case Scale::Quartic:
        return std::pow(share, 0.25);
    case Scale::Cubic:
        return std::cbrt(share);
    case Scale::SignedCubic:
        return (std::cbrt(2 * share - 1) + 1) / 2;
    }
    return share;
}

// Power of ten of the second significant digit.
double secondDigit(double value)
{
    return value == 0 ? 0 : std::pow(10, std::floor(std::log10(std::abs(value)) + 1e-9) - 1);
}

double roundedTo(double value, double step) { return step > 0 ? std::round(value / step) * step : value; }

} // namespace

ValueSlider::ValueSlider(Scale scale, double minimum, double maximum, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
    , m_scale(scale)
    , m_minimum(minimum)
    , m_maximum(maximum)
{
    setRange(0, positions);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(40);
    connect(this, &QSlider::actionTriggered, this, [this] { emit edited(value()); });
}

double ValueSlider::value() const
{
    const int position = sliderPosition();
    if (position == 0)
        return m_minimum;
    if (position == positions)
        return m_maximum;
    const double share = spread(m_scale, position / double(positions));
    const double exact = m_minimum + share * (m_maximum - m_minimum);
    return std::clamp(roundedTo(exact, secondDigit(exact)), m_minimum, m_maximum);
}

void ValueSlider::setValue(double value)
{
    const QSignalBlocker blocker(this);
    const double share = std::clamp((value - m_minimum) / (m_maximum - m_minimum), 0.0, 1.0);
    QSlider::setValue(static_cast<int>(std::lround(gathered(m_scale, share) * positions)));
}

bool ValueSlider::event(QEvent* event)
{
    // Arrows and Home/End belong to the slider that has the focus, not to the playhead.
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_Backspace:
            event->accept();
            return true;
        default:
            break;
        }
    }
    return QSlider::event(event);
}

void ValueSlider::keyPressEvent(QKeyEvent* event)
{
    const int size = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        emit stepped(-size);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        emit stepped(size);
        break;
    case Qt::Key_PageDown:
        emit stepped(-10);
        break;
    case Qt::Key_PageUp:
        emit stepped(10);
        break;
    case Qt::Key_Home:
        emit edited(m_minimum);
        break;
    case Qt::Key_End:
        emit edited(m_maximum);
        break;
    case Qt::Key_Backspace:
        emit resetRequested();
        break;
    default:
        event->ignore();
    }
}

void ValueSlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    constexpr int unitsPerClick = 120;
    m_wheelRest += event->angleDelta().y();
    const int clicks = m_wheelRest / unitsPerClick;
    m_wheelRest -= clicks * unitsPerClick;
    if (clicks != 0)
        emit stepped(clicks * (event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1));
    event->accept();
}

void ValueSlider::mousePressEvent(QMouseEvent* event)
{
    // Before the press itself, which may move the slider already.
    emit dragStarted();
    QSlider::mousePressEvent(event);
}

void ValueSlider::mouseReleaseEvent(QMouseEvent* event)
{
    QSlider::mouseReleaseEvent(event);
    emit dragEnded();
}

void ValueSlider::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
    emit dragResumed();
    emit resetRequested();
}

double stepped(double value, int steps, Unit unit, bool isInteger)
{
    const double smallest = isInteger ? 1 : unit == Unit::Share ? 0.001 : unit == Unit::Duration ? 0.5 : 0.1;
    const int direction = steps < 0 ? -1 : 1;
    for (int i = 0; i != steps; i += direction) {
        // Downwards from 10 the next is 9.9, not 9: the digit is that of the number below.
        const double below = std::abs(value) * (value * direction < 0 ? 1 - 1e-6 : 1);
        const double step = std::max(smallest, secondDigit(below));
        value = roundedTo(value + direction * step, step);
    }
    return value;
}

} // namespace ui

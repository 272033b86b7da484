#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <vector>

class QWidget;

namespace ui {

// Paints widgets that change at every step of a moving slider ten times a second: nobody reads numbers
// faster, and the time goes to the lanes. What the widgets hold is up to date all the time.
class PacedRepaint : public QObject {
public:
    explicit PacedRepaint(std::vector<QWidget*> widgets, QObject* parent = nullptr,
        std::chrono::milliseconds period = std::chrono::milliseconds(100));

    // To be told before the widgets change. After a rest they are painted at once.
    void change();

private:
    void setUpdatesEnabled(bool enabled);

    std::vector<QWidget*> m_widgets;
    std::chrono::milliseconds m_period;
    QElapsedTimer m_sincePainted;
    QTimer m_held; // while it runs, nothing is painted
};

} // namespace ui

#pragma once

#include "core/base/time.h"
#include "ui/timelineview.h"

#include <QMap>
#include <QPoint>
#include <QRect>
#include <QString>

class QCPAxisRect;
class QCustomPlot;

namespace test {

// The user's hand and eye on the timeline of a window: where its rows lie, what lies where in them, and the
// gestures made there. Rows are counted from the top; at first: overview, arrivals, buffer, output, quality.
class TimelineHand {
public:
    enum Row : uint8_t { Overview, Arrivals, Buffer, Output, Quality };

    // All of the capture is in view, and drawn. The timeline has to outlive it.
    explicit TimelineHand(ui::TimelineView& timeline);

    [[nodiscard]] QWidget& plot() const;
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] QRect row(int number) const; // with header and axis
    [[nodiscard]] QRect area(int number) const; // in which it draws
    // Where the time is in a row, at this share of its height from the top.
    [[nodiscard]] QPoint at(int number, core::ReceiverTime time, double height = 0.5) const;
    [[nodiscard]] QPoint inOverview(core::ReceiverTime time) const;
    // Where a lane is seized by its title.
    [[nodiscard]] QPoint title(int number) const;
    [[nodiscard]] core::ReceiverTime timeAt(QPoint point) const; // in the lanes
    [[nodiscard]] core::ReceiverSpan pixel() const; // its time in the lanes
    [[nodiscard]] core::ReceiverSpan pixelOfOverview() const;

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void click(QPoint point, Qt::MouseButton button = Qt::LeftButton);
    // As the display sends it: press, release, double click, release.
    void doubleClick(QPoint point);
    // Notches of the wheel away from the user.
    void turnWheel(QPoint point, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // What is told beside the mouse there, by name; empty: nothing.
    [[nodiscard]] QMap<QString, QString> readoutAt(QPoint point);

private:
    [[nodiscard]] QCPAxisRect& rect(int number) const;

    ui::TimelineView* m_timeline;
    QCustomPlot* m_plot;
    ui::TimeRange m_whole; // which the overview shows
};

} // namespace test

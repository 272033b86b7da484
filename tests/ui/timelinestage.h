#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "ui/timelineview.h"

#include <QImage>
#include <QTest>
#include <memory>

Q_DECLARE_METATYPE(core::ReceiverTime)
Q_DECLARE_METATYPE(std::optional<ui::TimeRange>)

namespace test {

inline constexpr QPoint inArrivalLane(450, 150);

[[nodiscard]] std::shared_ptr<const core::Analysis> analysisOf(size_t packets, core::Strategy strategy);
[[nodiscard]] std::shared_ptr<const core::PlotLevels> levelsOf(const core::Analysis& analysis);

[[nodiscard]] core::ReceiverTime milliseconds(double count);
[[nodiscard]] double lengthMs(const ui::TimelineView& view);

// How much of one picture looks different in the other, 0 … 1, if both are smoothed over a few pixels: lines
// may lie between them in the one and on them in the other.
[[nodiscard]] double shareOfOthers(const QImage& a, const QImage& b);

// A timeline of its own, 910 × 650 pixels in the dark theme, with waveforms that are made up.
class TimelineStage {
protected:
    static void prepare(); // once, before all tests
    void open();
    void close() { m_view.reset(); }

    QWidget& plot() { return *m_view->childAt(inArrivalLane); }
    void show(std::shared_ptr<const core::Analysis> analysis);
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void waitForFrame(); // until all is seen
    // What is seen then, kept as NAME.png.
    QImage picture(const QString& name);

    std::unique_ptr<ui::TimelineView> m_view;
    std::shared_ptr<const core::Analysis> m_analysis;
};

} // namespace test
